"""The new time of an event: "saturday", "20:00", "an hour later". Parts that the text leaves out stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bots.dates import parsing, shifts, spoken_zones
from bots.dates.days import Day
from bots.dates.deadline import parse_stamp
from bots.dates.durations import Offset, add_offset
from bots.dates.errors import CalendarProblem
from bots.dates.local_time import LONGEST_TEXT, excerpt
from bots.dates.parsing import Reading
from bots.dates.polite import strip_polite
from bots.dates.resolution import Slot, check_range, resolve_slot
from bots.dates.vocabulary import unaccent

_WEEK = 7
_EVENING_HOUR = 17


def parse_reschedule(
    text: str,
    *,
    start: datetime,
    end: datetime | None,
    locale: str | None,
    zone: ZoneInfo,
    now: datetime,
    all_day: bool = False,
) -> Slot:
    """Return the start and end that `text` names for an event from `start` to `end` (aware).

    A weekday's name counts from the event's date: it is the first such day from then on. A day alone keeps the hour,
    an hour alone keeps the day, and without a new end it lasts as long as before. A length ("an hour later") counts
    from the event's start. `all_day`: the event takes whole days, and goes on to do so unless an hour is said.
    Raises CalendarProblem: "when-unreadable" (given), "event-hour-half" (given), and those of `resolve_slot`.
    """
    if len(text) > LONGEST_TEXT:
        raise CalendarProblem("when-unreadable", given=excerpt(text))
    if exact := parse_stamp(text.strip()):
        check_range(exact, zone, now)
        return _with_length(Slot(exact.astimezone(zone)), start, end)
    line, said_zone = spoken_zones.cut_zone(parsing.normalize_line(strip_polite(text)), zone)
    bare = shifts.strip_move_words(line) or line
    if offset := _shift(unaccent(line), start, said_zone, now) or _shift(unaccent(bare), start, said_zone, now):
        moved = Slot(add_offset(start, offset, said_zone).astimezone(zone), all_day=all_day and not offset.minutes)
        check_range(moved.start, zone, now)
        return _with_length(moved, start, end)
    reading = _read(bare, start, locale, said_zone, now)
    if not reading.has_only("on", "to", "lead"):
        raise CalendarProblem("when-unreadable", given=excerpt(text))
    slot = _resolve(reading, start, said_zone, now, all_day=all_day)
    slot = replace(slot, start=slot.start.astimezone(zone), end=slot.end.astimezone(zone) if slot.end else None)
    return slot if all_day and not slot.all_day else _with_length(slot, start, end)


def _shift(line: str, start: datetime, zone: ZoneInfo, now: datetime) -> Offset | None:
    """Return how much later a line puts the event. "Next week" counts from now, so the event must be of this week."""
    if shifts.is_next_week(line):
        this_week = (now.astimezone(zone).isocalendar()[:2]) == start.astimezone(zone).isocalendar()[:2]
        return Offset(days=_WEEK) if this_week else None
    return shifts.read_shift(line)


def _read(line: str, start: datetime, locale: str | None, zone: ZoneInfo, now: datetime) -> Reading:
    """Return the reading of a new time; a bare number is an hour, and a weekday counts from the event's date."""
    reading = parsing.read_best(line, locale, zone, now)
    if not reading.score:
        reading = parsing.read_best(f"@ {line}", locale, zone, now)
    today, event_day = now.astimezone(zone).date(), start.astimezone(zone).date()
    if reading.day and reading.day.repeats == _WEEK and event_day > today:
        reading = parsing.read_best(line, locale, zone, start)
    if reading.occasion is None and start.astimezone(zone).hour >= _EVENING_HOUR:
        reading = replace(reading, occasion="same")
    if reading.hour_is_doubtful:
        raise CalendarProblem("event-hour-half", given=line[:LONGEST_TEXT])
    return reading


def _resolve(reading: Reading, start: datetime, zone: ZoneInfo, now: datetime, *, all_day: bool) -> Slot:
    """Return the slot of a reading: without a day on the event's own, without an hour at the event's own."""
    local = start.astimezone(zone)
    if not reading.day:
        reading = replace(reading, day=Day(0, 0, on=local.date()))
    if all_day and not reading.times:
        reading = replace(reading, all_day=True)
    return resolve_slot(reading, zone, now, default_minute=local.hour * 60 + local.minute)


def _with_length(slot: Slot, start: datetime, end: datetime | None) -> Slot:
    """Return the slot, as long as the event was if it has no end of its own. Whole days stay as many."""
    if end is None or (slot.end is not None and not slot.all_day):
        return slot
    if not slot.all_day:
        return replace(slot, end=(slot.start.astimezone(UTC) + (end - start)).astimezone(slot.start.tzinfo))
    if slot.end is not None and slot.end - slot.start > timedelta(days=1, hours=2):
        return slot
    days = round((end - start) / timedelta(days=1))
    zone = slot.start.tzinfo
    assert isinstance(zone, ZoneInfo)
    return replace(slot, end=add_offset(slot.start, Offset(days=max(days, 1)), zone).astimezone(zone))
