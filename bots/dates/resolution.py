"""From what a line says to instants: which Friday, over which DST change, not in the past, not in ten years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bots.dates import times
from bots.dates.durations import after
from bots.dates.errors import CalendarProblem
from bots.dates.local_time import at_minute, settle
from bots.dates.parsing import Reading

FARTHEST_YEARS = 3
_FARTHEST = timedelta(days=1096)


@dataclass(frozen=True)
class Slot:
    """Aware times in the zone asked for. `moved`: a DST change skips an hour that was said; the next one is taken."""

    start: datetime
    end: datetime | None = None
    moved: bool = False


def slot(reading: Reading, zone: ZoneInfo, now: datetime, *, alone: int | None = None) -> Slot:
    """The start and end that a reading means at the aware instant `now`.

    `alone` is the minute of a day said without an hour. Raises CalendarProblem: "event-no-date", "event-no-time"
    (given), "date-past" (at), "date-too-far" (at, years), "weekday-mismatch" (given, at), "end-before-start" (at, end).
    """
    day = reading.day
    if day is None and reading.clock is None:
        raise CalendarProblem("event-no-date")
    if day and day.exact:
        begun = Slot(after(now, day.exact, zone).astimezone(zone).replace(second=0, microsecond=0))
        _check(begun.start, reading, zone, now)
        return _ended(begun, reading, zone, None, begun.start.date())
    minute, last = _minutes(reading, alone)
    on = day.on if day and day.on else now.astimezone(zone).date()
    again = day.again if day else 1
    start, moved = settle(at_minute(on, minute), zone)
    if start <= now and again:
        on += timedelta(days=again)
        start, moved = settle(at_minute(on, minute), zone)
    _check(start, reading, zone, now)
    return _ended(Slot(start, moved=moved), reading, zone, last, on)


def _minutes(reading: Reading, alone: int | None) -> tuple[int, int | None]:
    """When it starts and ends, in minutes after the day's midnight."""
    part = reading.day.part if reading.day else None
    if reading.clock:
        start, last = times.minutes(reading.clock, part)
        if last is None and reading.last and not reading.last_day:
            last = times.ending(start, reading.last, loose=not reading.last.explicit or bool(reading.clock.first.half))
        return start, last
    if part == "evening":
        return times.EVENING, None
    if alone is None:
        raise CalendarProblem("event-no-time", given=" ".join(reading.understood))
    return alone, None


def check_range(at: datetime, zone: ZoneInfo, now: datetime) -> None:
    """Raises CalendarProblem "date-past" (at), or "date-too-far" (at, years) beyond three years; `at` in `zone`."""
    if at <= now:
        raise CalendarProblem("date-past", at=at.astimezone(zone))
    if at - now > _FARTHEST:
        raise CalendarProblem("date-too-far", at=at.astimezone(zone), years=FARTHEST_YEARS)


def _check(start: datetime, reading: Reading, zone: ZoneInfo, now: datetime) -> None:
    check_range(start, zone, now)
    if reading.day and reading.day.mismatch:
        raise CalendarProblem("weekday-mismatch", given=reading.day.said, at=start)


def _ended(begun: Slot, reading: Reading, zone: ZoneInfo, last: int | None, on: date) -> Slot:
    """The slot with its end: said as an hour, as another day's hour, or as a length."""
    start, moved = begun.start, begun.moved
    if last is not None:
        end, shifted = settle(at_minute(on, last), zone)
    elif reading.last_day and reading.last and reading.last_day.on:
        later = reading.last_day
        minute = times.minutes(times.Clock(0, 0, reading.last), later.part)[0]
        day = reading.last_day.on
        while later.again and day < on:
            day += timedelta(days=later.again)
        end, shifted = settle(at_minute(day, minute), zone)
    elif reading.lasting:
        end, shifted = after(start, reading.lasting, zone).astimezone(zone), False
    else:
        return begun
    if end <= start:
        raise CalendarProblem("end-before-start", at=start, end=end)
    return Slot(start, end, moved or shifted)
