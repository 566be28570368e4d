"""Queries about the reminders that people chose for themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, or_
from sqlmodel import col, select

from storage.queries.events import EVENTS, EventOccurrence, occurrences
from storage.queries.persons import person_of
from storage.tables import Event, EventState, Member, Occurrence, Rsvp, RsvpAnswer
from storage.unit_of_work import UnitOfWork

_COMES = (Rsvp.answer != RsvpAnswer.NO, col(Rsvp.left_at).is_(None), col(Rsvp.waiting_since).is_(None))

_OF_ATTENDEE = (
    select(func.coalesce(Rsvp.reminders, Member.reminders))
    .join(Member, col(Member.id) == col(Rsvp.member_id))
    .where(col(Rsvp.occurrence_id) == bindparam("occurrence"), col(Rsvp.person_id) == person_of(bindparam("member")))
    .where(*_COMES)
)


async def of_attendee(uow: UnitOfWork, occurrence: int, member: int) -> str | None:
    """Return the offsets of somebody who comes, or may come: for this event, else for all; None for the room's.

    Of linked accounts those of the one that replied.
    """
    return await uow.first(_OF_ATTENDEE, {"occurrence": occurrence, "member": member})


async def with_own(uow: UnitOfWork, occurrence: int, *, after: int, limit: int) -> Sequence[tuple[int, str]]:
    """Return the members that come and chose their reminders, with the offsets, by their ids from `after` on."""
    own = func.coalesce(Rsvp.reminders, Member.reminders)
    query = (
        select(Rsvp.member_id, own)
        .join(Member, col(Member.id) == col(Rsvp.member_id))
        .where(Rsvp.occurrence_id == occurrence, *_COMES, Rsvp.member_id > after)
        .where(or_(col(Rsvp.reminders).is_not(None), col(Member.reminders).is_not(None)))
        .order_by(col(Rsvp.member_id))
        .limit(limit)
    )
    return [(member, offsets or "") for member, offsets in await uow.rows(query)]


async def coming_to(uow: UnitOfWork, member: int, now: datetime, limit: int) -> Sequence[EventOccurrence]:
    """Return the planned events ahead to which a member comes, or may come, soonest first."""
    query = (
        EVENTS.join(Rsvp, col(Rsvp.occurrence_id) == col(Occurrence.id))
        .where(Rsvp.member_id == member, *_COMES, Event.state == EventState.PLANNED)
        .where(col(Occurrence.ends_at) > now)
        .order_by(col(Occurrence.starts_at), col(Occurrence.id))
        .limit(limit)
    )
    return await occurrences(uow, query)
