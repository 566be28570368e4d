"""When reminders are due, whether a late one is still of use, and how far ahead the start is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from bots.dates import durations
from bots.dates.durations import Offset
from storage.tables import Event, Occurrence

LATE = timedelta(minutes=5)
"""From here on a reminder says that it comes late."""
START_IS_NEWS = timedelta(minutes=15)
"""How long after the start it is still worth saying that it began."""
_DAY = timedelta(hours=20)
"""What starts on another day and is further away than this is counted in days."""


class Ahead(NamedTuple):
    """How far away the start is: `now` and `begun` (minutes ago) at the start, else `minutes`, `hours` or `days`."""

    unit: Literal["now", "begun", "minutes", "hours", "days"]
    amount: int = 0


def offsets(event: Event) -> tuple[Offset, ...]:
    """When an event's reminders are due before its start, the longest first."""
    return durations.parse_spans(event.reminders) if event.reminders.strip() else ()


def due(occurrence: Occurrence, offset: Offset) -> datetime:
    """The instant (UTC) of a reminder: days before on the wall clock of the occurrence, hours before exactly."""
    return durations.before(occurrence.starts_at, offset, ZoneInfo(occurrence.zone))


def ahead_of(event: Event, occurrence: Occurrence, now: datetime) -> list[tuple[Offset, datetime]]:
    """The reminders that are still to come, the soonest first."""
    times = [(offset, due(occurrence, offset)) for offset in offsets(event)]
    return sorted(((offset, at) for offset, at in times if at > now), key=lambda pair: pair[1])


def useful(event: Event, occurrence: Occurrence, offset: Offset, now: datetime) -> bool:
    """Whether a reminder that fired is still worth sending: before the start (at the start: for a quarter of an hour),
    and when no later one is due as well."""
    at = due(occurrence, offset)
    last = occurrence.starts_at + START_IS_NEWS if at >= occurrence.starts_at else occurrence.starts_at
    others = [(due(occurrence, other), other.short) for other in offsets(event)]
    newest = max((pair for pair in others if pair[0] <= now), default=(at, offset.short))
    return now < last and newest == (at, offset.short)


def until_start(start: datetime, now: datetime, zone: ZoneInfo) -> Ahead:
    """How far away the start is, as one would say it."""
    away = start - now
    minutes = round(away.total_seconds() / 60)
    days = (start.astimezone(zone).date() - now.astimezone(zone).date()).days
    if minutes < 0:
        return Ahead("begun", -minutes)
    if minutes == 0:
        return Ahead("now")
    if days and away > _DAY:
        return Ahead("days", days)
    if minutes == 60 or minutes >= 120:
        return Ahead("hours", round(minutes / 60))
    return Ahead("minutes", minutes)
