"""The words with which people ask and answer: the file `polls.toml` in each language's folder of bots/locales."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from bots.i18n import answers, languages
from bots.i18n.answers import without_accents


class PollWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one language asks. bots/locales/README.md explains each field.

    A `str` is a fragment of a regular expression: verbose, in any case. A list holds words in small letters.
    """

    or_: tuple[str, ...] = msgspec.field(name="or")
    or_inside: tuple[str, ...]
    against: tuple[str, ...]
    and_: tuple[str, ...] = msgspec.field(name="and")
    all: tuple[str, ...]
    and_or: str
    until: str
    until_behind: str = "(?!)"
    length: str
    asks: str
    asks_anywhere: str
    stem: str
    function_words: tuple[str, ...]
    several: str
    up_to: str
    at_most: str
    kinds: dict[str, tuple[str, ...]]
    flags: dict[str, tuple[str, ...]]
    thresholds: dict[str, tuple[str, ...]]
    rules: dict[str, str]


FLAGS = re.IGNORECASE | re.VERBOSE
RULES = ("quorum", "threshold")
"""The rules that take a value."""


@lru_cache(maxsize=1)
def _all() -> tuple[PollWords, ...]:
    return tuple(languages.load(code, "polls", PollWords) for code in languages.codes())


def fragments(field: str) -> tuple[str, ...]:
    """Return the fragments of a field, one for each language."""
    return tuple(getattr(words, field) for words in _all())


@lru_cache
def pattern(field: str) -> str:
    """Return the fragments of a field in every language as one group."""
    return f"(?:{'|'.join(fragments(field))})"


@lru_cache(maxsize=1)
def or_words() -> frozenset[str]:
    """Return the words for "or" in every language."""
    return frozenset(word for words in _all() for word in words.or_)


@lru_cache(maxsize=1)
def words_behind_or() -> frozenset[str]:
    """Return the words that make "or" part of an option, in every language: "more" in "three or more"."""
    return frozenset(word for words in _all() for word in words.or_inside)


@lru_cache(maxsize=1)
def words_against() -> frozenset[str]:
    """Return the words for "against" in every language."""
    return frozenset(word for words in _all() for word in words.against)


@lru_cache(maxsize=1)
def and_words() -> frozenset[str]:
    """Return the words for "and" in every language."""
    return frozenset(word for words in _all() for word in words.and_)


@lru_cache(maxsize=1)
def words_for_all() -> frozenset[str]:
    """Return the words for "as many as you like" in every language."""
    return frozenset(without_accents(word) for words in _all() for word in words.all)


@lru_cache(maxsize=1)
def kinds_by_word() -> dict[str, str]:
    """Return the kinds of polls by what people call them in every language, without accents."""
    return {without_accents(word): kind for words in _all() for kind, said in words.kinds.items() for word in said}


@lru_cache(maxsize=1)
def flags_by_word() -> dict[str, str]:
    """Return the settings that a word before the question switches on, by this word in every language."""
    return {without_accents(word): flag for words in _all() for flag, said in words.flags.items() for word in said}


@lru_cache(maxsize=1)
def thresholds_by_word() -> dict[str, str]:
    """Return what a winner needs, by what people call it in every language, without accents."""
    said = ((one, words.thresholds[one]) for words in _all() for one in words.thresholds)
    return {without_accents(word): one for one, names in said for word in names}


@lru_cache
def rule_pattern(name: str) -> str:
    """Return the words before the value of a rule, `quorum` or `threshold`, in every language as one group."""
    return f"(?:{'|'.join(words.rules[name] for words in _all())})"


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Return the articles, prepositions and pronouns of every language."""
    return frozenset(word for words in _all() for word in words.function_words)


@lru_cache(maxsize=1)
def _asks() -> re.Pattern[str]:
    return re.compile(rf"\s*[¿¡]?\s*{pattern('asks')}", FLAGS)


@lru_cache(maxsize=1)
def _asks_anywhere() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern('asks_anywhere')}\b", FLAGS)


def asks_for_more(question: str) -> bool:
    """Return whether a question wants more than yes or no: it has a word such as "where"."""
    return bool(_asks().match(question) or _asks_anywhere().search(question))


def begins_with_question(text: str) -> bool:
    """Return whether a text begins with a word such as "where"."""
    return bool(_asks().match(text))


def sounds_like_question(text: str) -> bool:
    """Return whether a text is a question even without its mark: it begins with "where" or "shall we"."""
    return begins_with_question(text) or _stem().match(text) is not None


@lru_cache(maxsize=1)
def _stem() -> re.Pattern[str]:
    return re.compile(rf"{pattern('stem')}\b", FLAGS)


def is_yes_or_no(word: str) -> bool:
    """Return whether somebody answers a yes/no question with this word."""
    return answers.match(word, "yes", "no", "maybe") is not None
