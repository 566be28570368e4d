"""Queries about events that the communities of a network show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.queries.events import EVENTS, EventOccurrence, occurrences
from storage.queries.memberships import Place
from storage.queries.ownership import Holder, known_by, owned_by
from storage.tables import Community, Event, EventState, Network, Occurrence, ShowingWay
from storage.unit_of_work import UnitOfWork


async def shown_by_number(uow: UnitOfWork, holder: Holder, number: int) -> Sequence[EventOccurrence]:
    """Return the events with this number that a room knows: the holder's own first, then those that it shows."""
    query = EVENTS.where(known_by(Event, holder), Event.number == number, Event.state != EventState.DROPPED)
    return await occurrences(uow, query.order_by(owned_by(Event, holder).desc(), col(Event.id)))


def passing(network: int) -> ColumnElement[bool]:
    """Match the events of others that go to the communities of a network, or pass through it."""
    ways = select(ShowingWay.object_id).where(ShowingWay.kind == "event", ShowingWay.network_id == network)
    others = or_(col(Event.network_id).is_(None), col(Event.network_id) != network)
    return and_(col(Event.id).in_(ways), col(Event.spread_to).is_not(None), others)


async def upcoming_through(
    uow: UnitOfWork, network: int, now: datetime, limit: int
) -> Sequence[tuple[EventOccurrence, Place]]:
    """Return the planned events of others that go to the communities of a network, soonest first, with their hosts."""
    query = select(Event, Occurrence, Community, Network)
    query = query.join(Occurrence, col(Occurrence.event_id) == col(Event.id))
    query = query.outerjoin(Community, col(Event.community_id) == col(Community.id))
    query = query.outerjoin(Network, col(Event.network_id) == col(Network.id))
    query = query.where(passing(network), Event.state == EventState.PLANNED, col(Occurrence.ends_at) > now)
    rows = await uow.rows(query.order_by(col(Occurrence.starts_at), col(Occurrence.id)).limit(limit))
    return [(EventOccurrence(event, date), community or host) for event, date, community, host in rows]


async def spread_around(uow: UnitOfWork, place: Place, now: datetime) -> Sequence[Event]:
    """Return the events to come that a community or network holds for others, or that pass through a network."""
    near = owned_by(Event, Holder(community=place.id))
    if isinstance(place, Network):
        passing = select(ShowingWay.object_id).where(ShowingWay.kind == "event", ShowingWay.network_id == place.id)
        near = or_(owned_by(Event, Holder(network=place.id)), col(Event.id).in_(passing))
    query = select(Event).join(Occurrence, col(Occurrence.event_id) == col(Event.id))
    coming = (Event.state == EventState.PLANNED, col(Occurrence.ends_at) > now, col(Event.spread_to).is_not(None))
    return await uow.all(query.where(*coming, near).order_by(col(Event.id)))


async def spread_by(uow: UnitOfWork, community: int) -> Sequence[Event]:
    """Return the events and templates of a community that others are asked to show."""
    return await uow.all(select(Event).where(Event.community_id == community, col(Event.spread_to).is_not(None)))


async def open_among(
    uow: UnitOfWork, numbers: Sequence[int] | SelectOfScalar[int], now: datetime
) -> Sequence[EventOccurrence]:
    """Return those of the events with these ids that are planned and not over, soonest first."""
    query = EVENTS.where(col(Event.id).in_(numbers), Event.state == EventState.PLANNED)
    return await occurrences(uow, query.where(col(Occurrence.ends_at) > now).order_by(col(Occurrence.starts_at)))
