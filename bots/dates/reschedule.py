"""The new time of an event: "saturday", "20:00", "friday 7pm to 9pm". What the text leaves out stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bots.dates import parsing
from bots.dates.days import Day
from bots.dates.deadline import parse_when
from bots.dates.errors import CalendarProblem
from bots.dates.local_time import LONGEST_TEXT, excerpt
from bots.dates.resolution import Slot, resolve_slot

_WEEK = 7


def parse_reschedule(
    text: str, *, start: datetime, end: datetime | None, locale: str | None, zone: ZoneInfo, now: datetime
) -> Slot:
    """Return the start and end that `text` names for an event from `start` to `end` (aware).

    A weekday's name counts from the event's date: it is the first such day from then on.
    A day alone keeps the hour, an hour alone keeps the day, and without a new end it lasts as long as before.
    Raises CalendarProblem: "when-unreadable" (given), and those of `resolve_slot`.
    """
    if len(text) > LONGEST_TEXT:
        raise CalendarProblem("when-unreadable", given=excerpt(text))
    line, today, event_day = parsing.normalize_line(text), now.astimezone(zone).date(), start.astimezone(zone).date()
    reading = parsing.read_best(line, locale, zone, now)
    if reading.day and reading.day.repeats == _WEEK and event_day > today:
        reading = parsing.read_best(line, locale, zone, start)
    if reading.has_only("on", "to", "lead"):
        local = start.astimezone(zone)
        reading = reading if reading.day else replace(reading, day=Day(0, 0, on=local.date()))
        slot = resolve_slot(reading, zone, now, default_minute=local.hour * 60 + local.minute)
    else:
        slot = Slot(parse_when(text, locale=locale, zone=zone, now=now).astimezone(zone))
    if slot.end is None and end is not None:
        return replace(slot, end=(slot.start.astimezone(UTC) + (end - start)).astimezone(zone))
    return slot
