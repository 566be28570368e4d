"""Queries about people's own calendars: whose an address is, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func
from sqlmodel import col, select

from storage.queries.events import EventOccurrence
from storage.queries.persons import person_of
from storage.tables import Community, Event, EventState, Member, Network, Occurrence, Rsvp
from storage.unit_of_work import UnitOfWork


class Reply(NamedTuple):
    """A date to which somebody replied, with the reply and the name of who holds it."""

    planned: EventOccurrence
    rsvp: Rsvp
    holder: str


async def member_with_token(uow: UnitOfWork, token: str) -> Member | None:
    """Return the person whose calendar has this address."""
    if not token:
        return None
    return await uow.first(select(Member).where(Member.calendar_token == token))


async def replies_of(uow: UnitOfWork, member: int, since: datetime, limit: int) -> Sequence[Reply]:
    """Return the planned and cancelled dates after `since` to which somebody replied, the latest first.

    A no is among them: it changed the calendar. Replies in a room that they left are not.
    """
    holder = func.coalesce(Community.name, Network.name)
    query = (
        select(Event, Occurrence, Rsvp, holder)
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .join(Rsvp, col(Rsvp.occurrence_id) == col(Occurrence.id))
        .outerjoin(Community, col(Community.id) == col(Event.community_id))
        .outerjoin(Network, col(Network.id) == col(Event.network_id))
        .where(Rsvp.person_id == person_of(member), col(Rsvp.left_at).is_(None), col(Occurrence.ends_at) > since)
        .where(col(Event.state).in_((EventState.PLANNED, EventState.CANCELLED)), col(Event.number).is_not(None))
        .where(holder != "")
        .order_by(col(Occurrence.starts_at).desc(), col(Occurrence.id).desc())
        .limit(limit)
    )
    rows = await uow.rows(query)
    return [Reply(EventOccurrence(event, date), rsvp, name) for event, date, rsvp, name in rows]
