"""Events that take whole days: how they are shown, and what their reminders count from."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bots.core.richtext import Rich, Text
from bots.dates import formatting
from bots.dates.local_time import resolve_local_time
from bots.turn.turn import Turn
from storage.tables import Occurrence

MORNING_HOUR = 9
"""A day has no hour, so its reminders count from the morning of the first one."""


def days(occurrence: Occurrence) -> tuple[date, date]:
    """Return the first and the last day of an occurrence of whole days."""
    assert occurrence.wall_end is not None, "whole days have an end"
    start, end = datetime.fromisoformat(occurrence.wall_start), datetime.fromisoformat(occurrence.wall_end)
    return start.date(), (end - timedelta(minutes=1)).date()


def calendar_times(occurrence: Occurrence) -> tuple[date | datetime, date | datetime]:
    """Return start and end for a calendar file. Whole days are dates there, and the end is the day after the last."""
    if not occurrence.all_day:
        return occurrence.starts_at, occurrence.ends_at
    first, last = days(occurrence)
    return first, last + timedelta(days=1)


def show(occurrence: Occurrence, turn: Turn, style: Literal["long", "short"] = "long") -> Rich:
    """Return the days in words: "Saturday, 5 December 2026, all day"."""
    zone, locale = ZoneInfo(occurrence.zone), turn.room_context.locale
    first, last = days(occurrence)
    shown = [Text(formatting.format_date(on, zone, locale, style)) for on in (first, last)]
    if first == last:
        return turn.text("whole-day", day=shown[0])
    return turn.text("whole-days", first=shown[0], last=shown[1])


def reminded_from(occurrence: Occurrence) -> datetime:
    """Return the instant that reminders count back from: the start, or the morning of the first whole day."""
    if not occurrence.all_day:
        return occurrence.starts_at
    morning = datetime.fromisoformat(occurrence.wall_start).replace(hour=MORNING_HOUR, minute=0)
    return resolve_local_time(morning, ZoneInfo(occurrence.zone))[0]
