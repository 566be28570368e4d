"""Queries about a span of time: the events in it that have a card, and the series with dates to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from storage.queries.events import EventOccurrence, is_told
from storage.queries.memberships import Place, told_to_network
from storage.queries.network_events import passing
from storage.queries.ownership import Holder, held_by, known_by
from storage.tables import Community, Event, EventSeries, EventState, Network, Occurrence
from storage.unit_of_work import UnitOfWork

MAX_SERIES = 50


class Series(NamedTuple):
    """A series that goes on, what its next date says, and who holds it."""

    row: EventSeries
    template: Event
    holder: Place


async def planned_between(
    uow: UnitOfWork, place: Place, holder: Holder, since: datetime, until: datetime, limit: int
) -> Sequence[tuple[EventOccurrence, Place]]:
    """Return the planned events that take place in a span of time, with who holds each, soonest first.

    A network has its own that the room knows, those of its communities since they agreed to share, and those for all of
    them. A community has its own, and those of its networks that it shows.
    """
    query = (
        select(Event, Occurrence, Community, Network)
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .outerjoin(Community, col(Event.community_id) == col(Community.id))
        .outerjoin(Network, col(Event.network_id) == col(Network.id))
        .where(Event.state == EventState.PLANNED, _known_to(place, holder))
        .where(col(Occurrence.starts_at) < until, col(Occurrence.ends_at) > since)
    )
    query = query.order_by(col(Occurrence.starts_at), col(Occurrence.id)).limit(limit)
    rows = await uow.rows(query)
    return [(EventOccurrence(event, date), community or network or place) for event, date, community, network in rows]


async def series_of(uow: UnitOfWork, place: Place, holder: Holder) -> Sequence[Series]:
    """Return the series that have not ended: the place's own, and for a network those its communities share."""
    query = (
        select(EventSeries, Event, Community)
        .join(Event, col(Event.series_id) == col(EventSeries.id))
        .outerjoin(Community, col(Event.community_id) == col(Community.id))
        .where(Event.state == EventState.TEMPLATE, col(EventSeries.ended_at).is_(None), _known_to(place, holder))
    )
    rows = await uow.rows(query.order_by(col(EventSeries.id)).limit(MAX_SERIES))
    return [Series(row, template, community or place) for row, template, community in rows]


async def dates_with_events(uow: UnitOfWork, series: Sequence[int]) -> set[tuple[int, str]]:
    """Return which dates of some series have an event of their own, in whatever state."""
    query = select(col(Event.series_id), col(Event.recurrence)).where(col(Event.series_id).in_(series))
    rows = await uow.rows(query.where(col(Event.recurrence).is_not(None)))
    return {(found, recurrence) for found, recurrence in rows if found is not None and recurrence is not None}


def _known_to(place: Place, holder: Holder) -> ColumnElement[bool]:
    if not isinstance(place, Network):
        return known_by(Event, holder)
    own = held_by(Event, holder)
    told = told_to_network(place.id, col(Event.created_at))
    return or_(own, told & is_told(), passing(place.id))
