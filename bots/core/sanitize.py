"""What people wrote, made safe to show: data stays data.

Grapheme clusters follow UAX #29 (through `regex`'s \\X); bidi controls are those of UAX #9.
"""

from __future__ import annotations

import unicodedata

import regex

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROL = regex.compile(rf"[{_BIDI}]|[\p{{Cc}}--\n\t]|[\ufeff\ufff9-\ufffb]", regex.V1)
_MARKS = regex.compile(r"(\p{M}{3})\p{M}+")
_RTL = frozenset({"R", "AL"})
_FSI, _PDI = "\u2068", "\u2069"


def bare(emoji: str) -> str:
    """The emoji without variation selectors and skin tones: clients differ in sending them."""
    return "".join(letter for letter in emoji if letter != "\ufe0f" and not "\U0001f3fb" <= letter <= "\U0001f3ff")


def graphemes(text: str) -> list[str]:
    """The characters as a reader sees them."""
    return regex.findall(r"\X", text)


def cut(text: str, length: int, *, ellipsis: str = "…") -> str:
    """At most `length` code points, never inside a grapheme, with an ellipsis when something was left out."""
    if len(text) <= length:
        return text
    kept, size = [], len(ellipsis)
    for grapheme in graphemes(text[: length + 1]):
        if size + len(grapheme) > length:
            break
        kept.append(grapheme)
        size += len(grapheme)
    return "".join(kept).rstrip() + ellipsis


def clean(text: str) -> str:
    """Without control and bidi characters, and with at most three combining marks on a letter."""
    return _MARKS.sub(r"\1", _CONTROL.sub("", text))


def name(text: str, *, length: int = 48) -> str:
    """A person's or a room's name on one line, cut, isolated from the sentence when it runs right to left."""
    short = cut(" ".join(clean(text).split()), length) or "?"
    if any(unicodedata.bidirectional(letter) in _RTL for letter in short):
        return f"{_FSI}{short}{_PDI}"
    return short
