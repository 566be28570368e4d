"""The times of a calendar's entries: dates, times in a zone, in UTC, or on any clock ("floating")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2s
from typing import Any
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from bots.dates.local_time import resolve_local_time

LONGEST = timedelta(days=92)
"""A longer entry is a season, not an event."""
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """When a date takes place. `zone` is empty where the calendar names no zone of the IANA's."""

    start: datetime
    end: datetime | None
    all_day: bool
    zone: str


def known_zone(name: str) -> ZoneInfo | None:
    """Return the zone with this name, or None."""
    try:
        return ZoneInfo(name) if name and len(name) < 64 else None
    except (ValueError, OSError, KeyError):
        return None


def instant(value: Any) -> datetime | None:
    """Return a property's value as an instant, or None if it is not a time."""
    at = getattr(value, "dt", None) if value is not None and not _is_broken(value) else None
    if not isinstance(at, datetime):
        return None
    return (at if at.tzinfo is not None else at.replace(tzinfo=UTC)).astimezone(UTC)


def _is_broken(value: Any) -> bool:
    return type(value).__name__ == "vBroken"


def key(event: Any, recurrence: datetime | None) -> str:
    """Return the stable id of a date: a hash of the entry's UID and RECURRENCE-ID (RFC 5545, 3.8.4)."""
    uid = str(event.get("UID", "")) or f"{event.get('SUMMARY', '')} {event.get('DTSTART', '')}"
    date_of = recurrence.isoformat(timespec="minutes") if recurrence is not None else ""
    return blake2s(f"{uid}\n{date_of}".encode("utf-8", "replace"), digest_size=16).hexdigest()


@dataclass(frozen=True)
class Times:
    """The zone of times that name none, and the span that counts: from `now` to `until`.

    Recurring entries count only until `repeats_until`.
    """

    zone: ZoneInfo
    now: datetime
    until: datetime
    repeats_until: datetime

    def wall(self, value: date | datetime, like: Any = None) -> datetime:
        """Return a time on the wall clock of its zone, or of that of the entry `like`; a date as its midnight."""
        if not isinstance(value, datetime):
            return datetime.combine(value, time())
        start = like["DTSTART"].dt if like is not None else None
        if isinstance(start, datetime) and start.tzinfo is not None and value.tzinfo is not None:
            value = value.astimezone(start.tzinfo)
        return value.replace(tzinfo=None, second=0, microsecond=0)

    def span(self, event: Any, at: datetime | None) -> Span | None:
        """Return when an entry takes place, or its date that begins `at`; None if that does not count."""
        start = event["DTSTART"].dt
        length = self._length(event, start)
        if isinstance(start, datetime):
            found = self._hours(start, at, length, str(event["DTSTART"].params.get("TZID", "")))
        else:
            found = self._days(start, at, length)
        last = found.end or found.start + timedelta(minutes=1)
        counts = last > self.now and found.start < (self.until if at is None else self.repeats_until)
        return found if counts and (length or _DAY) <= LONGEST else None

    def _length(self, event: Any, start: date | datetime) -> timedelta | None:
        if "DTEND" in event:
            end = event["DTEND"].dt
            if isinstance(end, datetime) != isinstance(start, datetime):
                return None
            if isinstance(end, datetime) and isinstance(start, datetime):
                return self._instant(end) - self._instant(start)
            days: timedelta = end - start
            return days
        given: timedelta | None = event["DURATION"].dt if "DURATION" in event else None
        return given

    def _days(self, start: date, at: datetime | None, length: timedelta | None) -> Span:
        first = at or datetime.combine(start, time())
        days = max(1, (length or _DAY).days)
        begin, end = (resolve_local_time(first + timedelta(days=more), self.zone)[0] for more in (0, days))
        return Span(begin.astimezone(UTC), end.astimezone(UTC), True, self.zone.key)

    def _hours(self, start: datetime, at: datetime | None, length: timedelta | None, named: str) -> Span:
        begin = self._instant(start if at is None else at.replace(tzinfo=start.tzinfo))
        end = begin + length if length is not None and length > timedelta() else None
        return Span(begin, end, False, self._name(start, named))

    def _name(self, start: datetime, named: str) -> str:
        """Return the zone in which an entry keeps its hour. UTC is how programs write an instant, not where it is."""
        if start.tzinfo is None:
            return self.zone.key
        name = WINDOWS_TO_OLSON.get(named, named)
        return name if name not in ("UTC", "Etc/UTC") and known_zone(name) else ""

    def _instant(self, at: datetime) -> datetime:
        at = at.replace(second=0, microsecond=0)
        zone = self.zone if at.tzinfo is None else at.tzinfo
        if isinstance(zone, ZoneInfo):
            return resolve_local_time(at.replace(tzinfo=None), zone)[0].astimezone(UTC)
        return at.astimezone(UTC)
