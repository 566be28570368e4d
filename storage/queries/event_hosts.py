"""Queries about the people who host events."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select

from storage.queries import ownership, series
from storage.queries.ownership import Holder
from storage.tables import Event, EventState
from storage.unit_of_work import UnitOfWork


async def hosted_by(uow: UnitOfWork, member: int, holder: Holder | None = None) -> list[Event]:
    """Return the events that somebody hosts or is asked to host, of a community or network or of all."""
    query = select(Event).where(Event.host_id == member)
    query = query.where(ownership.owned_by(Event, holder)) if holder is not None else query
    return list(await uow.all(query.order_by(col(Event.id))))


async def following(uow: UnitOfWork, event: Event, now: datetime) -> list[Event]:
    """Return what comes after a date of a series: its template, and the dates that have an event already."""
    template = await series.template_of(uow, event.series_id) if event.series_id is not None else None
    if template is None:
        return []
    later = await series.dates(uow, template.series_id or 0, EventState.PLANNED, now)
    return [template, *(date for date, _ in later if (date.recurrence or "") > (event.recurrence or ""))]
