"""Quiet hours: a span of each day, such as 22:00 to 08:00, that follows the wall clock of its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bots.core.refusal import Refusal
from bots.dates.grammar import grammar
from bots.dates.local_time import excerpt
from bots.dates.times import find_times
from bots.dates.vocabulary import Part, all_vocabularies, unaccent, vocabulary
from bots.i18n import languages

_DAY, _NOON, LONGEST = 24 * 60, 12 * 60, 16 * 60
_DUSK = 5
"""In minutes; `_DUSK` in hours. A span longer than `LONGEST` is a slip: "10-8" without am and pm."""
MAX_LENGTH = 60
_TIME = r"(\d{1,2})(?:\s?[:.hH]\s?(\d{2})|(?<=\d\d)(\d{2}))?\s{0,2}(?:([ap])\.?\s?m\b\.?)?"
_WORDS = r"(?>(?:[^\W\d]++['\u2019.]?\s{0,2}+){0,5})"
_SPAN = re.compile(rf"\s*{_WORDS}{_TIME}\s*({_WORDS})\s*[-–—]?\s*{_TIME}\s*({_WORDS})\s*", re.IGNORECASE)
"""Two times in digits, with words around each: "from 10pm to 8am", "de 10 de la noche a 8 de la mañana"."""


class QuietHours(NamedTuple):
    """A span of the day, in minutes after midnight. The end may lie on the next day."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{_clock(self.start)}-{_clock(self.end)}"

    def contains(self, minute: int) -> bool:
        """Return whether a minute of the day lies in the span."""
        return (minute - self.start) % _DAY < (self.end - self.start) % _DAY


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def parse(text: str) -> QuietHours:
    """Return the quiet hours that somebody typed. Raises Refusal("quiet-hours-unclear")."""
    said = _in_digits(text) or _in_words(text) if len(text) <= MAX_LENGTH else None
    if said is None or said.start == said.end or (said.end - said.start) % _DAY > LONGEST:
        raise Refusal("quiet-hours-unclear", argument="value", given=excerpt(text))
    return said


def _in_digits(text: str) -> QuietHours | None:
    match = _SPAN.fullmatch(text)
    if match is None or (len(match[10].split()) > 1 and not _part(match[10])):
        return None
    first = _minute(match[1], match[2], match[3], match[4], match[5])
    last = _minute(match[6], match[7], match[8], match[9], match[10])
    if first is None or last is None:
        return None
    spares_pm = match[9] and not match[4] and (last - first) % _DAY > LONGEST  # "10-8am"
    return QuietHours((first + _NOON if spares_pm else first) % _DAY, last)


def _minute(hour: str, minute: str | None, joined: str | None, half: str | None, behind: str) -> int | None:
    """Return the minute of the day; None for what no clock shows. `behind`: words that may name a part of the day."""
    hours, minutes = int(hour), int(minute or joined or 0)
    part = _part(behind)
    if part and not half and hours <= _NOON // 60:
        half = _half(hours, part)
    if hours > (12 if half else 24) or minutes > 59 or (half and hours == 0):
        return None
    if half:
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    return (hours * 60 + minutes) % _DAY


def _part(words: str) -> Part | None:
    """Return the part of the day that some words name."""
    return next((_parts()[word] for word in unaccent(words).lower().split() if word in _parts()), None)


def _half(hour: int, part: Part) -> str:
    """Return "a" or "p" for an hour in a part of the day: 12 at night is midnight, "12 de la mañana" is noon."""
    if part in {"evening", "night"}:
        return "p" if _DUSK <= hour < _NOON // 60 else "a"
    return "a" if part == "morning" and hour < _NOON // 60 else "p"


@lru_cache(maxsize=1)
def _parts() -> Mapping[str, Part]:
    """Return the parts of the day by their names in all languages."""
    return {unaccent(name): part for words in all_vocabularies() for name, part in words.parts.items()}


def _in_words(text: str) -> QuietHours | None:
    """Return a span that the words for dates describe as a whole: "midnight to 7am", "minuit à 7h"."""
    typed = text.strip()
    for code in languages.codes():
        found = find_times(typed, grammar(vocabulary(code)))
        times = [time for span in found for time in (span.first, span.last) if time is not None]
        if len(times) == 2 and found[0].start == 0 and found[-1].end == len(typed):
            return QuietHours(times[0].minutes % _DAY, times[1].minutes % _DAY)
    return None


def load(stored: str) -> QuietHours | None:
    """Return the quiet hours that a column holds as `22:00-08:00`; None for no quiet hours."""
    if not stored:
        return None
    first, last = (time.fromisoformat(part) for part in stored.split("-"))
    return QuietHours(first.hour * 60 + first.minute, last.hour * 60 + last.minute)


def end_of(hours: QuietHours, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the instant (UTC) when the quiet hours around `now` end; None outside of them.

    The wall clock decides, so that a night in which the clocks change ends at the same hour as any other.
    """
    local = now.astimezone(zone)
    if not hours.contains(local.hour * 60 + local.minute):
        return None
    end = time(hours.end // 60, hours.end % 60)
    days = (local.date(), local.date() + timedelta(days=1))
    instants = (datetime.combine(day, end.replace(fold=fold), zone).astimezone(UTC) for day in days for fold in (0, 1))
    return next(instant for instant in instants if instant > now)
