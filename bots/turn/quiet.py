"""The quiet hours of a community: what calls people without need waits until they are over."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bots.dates import quiet_hours
from storage.tables import Community


def quiet_until(community: Community | None, at: datetime) -> datetime | None:
    """Return the end of the quiet hours around `at`; None outside of them, and where no zone tells the time."""
    hours = quiet_hours.load(community.quiet_hours) if community is not None else None
    if community is None or hours is None:
        return None
    try:
        return quiet_hours.end_of(hours, at, ZoneInfo(community.zone))
    except ZoneInfoNotFoundError:
        return None


def after_quiet(community: Community | None, at: datetime) -> datetime:
    """Return `at`, or the end of the quiet hours that it falls into."""
    return quiet_until(community, at) or at
