"""From wall clock times to instants (PEP 495 for the hours that come twice or never)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bots.core.sanitize import one_line, truncate

LONGEST_TEXT = 500


def resolve_local_time(local: datetime, zone: ZoneInfo) -> tuple[datetime, bool]:
    """Return the aware time in `zone` for a naive wall clock time, and whether it had to move.

    An hour that a DST change skips moves forward by the gap. Of an hour that comes twice, the first is taken.
    """
    aware = local.replace(tzinfo=zone, fold=0)
    real = aware.astimezone(UTC).astimezone(zone)
    return real, real.replace(tzinfo=None) != local


def at_minute(day: date, minute: int) -> datetime:
    """Return the naive wall clock time `minute` minutes after the day's midnight; 1440 and more is in the next day."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def excerpt(text: str) -> str:
    """Return the beginning of what somebody typed, short enough to quote in an answer."""
    return truncate(one_line(text[:LONGEST_TEXT]), 40)
