"""Queries about calendars at secret addresses: whose they are, and what anybody who has the address may read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from storage.queries.events import OPEN, EventOccurrence
from storage.queries.memberships import Place, told_to_network
from storage.queries.ownership import Holder, held_by
from storage.queries.showings import shown_in
from storage.tables import Community, Event, EventState, Occurrence
from storage.unit_of_work import UnitOfWork


def is_open(event: Event) -> bool:
    """Return whether an event may be in a feed."""
    return event.audience in OPEN and not event.private


async def dates_of(
    uow: UnitOfWork, place: Place, since: datetime, limit: int, *, public: bool
) -> Sequence[tuple[EventOccurrence, Place]]:
    """Return the planned and cancelled dates of a place that end after `since`, the latest first, with their holders.

    A network's are its own, but not those of its circle, and what its communities share; on the web (`public`) only of
    communities whose own calendar is there. A community's are its own, and what it accepted of networks, on the web
    under the same condition.
    """
    query = (
        select(Event, Occurrence, Community)
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .outerjoin(Community, col(Event.community_id) == col(Community.id))
        .where(col(Event.state).in_((EventState.PLANNED, EventState.CANCELLED)), col(Event.number).is_not(None))
        .where(col(Occurrence.ends_at) > since, _read_in(place, public=public))
        .order_by(col(Occurrence.starts_at).desc(), col(Occurrence.id).desc())
        .limit(limit)
    )
    return [(EventOccurrence(event, date), community or place) for event, date, community in await uow.rows(query)]


def _read_in(place: Place, *, public: bool) -> ColumnElement[bool]:
    if isinstance(place, Community):
        accepted = col(Event.id).in_(shown_in(Event, place.id)) & col(Event.spread_to).is_not(None)
        if public:
            accepted = accepted & or_(col(Event.network_id).is_not(None), col(Community.calendar_token) != "")
        return or_(held_by(Event, Holder(community=place.id)), accepted)
    told = told_to_network(place.id, col(Event.created_at))
    if public:
        told = told & (col(Community.calendar_token) != "")
    return or_(held_by(Event, Holder(network=place.id)), told)
