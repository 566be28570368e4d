"""Cleaning of text that people wrote, so that it is safe to show.

Grapheme clusters follow UAX #29 (through `regex`'s \\X); bidi controls are those of UAX #9.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import regex

ELLIPSIS = "…"
Units = Callable[[str], int]
"""How a platform measures text: characters (`len`) or UTF-16 units."""
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROL = regex.compile(rf"[{_BIDI}]|[\p{{Cc}}--\n\t]|[\ufeff\ufff9-\ufffb]", regex.V1)
_GRAPHEME = regex.compile(r"\p{RI}{2}\p{M}*|\X")
"""Flags are named apart: `\\X` counts all letters of flags before each of them."""
_MARKS = regex.compile(r"(\p{M}{3})\p{M}+")
_RTL = frozenset({"R", "AL"})
_FSI, _PDI = "\u2068", "\u2069"


def normalize_emoji(emoji: str) -> str:
    """Return the emoji without variation selectors and skin tones, since clients differ in sending them."""
    return "".join(letter for letter in emoji if letter != "\ufe0f" and not "\U0001f3fb" <= letter <= "\U0001f3ff")


def graphemes(text: str) -> list[str]:
    """Split a text into the characters that a reader sees."""
    return _GRAPHEME.findall(text)


def truncate(text: str, length: int, units: Units = len) -> str:
    """Shorten a text to at most `length` units, at a grapheme boundary and with an ellipsis."""
    return text if units(text) <= length else prefix(text, length - units(ELLIPSIS), units) + ELLIPSIS


def prefix(text: str, length: int, units: Units) -> str:
    """Return the leading graphemes that fit into `length` units.

    A grapheme may have thousands of combining marks: only the first `length` characters are read.
    """
    kept, used = [], 0
    for grapheme in graphemes(text[: max(0, length) + 1]):
        used += units(grapheme)
        if used > length:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip()


def strip_controls(text: str) -> str:
    """Remove control and bidi characters, and all but three combining marks on a letter."""
    return _MARKS.sub(r"\1", _CONTROL.sub("", text))


def one_line(text: str) -> str:
    """Return a text on one line, without control and bidi characters."""
    return " ".join(strip_controls(text).split())


def display_name(text: str, *, length: int = 48) -> str:
    """Return a person's or a room's name on one line, truncated, and isolated when it runs from right to left."""
    short = truncate(one_line(text), length) or "?"
    if any(unicodedata.bidirectional(letter) in _RTL for letter in short):
        return f"{_FSI}{short}{_PDI}"
    return short
