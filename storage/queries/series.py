"""Queries about recurring events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from storage.bulk_writes import upsert
from storage.queries.events import EVENTS, EventOccurrence, occurrences
from storage.tables import Event, EventSeries, EventState, Occurrence, TimeZoneData
from storage.unit_of_work import UnitOfWork

REMEMBER_ZONE_DATA = upsert(TimeZoneData, keys=("version",), replace=("at",))


async def series_of(uow: UnitOfWork, event: Event) -> EventSeries | None:
    """Return the series that an event is a date of."""
    return await uow.get(EventSeries, event.series_id) if event.series_id is not None else None


async def template_of(uow: UnitOfWork, series: int) -> Event | None:
    """Return what the next date of a series says."""
    return await uow.first(select(Event).where(Event.series_id == series, Event.state == EventState.TEMPLATE))


async def newest_revision(uow: UnitOfWork, series: int) -> int:
    """Return the highest revision of a series' template and dates."""
    return await uow.first(select(func.max(Event.revision)).where(Event.series_id == series)) or 0


async def date_of(uow: UnitOfWork, series: int, recurrence: str) -> Event | None:
    """Return the event of this date of a series."""
    return await uow.first(select(Event).where(Event.series_id == series, Event.recurrence == recurrence))


async def date_before(uow: UnitOfWork, event: Event) -> EventOccurrence | None:
    """Return the date of a series before this one, in any state."""
    query = EVENTS.where(Event.series_id == event.series_id, Event.state != EventState.TEMPLATE)
    query = query.where(col(Event.recurrence) < event.recurrence)
    return next(iter(await occurrences(uow, query.order_by(col(Event.recurrence).desc()).limit(1))), None)


async def dates(
    uow: UnitOfWork, series: int, state: EventState, now: datetime, limit: int = 100
) -> Sequence[EventOccurrence]:
    """Return a series' events in this state that are not over, soonest first."""
    query = EVENTS.where(Event.series_id == series, Event.state == state, col(Occurrence.ends_at) > now)
    return await occurrences(uow, query.order_by(col(Occurrence.starts_at), col(Occurrence.id)).limit(limit))


async def to_come(uow: UnitOfWork, after: int, since: datetime, limit: int) -> Sequence[EventOccurrence]:
    """Return some dates of any event that end after `since`, from the occurrence after `after` on."""
    query = EVENTS.where(col(Occurrence.id) > after, col(Occurrence.ends_at) > since)
    return await occurrences(uow, query.order_by(col(Occurrence.id)).limit(limit))


async def zone_data(uow: UnitOfWork) -> str | None:
    """Return the version of the time zone database with which all instants were computed last; None for none yet."""
    return await uow.first(select(TimeZoneData.version).order_by(col(TimeZoneData.at).desc()).limit(1))
