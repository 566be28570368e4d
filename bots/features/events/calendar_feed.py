"""The calendar of a community or network (RFC 5545): all of its events, and those it shows, that all may come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bots.features.events import calendar_entries
from storage.queries import calendar_feeds
from storage.queries import series as queries
from storage.queries.events import EventOccurrence
from storage.queries.memberships import Place
from storage.tables import Community, EventSeries
from storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from icalendar import Event as Entry

BACK = timedelta(days=366)
"""How long events stay in it."""
MAX_DATES = 500
"""The latest ones."""


@dataclass(frozen=True)
class Found:
    """The entries of a calendar, with its name and the time of the last change."""

    name: str
    entries: Sequence[Entry]
    changed_at: datetime


async def collect(uow: UnitOfWork, place: Place, now: datetime, *, public: bool) -> Found:
    """Return what is in a calendar. `public`: it is on the web.

    Of a network's series a community has the dates that it accepted, not the rule: it may decline those to come.
    """
    rows = await calendar_feeds.dates_of(uow, place, now - BACK, MAX_DATES, public=public)
    by_series: dict[int, list[tuple[EventOccurrence, Place]]] = {}
    entries: list[Entry] = []
    for planned, holder in rows:
        is_guest = isinstance(place, Community) and planned.event.community_id != place.id
        if planned.event.series_id is not None and not is_guest:
            by_series.setdefault(planned.event.series_id, []).append((planned, holder))
        elif _is_open(planned):
            entries.append(calendar_entries.single(planned))
    for number, dates in by_series.items():
        entries += await _series(uow, number, dates, now)
    stamps = [planned.event.changed_at or planned.event.created_at for planned, _ in rows if _is_open(planned)]
    return Found(place.name, entries, max(stamps, default=place.created_at))


async def _series(
    uow: UnitOfWork, number: int, dates: Sequence[tuple[EventOccurrence, Place]], now: datetime
) -> Sequence[Entry]:
    """Return the entries of a series: with its rule, if what follows is open."""
    shown = [planned for planned, _ in reversed(dates) if _is_open(planned)]
    row, template = await uow.get(EventSeries, number), await queries.template_of(uow, number)
    if row is None or template is None or not calendar_feeds.is_open(template):
        return [calendar_entries.single(planned) for planned in shown]
    hidden = [planned.event.recurrence or "" for planned, _ in dates if not _is_open(planned)]
    return calendar_entries.of_series(row, template, shown, dates[0][1], now, hidden)


def write(found: Found) -> str:
    """Return the calendar as a file. It takes a while: do it in a thread."""
    content: bytes = calendar_entries.calendar(found.entries, found.name).to_ical()
    return content.decode()


def _is_open(planned: EventOccurrence) -> bool:
    return calendar_feeds.is_open(planned.event)
