"""Queries about events, their occurrences and the answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from storage.queries.memberships import Place, told_in
from storage.queries.ownership import Holder, held_by, known_by, owned_by
from storage.tables import Audience, Community, Event, EventState, Network, Occurrence, Room
from storage.unit_of_work import UnitOfWork

OPEN = (Audience.EVERYBODY, Audience.MEMBERS)
"""The audiences of events that feeds and networks may show: events for a few people stay out."""
EVENTS = select(Event, Occurrence).join(Occurrence, col(Occurrence.event_id) == col(Event.id))


class EventOccurrence(NamedTuple):
    """An event and its occurrence."""

    event: Event
    occurrence: Occurrence


async def occurrences(uow: UnitOfWork, query: Select[Event, Occurrence]) -> Sequence[EventOccurrence]:
    """Return what a query made of EVENTS finds."""
    return [EventOccurrence(event, occurrence) for event, occurrence in await uow.rows(query)]


def is_told() -> ColumnElement[bool]:
    """Return the condition of a community's events that its networks may see."""
    return and_(col(Event.audience).in_(OPEN), ~col(Event.private))


async def next_number(uow: UnitOfWork, holder: Holder) -> int:
    """Return the number of the next event of a community or network."""
    return (await uow.first(select(func.max(Event.number)).where(owned_by(Event, holder))) or 0) + 1


async def by_number(uow: UnitOfWork, holder: Holder, number: int) -> EventOccurrence | None:
    """Return the holder's event with this number."""
    query = EVENTS.where(held_by(Event, holder), Event.number == number, Event.state != EventState.DROPPED)
    return next(iter(await occurrences(uow, query)), None)


async def of_event(uow: UnitOfWork, event: int) -> EventOccurrence | None:
    """Return the event with this id, including drafts."""
    return next(iter(await occurrences(uow, EVENTS.where(Event.id == event))), None)


async def count_planned(uow: UnitOfWork, holder: Holder, now: datetime) -> int:
    """Count the holder's events to come and its drafts, in all its rooms, without those from other calendars."""
    query = select(func.count()).select_from(Event).join(Occurrence, col(Occurrence.event_id) == col(Event.id))
    query = query.where(owned_by(Event, holder), col(Event.state).in_((EventState.DRAFT, EventState.PLANNED)))
    query = query.where(col(Occurrence.ends_at) > now, col(Event.source) == "")
    return await uow.first(query) or 0


async def upcoming(
    uow: UnitOfWork, holder: Holder, now: datetime, limit: int, *, shown: bool = False
) -> Sequence[EventOccurrence]:
    """Return the holder's planned events that are not over, soonest first. `shown`: and those that it shows."""
    known = known_by if shown else held_by
    query = EVENTS.where(known(Event, holder), Event.state == EventState.PLANNED)
    query = query.where(col(Occurrence.ends_at) > now)
    return await occurrences(uow, query.order_by(col(Occurrence.starts_at), col(Occurrence.id)).limit(limit))


async def upcoming_in(
    uow: UnitOfWork, place: Place, *, since: datetime, until: datetime, soon: datetime, limit: int
) -> tuple[Sequence[tuple[EventOccurrence, Place]], int]:
    """Return the planned events of a place that start after `until`, with who holds them, and how many.

    The soonest come first. Include those created between `since` and `until`, and those that start before `soon`. A
    network's are its own, but not those of its circle, and its communities' since they agreed to relay.
    """
    is_new = and_(col(Event.created_at) > since, col(Event.created_at) <= until)
    told = (
        Event.state == EventState.PLANNED,
        col(Occurrence.starts_at) > until,
        or_(is_new, col(Occurrence.starts_at) <= soon),
    )
    query = (
        select(Event, Occurrence, Community, func.count().over())
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .join(Community, col(Event.community_id) == col(Community.id))
        .where(told_in(place, col(Event.created_at)), *told, *([is_told()] if isinstance(place, Network) else []))
    )
    own = (
        select(Event, Occurrence, Network, func.count().over())
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .join(Network, col(Event.network_id) == col(Network.id))
        .where(held_by(Event, Holder(network=place.id if isinstance(place, Network) else 0)), *told)
    )
    rows: list[tuple[Event, Occurrence, Place, int]] = []
    first = (col(Occurrence.starts_at), col(Occurrence.id))
    for event, date, community, total in await uow.rows(query.order_by(*first).limit(limit)):
        rows.append((event, date, community, total))
    for event, date, network, total in await uow.rows(own.order_by(*first).limit(limit)):
        rows.append((event, date, network, total))
    rows.sort(key=lambda row: (row[1].starts_at, row[1].id))
    shown = [(EventOccurrence(event, date), holder) for event, date, holder, _ in rows[:limit]]
    return shown, sum({type(row[2]): row[3] for row in rows}.values())


async def of_occurrence(uow: UnitOfWork, occurrence: int) -> EventOccurrence | None:
    """Return an occurrence with its event, and cache the event's room and its community, if one holds it."""
    query = (
        select(Event, Occurrence, Room, Community)
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .join(Room, col(Event.room_id) == col(Room.id))
        .outerjoin(Community, col(Event.community_id) == col(Community.id))
        .where(Occurrence.id == occurrence)
    )
    for event, date, room, community in await uow.rows(query, reads_tables=()):
        uow.cache(room, room.id)
        if event.community_id is not None:
            uow.cache(community, event.community_id)
        return EventOccurrence(event, date)
    return None


async def cancelled(uow: UnitOfWork, holder: Holder, now: datetime, limit: int) -> Sequence[EventOccurrence]:
    """Return the holder's cancelled events whose time is still to come, soonest first."""
    query = EVENTS.where(held_by(Event, holder), Event.state == EventState.CANCELLED)
    query = query.where(col(Occurrence.starts_at) > now)
    return await occurrences(uow, query.order_by(col(Occurrence.starts_at), col(Occurrence.id)).limit(limit))


async def drafts_of(uow: UnitOfWork, member: int) -> Sequence[Event]:
    """Return a member's drafts."""
    return await uow.all(select(Event).where(Event.created_by == member, Event.state == EventState.DRAFT))
