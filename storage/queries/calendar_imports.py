"""Queries about imported calendars."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, func
from sqlmodel import col, select

from storage.queries.events import EventOccurrence
from storage.queries.ownership import Holder
from storage.tables import CalendarImport, Event, EventState, ImportedEntry, Occurrence, Room, RoomRole
from storage.unit_of_work import UnitOfWork


class KnownEntry(NamedTuple):
    """A date that was imported before, and its event."""

    entry: ImportedEntry
    planned: EventOccurrence


def _held(holder: Holder) -> ColumnElement[bool]:
    """Match what a room of this holder knows: what a circle imports stays there."""
    if holder.community is not None:
        return col(CalendarImport.community_id) == holder.community
    own = col(CalendarImport.network_id) == holder.network
    circles = select(Room.id).where(Room.network_id == holder.network, Room.role == RoomRole.CIRCLE)
    here = col(CalendarImport.room_id)
    return own & (here.in_(circles) if holder.knows_circle else here.not_in(circles))


async def of_holder(uow: UnitOfWork, holder: Holder) -> Sequence[CalendarImport]:
    """Return the calendars that a community or network imports, oldest first; not those that wait for a yes."""
    query = select(CalendarImport).where(_held(holder), col(CalendarImport.confirmed))
    return await uow.all(query.order_by(col(CalendarImport.id)))


async def at_address(uow: UnitOfWork, holder: Holder, address: str) -> CalendarImport | None:
    """Return the holder's import of an address; of all files for the empty one."""
    query = select(CalendarImport).where(_held(holder), CalendarImport.address == address)
    return await uow.first(query.order_by(col(CalendarImport.id)))


async def count_ahead(uow: UnitOfWork, imports: Collection[int], now: datetime) -> dict[int, int]:
    """Return how many planned events that are not over came from each calendar."""
    query = (
        select(ImportedEntry.import_id, func.count())
        .join(Event, col(Event.id) == col(ImportedEntry.event_id))
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .where(col(ImportedEntry.import_id).in_(imports), Event.state == EventState.PLANNED)
        .where(col(Occurrence.ends_at) > now)
        .group_by(col(ImportedEntry.import_id))
    )
    return {number: int(count) for number, count in await uow.rows(query)}


async def known(uow: UnitOfWork, number: int) -> dict[str, KnownEntry]:
    """Return the dates that were imported from a calendar, by their keys."""
    query = (
        select(ImportedEntry, Event, Occurrence)
        .join(Event, col(Event.id) == col(ImportedEntry.event_id))
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .where(ImportedEntry.import_id == number)
    )
    rows = await uow.rows(query)
    return {entry.key: KnownEntry(entry, EventOccurrence(event, date)) for entry, event, date in rows}


async def ahead_with(uow: UnitOfWork, event: int, now: datetime) -> Sequence[int]:
    """Return the planned events that are not over and came from the same calendar as this one."""
    same = select(ImportedEntry.import_id).where(ImportedEntry.event_id == event)
    query = (
        select(Event.id)
        .join(ImportedEntry, col(ImportedEntry.event_id) == col(Event.id))
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .where(col(ImportedEntry.import_id).in_(same), Event.state == EventState.PLANNED, col(Occurrence.ends_at) > now)
    )
    return await uow.all(query)


async def delete_import(uow: UnitOfWork, number: int) -> None:
    """Forget a calendar. Its events stay."""
    await uow.execute(delete(ImportedEntry).where(col(ImportedEntry.import_id) == number))
    await uow.execute(delete(CalendarImport).where(col(CalendarImport.id) == number))


async def delete_of_community(uow: UnitOfWork, community: int) -> None:
    """Forget all calendars that a community imports."""
    numbers = select(CalendarImport.id).where(CalendarImport.community_id == community)
    await uow.execute(delete(ImportedEntry).where(col(ImportedEntry.import_id).in_(numbers)))
    await uow.execute(delete(CalendarImport).where(col(CalendarImport.community_id) == community))


async def delete_old(uow: UnitOfWork, limit: datetime) -> None:
    """Forget calendars that nobody confirmed, and dates that were over, before `limit`."""
    asked = select(CalendarImport.id).where(~col(CalendarImport.confirmed), col(CalendarImport.created_at) < limit)
    over = select(Occurrence.event_id).where(col(Occurrence.ends_at) < limit)
    await uow.execute_in_thread(delete(ImportedEntry).where(col(ImportedEntry.event_id).in_(over)))
    await uow.execute_in_thread(delete(ImportedEntry).where(col(ImportedEntry.import_id).in_(asked)))
    await uow.execute_in_thread(delete(CalendarImport).where(col(CalendarImport.id).in_(asked)))
