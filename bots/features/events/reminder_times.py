"""When reminders are due, and whether a late one is still useful."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from bots.dates import durations, leads
from bots.dates.durations import Offset
from bots.features.events import whole_days
from storage.tables import Event, Occurrence

LATE = timedelta(minutes=5)
"""A reminder that is later than this apologizes."""
_USEFUL_AFTER_START = timedelta(minutes=15)
"""How long after the start a reminder may still say that the event began."""
_COUNTED_IN_HOURS = timedelta(hours=20)
"""A start on another day that is further away than this is counted in days."""


class TimeToStart(NamedTuple):
    """The time until the start in one unit. `begun`: minutes since the start."""

    unit: Literal["now", "begun", "minutes", "hours", "days", "today"]
    amount: int = 0


def offsets(event: Event) -> tuple[Offset, ...]:
    """Return the reminder offsets before the start, longest first."""
    return leads.parse_leads(event.reminders) if event.reminders.strip() else ()


def due(occurrence: Occurrence, offset: Offset) -> datetime:
    """Return the instant (UTC) of a reminder. Days count on the occurrence's wall clock, hours exactly.

    Whole days have no hour, so their reminders are due in the morning of a day.
    """
    offset = Offset(offset.days) if occurrence.all_day else offset
    return durations.subtract_offset(whole_days.reminded_from(occurrence), offset, ZoneInfo(occurrence.zone))


def upcoming(event: Event, occurrence: Occurrence, now: datetime) -> list[tuple[Offset, datetime]]:
    """Return the reminders that are still to come, soonest first."""
    times = [(offset, due(occurrence, offset)) for offset in offsets(event)]
    return sorted(((offset, at) for offset, at in times if at > now), key=lambda pair: pair[1])


def is_useful(
    event: Event, occurrence: Occurrence, offset: Offset, now: datetime, own: tuple[Offset, ...] | None = None
) -> bool:
    """Return whether to send a reminder that fired: one of the event's, or of a person's `own`.

    It must come before the start (a reminder of the start itself: shortly after it), and no later one may be due.
    """
    at = due(occurrence, offset)
    start = whole_days.reminded_from(occurrence)
    end = start + _USEFUL_AFTER_START if at >= start else start
    all_times = [(due(occurrence, other), other.short) for other in (offsets(event) if own is None else own)]
    latest = max((pair for pair in all_times if pair[0] <= now), default=(at, offset.short))
    return now < end and latest == (at, offset.short)


def can_wait(occurrence: Occurrence, offset: Offset, quiet_end: datetime) -> bool:
    """Return whether a reminder can wait for the end of quiet hours: at least half of its notice must be left."""
    start, at = whole_days.reminded_from(occurrence), due(occurrence, offset)
    return at < start and (start - quiet_end) * 2 >= start - at


def until_occurrence(occurrence: Occurrence, now: datetime, zone: ZoneInfo) -> TimeToStart:
    """Return the time until an occurrence; whole days are counted in days of their own zone."""
    if not occurrence.all_day:
        return until_start(occurrence.starts_at, now, zone)
    left = (whole_days.days(occurrence)[0] - now.astimezone(ZoneInfo(occurrence.zone)).date()).days
    return TimeToStart("days", left) if left > 0 else TimeToStart("today")


def until_start(start: datetime, now: datetime, zone: ZoneInfo) -> TimeToStart:
    """Return the time until the start in the unit that people would use."""
    left = start - now
    minutes = round(left.total_seconds() / 60)
    days = (start.astimezone(zone).date() - now.astimezone(zone).date()).days
    if minutes < 0:
        return TimeToStart("begun", -minutes)
    if minutes == 0:
        return TimeToStart("now")
    if days and left > _COUNTED_IN_HOURS:
        return TimeToStart("days", days)
    if minutes == 60 or minutes >= 120:
        return TimeToStart("hours", round(minutes / 60))
    return TimeToStart("minutes", minutes)
