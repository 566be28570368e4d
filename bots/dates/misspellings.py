"""Words that are nearly a day or a month: "tomorow", "5 decmber"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bots.core.similarity import edit_distance
from bots.dates.errors import CalendarProblem
from bots.dates.parsing import Reading
from bots.dates.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_WORD = 5
_LONG_WORD = 8
"""From this length on, two letters may be wrong."""
_MAX_WORDS = 40
_BESIDE = 10
_NUMBER_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?$", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(r"\s[0-9]{1,2}(?![0-9:])", re.IGNORECASE)


def check_spelling(reading: Reading, rest: str, own: Vocabulary) -> None:
    """Raise "event-day-misspelt" for a word that is nearly a weekday or "tomorrow", or a month beside a number."""
    for words in dict.fromkeys((reading.rules.words, own)):
        for match in list(_WORD.finditer(rest))[:_MAX_WORDS]:
            meant = _nearly(match[0].lower(), words, cut=reading.day is None)
            if meant := meant or _nearly_month(match[0].lower(), match.start(), rest, words):
                raise CalendarProblem("event-day-misspelt", given=reading.text[slice(*match.span())], nearest=meant)


def _nearly(word: str, words: Vocabulary, *, cut: bool) -> str:
    """Return the day that a misspelt word means, or nothing. The first letter is right in most slips.

    `cut`: the first letters of a day count too ("frid").
    """
    if word in words.like_days or word in words.near or len(word) < _SHORTEST_WORD - 1:
        return ""
    if cut and (names := [name for name in _day_words(words) if name.startswith(word) and name != word]):
        return names[0]
    if len(word) < _SHORTEST_WORD:
        return ""
    names = [name for name in _day_words(words) if name[0] == word[0] and _distance(word, name) > 0]
    return min(names, key=lambda name: edit_distance(word, name), default="")


def _nearly_month(word: str, start: int, text: str, words: Vocabulary) -> str:
    """Return the month that a misspelt word beside a number means ("5 decmber"), or nothing."""
    if len(word) < _SHORTEST_WORD or word in words.months:
        return ""
    before, behind = text[max(0, start - _BESIDE) : start], text[start + len(word) : start + len(word) + _BESIDE]
    if not _NUMBER_BEFORE.search(before) and not _NUMBER_BEHIND.match(behind):
        return ""
    names = [name for name in words.months if name[0] == word[0] and _distance(word, name) > 0]
    return min(names, key=lambda name: edit_distance(word, name), default="")


def _distance(word: str, name: str) -> int:
    """Return how many letters are wrong; 0 for none, and for too many."""
    wrong = edit_distance(word, name)
    return wrong if wrong <= (2 if len(name) >= _LONG_WORD else 1) else 0


@lru_cache
def _day_words(words: Vocabulary) -> tuple[str, ...]:
    """Return the words for days that are long enough to be recognized when they are misspelt."""
    weekdays: Iterable[str] = re.sub(r"\[(.)[^]]*\]", r"\1", words.weekday).split("|")
    return tuple(name for name in (*weekdays, *words.near) if name.isalpha() and len(name) >= _SHORTEST_WORD)
