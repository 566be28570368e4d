"""Words of a typed line, and lists of them. Quotes keep words together (bots/commands/quotes.py)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bots.commands.quotes import Quotation, find_quotations

_BARE = re.compile(r"\S+")
_QUESTION_MARKS = ("?", "？", "؟")
_BULLET = re.compile(r"^[-*•–]\s+")
_SEPARATOR = re.compile(r"[\n;]|(?<![0-9]),|,(?![0-9])")
"""The separators of a list's entries on one line: semicolons, and commas that are not decimal."""


@dataclass(frozen=True)
class Word:
    """A word of a line, or several in quotes: its `value`, the `raw` form as typed, and its position `start`."""

    value: str
    raw: str
    start: int
    quoted: bool

    @property
    def entry(self) -> str:
        """The word as an entry of a list of quoted entries, without the separator that people type after it."""
        return self.value if self.quoted else self.value.rstrip(",;")


def tokenize(line: str) -> list[Word]:
    """Split a line into words. An opening quote without its closing one is part of a word."""
    words, at = list[Word](), 0
    for quotation in (*find_quotations(line), Quotation(len(line), len(line), "")):
        bare = _BARE.finditer(line, at, quotation.start)
        words += [Word(match[0], match[0], match.start(), quoted=False) for match in bare]
        if quotation.end > quotation.start:
            raw = line[quotation.start : quotation.end]
            words.append(Word(quotation.text, raw, quotation.start, quoted=True))
        at = quotation.end
    return words


def pop_heading(words: list[Word], line: str) -> str:
    """Remove the heading of a list from the words and return it.

    It is the quoted word, the first of several lines, or the text up to a question mark; otherwise the first word.
    """
    size = 1
    if not words[0].quoted:
        end = line.find("\n", words[0].start)
        first = [word for word in words if word.start < end]
        questions = (number for number, word in enumerate(words, 1) if word.raw.endswith(_QUESTION_MARKS))
        size = len(first) if 0 < len(first) < len(words) else next(questions, 1)
    heading, words[:] = words[:size], words[size:]
    return " ".join(word.value for word in heading)


def parse_list(words: Sequence[Word], line: str) -> tuple[str, ...]:
    """Return the entries of a list at the end of a line: quoted, or separated, or one for each word."""
    if any(word.quoted for word in words):
        return tuple(word.entry for word in words if word.entry)
    return split_list(_as_typed(words, line)) or tuple(word.value for word in words)


def split_list(text: str) -> tuple[str, ...]:
    """Split a text into its lines, or a single line at its separators; return no parts when it has none."""
    lines = [line for line in text.split("\n") if line.strip()]
    parts = [_BULLET.sub("", part.strip()) for part in (lines if len(lines) > 1 else _SEPARATOR.split(text))]
    return tuple(part for part in parts if part) if len(parts) > 1 else ()


def _as_typed(words: Sequence[Word], line: str) -> str:
    """Join the words, with the line breaks that were between them."""
    typed = [words[0].raw]
    for word, after in pairwise(words):
        gap = line[word.start + len(word.raw) : after.start]
        typed += ["\n" if "\n" in gap else " ", after.raw]
    return "".join(typed)
