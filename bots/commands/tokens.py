"""A typed line as words: quotes ("…", “…”, «…») hold several together, `name=value` names one; and the lists in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r'(?:(?P<name>[A-Za-z_]+)=)?(?:"(?P<a>[^"]*)"|“(?P<b>[^”]*)”|«\s*(?P<c>[^»]*?)\s*»|(?P<bare>\S+))')
_ASKED = re.compile(r"[?？؟]+$")
_BULLET = re.compile(r"^[-*•–]\s+")
_MARK = re.compile(r"\n|;|(?<![0-9]),|,(?![0-9])")
"""What stands between the entries of a list: lines, semicolons, commas but decimal ones."""


@dataclass(frozen=True)
class Word:
    """A word of a line; `name` is set for `name=value`, `whole` is how it was typed, `start` where."""

    text: str
    name: str
    whole: str
    start: int
    quoted: bool

    @property
    def said(self) -> str:
        """As it was meant: `a=b` stays whole where `a` names no argument."""
        return self.whole if self.name else self.text

    @property
    def entry(self) -> str:
        """As an entry among quoted ones, which people set commas between."""
        return self.said if self.quoted else self.said.rstrip(",;")


def words_of(line: str) -> list[Word]:
    """The words of a line."""
    found = []
    for match in _WORD.finditer(line):
        text = next(match.group(key) for key in ("a", "b", "c", "bare") if match.group(key) is not None)
        quoted = match.group("bare") is None
        found.append(Word(text, (match.group("name") or "").lower(), match.group(), match.start(), quoted))
    return found


def take_heading(words: list[Word], line: str) -> str:
    """Take what stands before a list off the words: what is quoted, or the first of several lines, or what goes up to a
    question mark; else one word."""
    size = 1
    if not words[0].quoted:
        end = line.find("\n", words[0].start)
        first = [word for word in words if word.start < end]
        asked = (number for number, word in enumerate(words, 1) if _ASKED.search(word.whole))
        size = len(first) if 0 < len(first) < len(words) else next(asked, 1)
    taken, words[:] = words[:size], words[size:]
    return " ".join(word.said for word in taken)


def entries(words: Sequence[Word], line: str) -> tuple[str, ...]:
    """The entries of a list that ends a line: quoted, with marks between, or word by word."""
    if any(word.quoted for word in words):
        return tuple(word.entry for word in words if word.entry)
    return split(_as_typed(words, line)) or tuple(word.said for word in words)


def split(text: str) -> tuple[str, ...]:
    """The parts of a text with marks between them; none where there are no marks."""
    parts = [_BULLET.sub("", part.strip()) for part in _MARK.split(text)]
    return tuple(part for part in parts if part) if len(parts) > 1 else ()


def _as_typed(words: Sequence[Word], line: str) -> str:
    """These words, with the line breaks that were between them."""
    found = words[0].whole
    for word, after in pairwise(words):
        gap = line[word.start + len(word.whole) : after.start]
        found += ("\n" if "\n" in gap else " ") + after.whole
    return found
