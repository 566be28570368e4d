"""The words of a poll: what its question and options may be, and which change keeps their meaning."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Protocol

from bots.commands.checks import check_length
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.core.sanitize import one_line
from bots.core.similarity import edit_distance
from bots.features.polls.limits import MAX_OPTION_LENGTH, MAX_OPTIONS, MAX_QUESTION_LENGTH
from bots.features.polls.vocabulary import words_for_all
from bots.i18n.answers import without_accents

FEWEST = 2
"""Options that every poll has."""
_SHORT_WORD = 3
"""Letters: another letter in a word as short as "tea" makes another word."""
_SAYING = frozenset("LNS")
"""The categories of letters, digits and pictures: a text that has none of them says nothing."""


class Wording(Protocol):
    """The words of a poll that people vote for."""

    @property
    def question(self) -> str:
        """The question."""

    @property
    def options(self) -> tuple[str, ...]:
        """The options' texts."""

    @property
    def max_choices(self) -> int:
        """How many options one ballot may name."""


def question(text: str) -> str:
    """Return the question on one line. Raises Refusal("poll-question-empty" | "poll-question-long")."""
    return _line(text, "question", MAX_QUESTION_LENGTH)


def options(given: Sequence[str]) -> tuple[str, ...]:
    """Return the options, each on one line. Raises Refusal for too few, too many, too long or equal options."""
    lines = (one_line(text) for text in given)
    found = tuple(line for line in lines if line)
    if len(found) < FEWEST:
        raise Refusal("poll-options-few", argument="options", count=len(found))
    if len(found) > MAX_OPTIONS:
        raise Refusal("poll-options-many", argument="options", count=len(found), limit=MAX_OPTIONS)
    seen: set[str] = set()
    for one in found:
        check_length(one, MAX_OPTION_LENGTH, "options", refusal="poll-option-long")
        if one.lower() in seen:
            raise Refusal("poll-option-twice", argument="options", option=one)
        seen.add(one.lower())
    return found


def option(text: str) -> str:
    """Return one more option on one line. Raises Refusal("poll-option-empty" | "poll-option-long")."""
    return _line(text, "option", MAX_OPTION_LENGTH)


def _line(text: str, name: str, limit: int) -> str:
    """Return a text that says something on one line. Raises Refusal("poll-<name>-empty" | "poll-<name>-long")."""
    line = one_line(text)
    if not any(unicodedata.category(letter)[0] in _SAYING for letter in line):
        raise Refusal(f"poll-{name}-empty", argument=name)
    check_length(line, limit, name, refusal=f"poll-{name}-long")
    return line


def max_choices(text: str | None, count: int) -> int:
    """Return how many options one ballot may name. Raises Refusal("poll-choices")."""
    if text is None:
        return 1
    if without_accents(text.strip()).casefold() in words_for_all():
        return count
    number = parse_int(text)
    if number is None or not 1 <= number <= count:
        raise Refusal("poll-choices", argument="choices", given=text, most=count)
    return number


def only_spelling(old: Wording, new: Wording) -> bool:
    """Return whether people who voted for the old words also voted for the new ones: they differ in spelling only."""
    if len(old.options) != len(new.options) or new.max_choices < old.max_choices:
        return False
    pairs = zip((old.question, *old.options), (new.question, *new.options), strict=True)
    return all(_is_same_word(before, after) for before, after in pairs)


def _is_same_word(before: str, after: str) -> bool:
    """Return whether two texts differ by a typing mistake: in case, or in few letters and no digit."""
    one, other = before.casefold(), after.casefold()
    if one == other:
        return True
    digits = [[letter for letter in text if letter.isdigit()] for text in (one, other)]
    shorter = min(len(one), len(other))
    return digits[0] == digits[1] and edit_distance(one, other) <= max(shorter > _SHORT_WORD, shorter // 5)
