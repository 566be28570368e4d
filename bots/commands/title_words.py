"""A thing named by its title before other words: "the potluck to saturday", "the tea poll"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bots.commands import synonyms
from bots.commands.folding import fold
from bots.dates.recognition import names_time
from bots.i18n import answers

_MAX_WORDS = 8
_MAX_SMALL = 3
_SHORTEST = 4
"""Letters of a part of a title that names it."""
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")


def split_title(text: str, titles: Sequence[str]) -> tuple[int, str] | None:
    """Return which title a text begins with, maybe after an article, and the words that follow.

    A whole title counts, and a part of a single one; not where these words are a time ("saturday").
    """
    words = [match for _, match in zip(range(_MAX_WORDS + _MAX_SMALL), _WORD.finditer(text), strict=False)]
    while len(words) > 1 and synonyms.is_small(words[0][0]):
        del words[0]
    known = [_plain(title) for title in titles]
    heads = [(_plain(text[words[0].start() : last.end()]), last.end()) for last in words[:_MAX_WORDS]]
    for head, end in reversed(heads):
        if head and known.count(head) == 1:
            return known.index(head), _behind(text[end:])
    for head, end in reversed(heads):
        parts = [number for number, title in enumerate(known) if f" {head} " in f" {title} "]
        if len(parts) == 1 and len(head) >= _SHORTEST and not names_time(head):
            return parts[0], _behind(text[end:])
    return None


def _plain(text: str) -> str:
    return " ".join(_LETTERS.findall(fold(text)))


def _behind(text: str) -> str:
    """Return what is after a title, without small words that stand alone ("please")."""
    polite = not synonyms.without_small_words(text) and answers.match(text, "no") is None
    return "" if polite else text.strip(" ,:;")
