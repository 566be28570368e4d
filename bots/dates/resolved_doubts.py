"""Doubts that only the resolved time shows: an hour that is over, a date of some days ago."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bots.dates.calendar_dates import exact_date
from bots.dates.errors import CalendarProblem
from bots.dates.parsing import Reading

_NOON = 12
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])|[/.-][0-9]{1,2}[/.-][0-9]{2}$")
_DIGIT = re.compile("[0-9]")
_JUST_OVER = timedelta(days=10)


def check_today(reading: Reading, start: datetime, now: datetime) -> None:
    """Raise "event-hour-half" for an hour that is over today, but not in the evening: "football wed 8" on a wednesday.

    `start`: what was understood, a week later.
    """
    day, hours = reading.day, reading.times
    if not day or not hours or not day.repeats or day.part or hours.part or hours.last or hours.first.certain:
        return
    if reading.occasion == "morning":
        return
    evening = start - timedelta(days=7) + timedelta(hours=12)
    if start.hour < _NOON and evening.date() == now.astimezone(start.tzinfo).date() and evening > now:
        raise CalendarProblem("event-hour-half", given=reading.text[hours.start : hours.end].strip())


def check_year(reading: Reading, start: datetime, now: datetime) -> None:
    """Raise "event-year-unsure" (given, full) for a date without a year that was a few days ago.

    `start`: what was understood, nearly a year ahead.
    """
    day = reading.day
    said = day.phrase.strip() if day else ""
    if day is None or day.on is None or day.checked or _YEAR.search(said) or not _DIGIT.search(said):
        return
    last = exact_date(day.on.year - 1, day.on.month, day.on.day)
    if last and timedelta(0) < now.astimezone(start.tzinfo).date() - last <= _JUST_OVER:
        example = f"{said}{'/' if '/' in said else ' '}{start.year}"
        raise CalendarProblem("event-year-unsure", given=said, full=example)
