"""Whether words name a time at all, whenever and wherever somebody says them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bots.dates.deadline import parse_when
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import FLAGS
from bots.dates.vocabulary import unaccent, union

_SOME_DAY = datetime(2026, 1, 7, 8, tzinfo=UTC)
_ZONE = ZoneInfo("UTC")
_READ = frozenset({"date-past", "date-too-far", "date-impossible", "weekday-mismatch", "date-order-unsure"})
"""Problems of words that were understood."""
_MAX_WORDS = 10


def is_weekday(word: str) -> bool:
    """Return whether a word is the name of a weekday in any language, also a short one."""
    return _weekday().fullmatch(unaccent(word)) is not None


@lru_cache(maxsize=1)
def _weekday() -> re.Pattern[str]:
    names = "|".join((union("weekday"), union("sure_short"), union("abbreviations")))
    return re.compile(rf"(?:{names})\.?", FLAGS)


def names_time(text: str) -> bool:
    """Return whether a few words are a time ("friday", "demain 18h", "2h"), even a past one."""
    words = text.split()
    if not words or len(words) > _MAX_WORDS:
        return False
    try:
        parse_when(" ".join(words), locale=None, zone=_ZONE, now=_SOME_DAY)
    except CalendarProblem as problem:
        return problem.text_id in _READ
    return True
