"""The new time of what has one already: "saturday", "20:00", "friday 7pm to 9pm". What is not said stays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bots.dates import parsing
from bots.dates.days import Day
from bots.dates.deadline import parse_when
from bots.dates.errors import CalendarProblem
from bots.dates.languages import LANGUAGES
from bots.dates.local_time import LONGEST_TEXT, quoted
from bots.dates.parsing import Reading, marked
from bots.dates.resolution import Slot, slot


def parse_move(
    text: str, *, start: datetime, end: datetime | None, locale: str | None, zone: ZoneInfo, now: datetime
) -> Slot:
    """The start and end that `text` names for what ran from `start` to `end` (aware).

    A day alone keeps the hour, an hour alone keeps the day, and without a new end it lasts as long as before.
    Raises CalendarProblem: "when-unreadable" (given), and those of `slot`.
    """
    if len(text) > LONGEST_TEXT:
        raise CalendarProblem("when-unreadable", given=quoted(text))
    reading = parsing.best(parsing.line_of(text), locale, now.astimezone(zone).date())
    if _wholly(reading):
        local = start.astimezone(zone)
        reading = reading if reading.day else replace(reading, day=Day(0, 0, on=local.date()))
        found = slot(reading, zone, now, alone=local.hour * 60 + local.minute)
    else:
        found = Slot(parse_when(text, locale=locale, zone=zone, now=now).astimezone(zone))
    if found.end is None and end is not None:
        return replace(found, end=(found.start.astimezone(UTC) + (end - start)).astimezone(zone))
    return found


def _wholly(reading: Reading) -> bool:
    """Whether a day or an hour was said, with small words at most."""
    rest = marked(reading.text, reading.used, " ")
    return bool(reading.worth) and not _small().sub(" ", rest).strip(" ,;:.!-")


@lru_cache(maxsize=1)
def _small() -> re.Pattern[str]:
    """The small words of every language that lead to a date."""
    words = "|".join(f"{language.on}|{language.to}|{language.lead}" for language in LANGUAGES)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
