"""The quiet hours of a community or network: what calls people without need waits until they are over."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bots.dates import quiet_hours
from storage.queries.memberships import Place


def quiet_until(place: Place | None, at: datetime) -> datetime | None:
    """Return the end of the quiet hours around `at`; None outside of them, and where no zone tells the time."""
    hours = quiet_hours.load(place.quiet_hours) if place is not None else None
    if place is None or hours is None:
        return None
    try:
        return quiet_hours.end_of(hours, at, ZoneInfo(place.zone))
    except ZoneInfoNotFoundError:
        return None


def after_quiet(place: Place | None, at: datetime) -> datetime:
    """Return `at`, or the end of the quiet hours that it falls into."""
    return quiet_until(place, at) or at
