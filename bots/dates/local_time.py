"""From what a clock on the wall shows to an instant (PEP 495 for the hours that come twice or never)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bots.core import sanitize

LONGEST_TEXT = 500


def settle(local: datetime, zone: ZoneInfo) -> tuple[datetime, bool]:
    """The aware time in `zone` for a naive wall clock, and whether it had to move.

    An hour that a DST change skips moves forward by the gap; of one that comes twice, the first is taken.
    """
    aware = local.replace(tzinfo=zone, fold=0)
    real = aware.astimezone(UTC).astimezone(zone)
    return real, real.replace(tzinfo=None) != local


def at_minute(day: date, minute: int) -> datetime:
    """The naive wall clock `minute` minutes after the day's midnight; 1440 and more is in the next day."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def tidy(text: str) -> str:
    """One line without control or bidi characters."""
    return " ".join(sanitize.clean(text).split())


def quoted(text: str) -> str:
    """What somebody typed, short enough to be said back."""
    return sanitize.cut(tidy(text[:LONGEST_TEXT]), 40)
