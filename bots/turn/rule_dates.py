"""The dates of a rule in a community or network: on its wall clock, and without public holidays if it says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bots.dates import public_holidays, recurrence
from bots.dates.local_time import resolve_local_time
from bots.dates.recurrence import Repetition
from storage.queries.memberships import Place
from storage.tables import Community


def holiday_place(place: Place) -> str:
    """Return whose public holidays a community or network means: what it set, else the country of its zone."""
    said = place.holidays if isinstance(place, Community) else ""
    return said or public_holidays.of_zone(place.zone)


def wall_times(rule: Repetition, start: datetime, place: Place, *, since: datetime) -> Iterator[datetime]:
    """Yield the times of a rule on the wall clock (naive) that begins at `start`, from `since` on."""
    is_holiday = None
    if rule.skips_holidays and (country := holiday_place(place)):
        is_holiday = public_holidays.checker(country)
    return recurrence.expand(rule, start, since=max(since, start), is_holiday=is_holiday)


def dates_after(
    rule: Repetition, start: datetime, zone: ZoneInfo, place: Place, after: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """Yield the dates of a rule after an instant, on the wall clock and as instants.

    What the clocks skip moves forward; of what comes twice it is the first.
    """
    since = after.astimezone(zone).replace(tzinfo=None) - timedelta(days=1)
    for wall in wall_times(rule, start, place, since=since):
        at, _moved = resolve_local_time(wall, zone)
        if at > after:
            yield wall, at
