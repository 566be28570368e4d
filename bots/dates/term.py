"""A length of time before other words: "for 30 days: too many links", "7 days"."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from bots.dates.durations import read_offset, span_pattern
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import FLAGS
from bots.dates.local_time import LONGEST_TEXT, excerpt
from bots.dates.vocabulary import unaccent, union


def take_term(text: str) -> tuple[timedelta | None, str]:
    """Return the length of time that begins a text, or None, and the words after it."""
    match = _at_start().match(unaccent(text[:LONGEST_TEXT]))
    offset = read_offset(match["span"].strip()) if match is not None else None
    if match is None or offset is None or not offset.length:
        return None, text.strip()
    return offset.length, text[match.end() :].strip()


def parse_term(text: str) -> timedelta:
    """Return the length that a text is, with or without a word such as "for" before it.

    Raises CalendarProblem("span-unreadable", given).
    """
    length, rest = take_term(text)
    if length is None or rest:
        raise CalendarProblem("span-unreadable", given=excerpt(text))
    return length


def find_term(text: str) -> int | None:
    """Return where in a text the first length of time with a word such as "for" begins, or None."""
    match = _inside().search(unaccent(text[:LONGEST_TEXT]))
    return match.start() if match is not None else None


@lru_cache(maxsize=1)
def _at_start() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?:{union('lasting')})\s+)?(?P<span>{span_pattern()})(?:\s*[,:;.–—-](?=\s|$))?", FLAGS)


@lru_cache(maxsize=1)
def _inside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{union('lasting')})\s+{span_pattern()}", FLAGS)
