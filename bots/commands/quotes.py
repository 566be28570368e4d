"""Quotation marks of every kind that keyboards make: "…", “…”, „…“, «…», »…«, ‹…›, ‚…‘, 「…」, or mixed ones.

A mark opens where a word begins and closes where a word ends, so apostrophes and inches are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOSING = {
    **dict.fromkeys('"“”„‟″＂〝〞', '"“”‟″＂〞'),
    **dict.fromkeys("'‘’‚‛", "'‘’‛"),
    "«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』", "《": "》", "〈": "〉",
}  # fmt: skip
"""The marks that may close what each mark opens."""
_SINGLE = frozenset("'‘’‚‛")
_TIGHT = frozenset('"“”„‟″＂〝〞') | _SINGLE
"""Marks that may stand inside a word. They count only at its beginning and at its end."""
_NESTS = frozenset("“„‘‚")
"""Marks that open a quotation within another."""
_BEFORE = frozenset("([{<=:,;/-–—¿¡")
_AFTER = frozenset(")]}>,;.:!?…/-–—？！。、")
MARKS = "".join(_CLOSING) + "」』》〉"
_MARK = re.compile(f"[{MARKS}]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted part of a text, from its opening mark at `start` to just after its closing mark at `end`."""

    start: int
    end: int
    text: str


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text, in order. A mark without its partner is an ordinary character.

    Single marks are apostrophes too: they count only where they quote more than once.
    """
    marks = [match.start() for match in _MARK.finditer(text)]
    if not marks:
        return ()
    opening = {text[mark] for mark in marks if text[mark] in _CLOSING}
    found = tuple(_scan(text, marks, opening))
    single = [quotation for quotation in found if text[quotation.start] in _SINGLE]
    if len(single) != 1:
        return found
    return tuple(_scan(text, marks, opening - _SINGLE))


def _scan(text: str, marks: list[int], opening: set[str]) -> Iterator[Quotation]:
    """Yield the quotations that these marks open. A kind of marks that finds no partner is not tried again."""
    at = position = 0
    while position < len(marks):
        start = marks[position]
        position += 1
        if start < at or text[start] not in opening or not _begins(text, start, at):
            continue
        end = _closing(text, start, marks, position)
        if end < 0:
            opening = opening - set(_CLOSING[text[start]]) - {text[start]}
            continue
        yield Quotation(start, end + 1, text[start + 1 : end].strip())
        at = end + 1


def _closing(text: str, start: int, marks: list[int], position: int) -> int:
    """Return the position of the mark that closes the one at `start`, or -1."""
    closing, depth, inside = _CLOSING[text[start]], 0, -1
    tight = text[start] in _TIGHT
    for index in range(position, len(marks)):
        mark = marks[index]
        letter = text[mark]
        if not tight:
            if letter in closing:
                return mark
            continue
        begins, ends = _begins(text, mark, 0), _ends(text, mark)
        if letter in _NESTS and letter != text[start] and begins and not ends:
            depth += 1
        elif letter in closing and ends and depth:
            depth -= 1
        elif letter in closing and ends:
            return mark
        elif letter in closing and begins and letter == text[start]:
            return inside
        elif letter in closing and inside < 0 and letter not in _SINGLE:
            inside = mark
    return inside


def _begins(text: str, index: int, after: int) -> bool:
    """Return whether a word begins at a mark: after a blank, a bracket, or the quotation that ended at `after`."""
    return index in {0, after} or text[index - 1].isspace() or text[index - 1] in _BEFORE


def _ends(text: str, index: int) -> bool:
    """Return whether a word ends with a mark."""
    following = text[index + 1 : index + 2]
    return not following or following.isspace() or following in _AFTER or following in MARKS
