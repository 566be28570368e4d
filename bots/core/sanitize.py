"""Cleaning of text that people wrote, so that it is safe to show.

Grapheme clusters follow UAX #29 (through `regex`'s \\X); bidi controls are those of UAX #9.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import regex

from bots.core.invalid_characters import replace_invalid

ELLIPSIS = "…"
Units = Callable[[str], int]
"""How a platform measures text: characters (`len`) or UTF-16 units."""
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROL = regex.compile(rf"[{_BIDI}]|[\p{{Cc}}--\n\t]|[\ufeff\ufff9-\ufffb]", regex.V1)
_GRAPHEME = regex.compile(r"\p{RI}{2}\p{M}*|\X")
"""Flags are named apart: `\\X` counts all letters of flags before each of them."""
_MARKS = regex.compile(r"(\p{M}{3})\p{M}+")
_INVISIBLE = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u2800\U000e0000-\U000e0fff]")
"""What shows nothing: joiners, fillers, tags, the empty Braille cell. UAX #44 defines Default_Ignorable_Code_Point."""
_PATH = regex.compile(r"[/\\:*?\"<>|]")
_MENTION = regex.compile(r"<?@\S+|\bglocal\b:?", regex.IGNORECASE)
MAX_EXTENSION = 12
"""The longest extension: a longer part after a dot belongs to the file's name."""
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


def without_mentions(text: str) -> str:
    """Return a text without the mentions and the name of the bot in it."""
    return " ".join(_MENTION.sub(" ", text).split())


def without_address(text: str) -> str:
    """Return a text without the mention, or the name of the bot, that it begins with: "@glocal, 2"."""
    match = _MENTION.match(text.lstrip())
    return text.lstrip()[match.end() :].lstrip(" ,:") if match else text


def is_invisible(text: str) -> bool:
    """Return whether a reader sees nothing of a text."""
    return all(letter.isspace() or _INVISIBLE.match(letter) for letter in text)


def visible_line(text: str, length: int) -> str:
    """Return a text on one line, truncated; nothing if a reader would see nothing of it.

    Surrogates become U+FFFD. Joiners stay, since emoji and some scripts need them, but not at either end.
    """
    line = one_line(replace_invalid(text[: 4 * length]))
    return "" if is_invisible(line) else truncate(line, length)


def file_name(text: str, *, length: int = 100) -> str:
    """Return a file's name on one line, without a path, truncated before its extension."""
    name = visible_line(_PATH.sub("_", text[:4096].replace("\\", "/").rpartition("/")[2]), 1000).strip(". ")
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension) > MAX_EXTENSION:
        return truncate(name, length) or "file"
    return f"{truncate(stem, length - len(extension) - 1)}{dot}{extension}"


def display_name(text: str, *, length: int = 48, nameless: str = "(no name)") -> str:
    """Return a person's or a room's name on one line, truncated, and isolated when it runs from right to left.

    `nameless` replaces a name that would be invisible.
    """
    short = visible_line(text, length) or nameless
    if any(unicodedata.bidirectional(letter) in _RTL for letter in short):
        return f"{_FSI}{short}{_PDI}"
    return short
