"""Words of a typed line, and lists of them. Quotes ("…", “…”, «…») keep words together; `name=value` names a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_QUOTES = {'"': '"', "“": "”", "«": "»"}
_NAME = re.compile(r"([A-Za-z_]+)=(?=\S)")
_START = re.compile(r"\S")
_BARE = re.compile(r"\S*")
_QUESTION_MARKS = ("?", "？", "؟")
_BULLET = re.compile(r"^[-*•–]\s+")
_SEPARATOR = re.compile(r"\n|;|(?<![0-9]),|,(?![0-9])")
"""The separators of a list's entries: line breaks, semicolons, and commas that are not decimal."""


@dataclass(frozen=True)
class Word:
    """A word of a line. `name` is set for `name=value`, `raw` is the typed form, `start` its position."""

    text: str
    name: str
    raw: str
    start: int
    quoted: bool

    @property
    def value(self) -> str:
        """The word when `name` is not the name of an argument: `a=b` stays as typed."""
        return self.raw if self.name else self.text

    @property
    def entry(self) -> str:
        """The word as an entry of a list of quoted entries, without the separator that people type behind it."""
        return self.value if self.quoted else self.value.rstrip(",;")


def tokenize(line: str) -> list[Word]:
    """Split a line into words. An opening quote without its closing one is part of a word."""
    last = {closing: line.rfind(closing) for closing in _QUOTES.values()}
    words, at = list[Word](), _START.search(line)
    while at:
        start, name = at.start(), _NAME.match(line, at.start())
        begin = name.end() if name else start
        closing = _QUOTES.get(line[begin], "")
        quoted = bool(closing) and last[closing] > begin
        end = line.index(closing, begin + 1) + 1 if quoted else _end_of_word(line, begin)
        text = line[begin + 1 : end - 1] if quoted else line[begin:end]
        text = text.strip() if closing == "»" else text
        words.append(Word(text, name[1].lower() if name else "", line[start:end], start, quoted))
        at = _START.search(line, end)
    return words


def _end_of_word(line: str, begin: int) -> int:
    match = _BARE.match(line, begin)
    return match.end() if match else begin


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
    """Split a text at its separators; return no parts when it has no separators."""
    parts = [_BULLET.sub("", part.strip()) for part in _SEPARATOR.split(text)]
    return tuple(part for part in parts if part) if len(parts) > 1 else ()


def _as_typed(words: Sequence[Word], line: str) -> str:
    """Join the words, with the line breaks that were between them."""
    typed = [words[0].raw]
    for word, after in pairwise(words):
        gap = line[word.start + len(word.raw) : after.start]
        typed += ["\n" if "\n" in gap else " ", after.raw]
    return "".join(typed)
