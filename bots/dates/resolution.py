"""Resolve a reading to instants: which Friday, over which DST change, not in the past, not in ten years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bots.dates import times
from bots.dates.durations import add_offset
from bots.dates.errors import CalendarProblem
from bots.dates.local_time import at_minute, resolve_local_time
from bots.dates.parsing import Reading

FARTHEST_YEARS = 3
_FARTHEST = timedelta(days=1096)


@dataclass(frozen=True)
class Slot:
    """Aware times in the zone asked for. `moved`: a DST change skips an hour that was said; the next one is taken.

    `all_day`: it takes whole days, from the midnight before the first to the midnight after the last.
    """

    start: datetime
    end: datetime | None = None
    moved: bool = False
    all_day: bool = False

    @property
    def start_by(self) -> datetime:
        """The instant until which it may be announced: its start, or the end of its days."""
        return self.end if self.all_day and self.end is not None else self.start


def resolve_slot(reading: Reading, zone: ZoneInfo, now: datetime, *, default_minute: int | None = None) -> Slot:
    """Return the start and end that a reading means at the aware instant `now`.

    `default_minute` is the minute of a day said without an hour. Raises CalendarProblem: "event-no-date",
    "event-no-time" (given), "date-past" (at), "date-too-far" (at, years), "weekday-mismatch" (given, at),
    "end-before-start" (at, end).
    """
    day = reading.day
    if day is None and reading.times is None:
        raise CalendarProblem("event-no-date")
    if day and day.exact:
        begun = Slot(add_offset(now, day.exact, zone).astimezone(zone).replace(second=0, microsecond=0))
        _check(begun.start, reading, zone, now)
        return _with_end(begun, reading, zone, None, begun.start.date())
    if day and day.on and reading.all_day:
        return _whole_days(reading, day.on, zone, now)
    minute, last = _minutes(reading, default_minute)
    on = day.on if day and day.on else now.astimezone(zone).date()
    repeats = day.repeats if day else 1
    start, moved = resolve_local_time(at_minute(on, minute), zone)
    if start <= now and repeats:
        on += timedelta(days=repeats)
        start, moved = resolve_local_time(at_minute(on, minute), zone)
    _check(start, reading, zone, now)
    return _with_end(Slot(start, moved=moved), reading, zone, last, on)


def _whole_days(reading: Reading, on: date, zone: ZoneInfo, now: datetime) -> Slot:
    """Return the slot of whole days. A weekday is a later one than today; today itself has to be said."""
    if reading.day and reading.day.repeats and on <= now.astimezone(zone).date():
        on += timedelta(days=reading.day.repeats)
    last = reading.last_day.on if reading.last_day and reading.last_day.on else on
    while reading.last_day and reading.last_day.repeats and last < on:
        last += timedelta(days=reading.last_day.repeats)
    start = resolve_local_time(at_minute(on, 0), zone)[0]
    end = resolve_local_time(at_minute(last + timedelta(days=1), 0), zone)[0]
    check_range(end, zone, now)
    for day in (reading.day, reading.last_day):
        if day and day.mismatch:
            raise CalendarProblem("weekday-mismatch", given=day.phrase, at=start if day is reading.day else end)
    return Slot(start, end, all_day=True)


def _minutes(reading: Reading, default_minute: int | None) -> tuple[int, int | None]:
    """Return start and end in minutes after the day's midnight."""
    part = reading.day.part if reading.day else None
    if reading.times:
        start, last = times.to_minutes(reading.times, part, reading.occasion)
        if last is None and reading.last and not reading.last_day:
            loose = not reading.last.explicit or bool(reading.times.first.meridiem)
            last = times.end_after(start, reading.last, loose=loose)
        return start, last
    if part in times.DEFAULT_MINUTES:
        return times.DEFAULT_MINUTES[part], None
    if default_minute is None:
        raise CalendarProblem("event-no-time", given=" ".join(reading.phrases))
    return default_minute, None


def check_range(at: datetime, zone: ZoneInfo, now: datetime) -> None:
    """Raise CalendarProblem "date-past" (at), or "date-too-far" (at, years) beyond three years; `at` in `zone`."""
    if at <= now:
        raise CalendarProblem("date-past", at=at.astimezone(zone))
    if at - now > _FARTHEST:
        raise CalendarProblem("date-too-far", at=at.astimezone(zone), years=FARTHEST_YEARS)


def _check(start: datetime, reading: Reading, zone: ZoneInfo, now: datetime) -> None:
    check_range(start, zone, now)
    if reading.day and reading.day.mismatch:
        raise CalendarProblem("weekday-mismatch", given=reading.day.phrase, at=start)


def _with_end(begun: Slot, reading: Reading, zone: ZoneInfo, last: int | None, on: date) -> Slot:
    """Return the slot with its end: said as an hour, as another day's hour, or as a length."""
    start, moved = begun.start, begun.moved
    if last is not None:
        end, shifted = resolve_local_time(at_minute(on, last), zone)
    elif reading.last_day and reading.last and reading.last_day.on:
        minute = times.to_minutes(times.TimeRange(0, 0, reading.last), reading.last_day.part)[0]
        day = reading.last_day.on
        while reading.last_day.repeats and day < on:
            day += timedelta(days=reading.last_day.repeats)
        end, shifted = resolve_local_time(at_minute(day, minute), zone)
    elif reading.lasting:
        end, shifted = add_offset(start, reading.lasting, zone).astimezone(zone), False
    else:
        return begun
    if end <= start:
        raise CalendarProblem("end-before-start", at=start, end=end)
    return Slot(start, end, moved or shifted)
