"""Queries about the places of an event, and the people who wait for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, or_, update
from sqlmodel import col, select

from storage.queries.events import EVENTS, EventOccurrence, occurrences
from storage.queries.persons import person_of
from storage.queries.rsvps import EVERYWHERE
from storage.tables import (
    Event,
    EventState,
    Identity,
    Member,
    Occurrence,
    Room,
    Rsvp,
    RsvpAnswer,
    Showing,
    ShowingState,
)
from storage.unit_of_work import UnitOfWork


class Places(NamedTuple):
    """How many places are taken, with guests and those held for somebody, and how many people wait for one."""

    taken: int
    waiting: int


def _comes() -> ColumnElement[bool]:
    return and_(col(Rsvp.answer) == RsvpAnswer.YES, col(Rsvp.left_at).is_(None))


def has_place() -> ColumnElement[bool]:
    """Return the condition of answers that take a place, or have one held for them."""
    return and_(_comes(), or_(col(Rsvp.waiting_since).is_(None), col(Rsvp.offered_until).is_not(None)))


def waits() -> ColumnElement[bool]:
    """Return the condition of people on the waiting list, also those who were offered a place."""
    return and_(_comes(), col(Rsvp.waiting_since).is_not(None))


async def places(uow: UnitOfWork, occurrence: int) -> Places:
    """Return how many places are taken and how many people wait."""
    query = select(
        func.coalesce(func.sum(case((has_place(), 1 + col(Rsvp.guests)), else_=0)), 0),
        func.coalesce(func.sum(case((waits(), 1), else_=0)), 0),
    ).where(Rsvp.occurrence_id == occurrence)
    row = (await uow.rows(query))[0]
    return Places(int(row[0]), int(row[1]))


async def rsvp_of(uow: UnitOfWork, occurrence: int, member: int) -> Rsvp | None:
    """Return the row of the answer of a member's person as it is now."""
    query = select(Rsvp).where(Rsvp.occurrence_id == occurrence, Rsvp.person_id == person_of(member))
    return await uow.first(query.execution_options(populate_existing=True))


async def next_waiting(uow: UnitOfWork, occurrence: int, free: int | None) -> Rsvp | None:
    """Return the first on the waiting list for whom, with their guests, `free` places are enough.

    Leave out those for whom a place is held. None: there is no limit, so that everybody has a place.
    """
    query = select(Rsvp).where(Rsvp.occurrence_id == occurrence, waits())
    if free is not None:
        query = query.where(col(Rsvp.offered_until).is_(None), 1 + col(Rsvp.guests) <= free)
    query = query.order_by(col(Rsvp.waiting_since), col(Rsvp.member_id))
    return await uow.first(query.limit(1).execution_options(populate_existing=True))


async def newest_coming(uow: UnitOfWork, occurrence: int, limit: int) -> Sequence[Rsvp]:
    """Return the answers that have a place, the newest first."""
    query = select(Rsvp).where(Rsvp.occurrence_id == occurrence, has_place())
    query = query.order_by(col(Rsvp.at).desc(), col(Rsvp.member_id).desc()).limit(limit)
    return await uow.all(query.execution_options(populate_existing=True))


async def people_ahead(uow: UnitOfWork, occurrence: int, since: datetime, member: int) -> int:
    """Return how many people stand before this one on the waiting list."""
    earlier = or_(col(Rsvp.waiting_since) < since, and_(col(Rsvp.waiting_since) == since, col(Rsvp.member_id) < member))
    query = select(func.count()).select_from(Rsvp).where(Rsvp.occurrence_id == occurrence, waits(), earlier)
    return await uow.first(query) or 0


def answered_in(community: int | None, *, host: bool) -> ColumnElement[bool]:
    """Match the answers given in the rooms of a community, or of the network that holds an event (None).

    `host`: those count too that don't say where they were given.
    """
    of_network = and_(col(Room.community_id).is_(None), col(Room.network_id).is_not(None))
    here = col(Room.community_id) == community if community is not None else of_network
    there = col(Rsvp.room_id).in_(select(Room.id).where(here))
    return or_(there, col(Rsvp.room_id).is_(None)) if host else there


async def room_of_answer(uow: UnitOfWork, event: int, member: int) -> Room | None:
    """Return the room where a member answered last, if the event is one that several communities show."""
    query = select(Room).join(Rsvp, col(Rsvp.room_id) == col(Room.id))
    query = query.join(Occurrence, col(Occurrence.id) == col(Rsvp.occurrence_id))
    return await uow.first(query.where(Occurrence.event_id == event, Rsvp.member_id == member))


async def waiting_people(
    uow: UnitOfWork, occurrence: int, limit: int, among: ColumnElement[bool] = EVERYWHERE
) -> Sequence[tuple[str, int, datetime | None]]:
    """Return the name of each who waits, their guests, and until when a place is held for them; the first first."""
    query = (
        select(col(Member.name), col(Rsvp.guests), col(Rsvp.offered_until))
        .join(Rsvp, col(Rsvp.member_id) == col(Member.id))
        .where(Rsvp.occurrence_id == occurrence, waits(), among)
        .order_by(col(Rsvp.waiting_since), col(Member.id))
    )
    return [(name, guests, until) for name, guests, until in await uow.rows(query.limit(limit))]


class Attendee(NamedTuple):
    """A member's answer, with their name."""

    member: int
    name: str
    answer: Rsvp


async def attendees(
    uow: UnitOfWork, occurrence: int, *, limit: int, offset: int = 0, coming: bool = False
) -> Sequence[Attendee]:
    """Return the answers of those who are here, yes first and in their order; with `coming` only those with a place."""
    order = case((col(Rsvp.answer) == RsvpAnswer.YES, 0), (col(Rsvp.answer) == RsvpAnswer.MAYBE, 1), else_=2)
    query = select(col(Member.id), col(Member.name), Rsvp).join(Rsvp, col(Rsvp.member_id) == col(Member.id))
    query = query.where(Rsvp.occurrence_id == occurrence, col(Rsvp.left_at).is_(None))
    if coming:
        query = query.where(has_place())
    waits_last = case((col(Rsvp.waiting_since).is_(None), 0), else_=1)
    query = query.order_by(order, waits_last, col(Rsvp.waiting_since), col(Rsvp.at), col(Member.id))
    query = query.limit(limit).offset(offset).execution_options(populate_existing=True)
    return [Attendee(member, name, answer) for member, name, answer in await uow.rows(query)]


async def regulars(uow: UnitOfWork, occurrence: int, *, limit: int, offset: int) -> Sequence[Rsvp]:
    """Return the answers of those who said that they come, with a place first, in their order.

    Leave out who erased themselves, and who was missing where people were checked in.
    """
    known = select(Identity.id).where(col(Identity.member_id) == col(Rsvp.member_id)).exists()
    checked = select(Rsvp.member_id).where(Rsvp.occurrence_id == occurrence, col(Rsvp.checked_in_at).is_not(None))
    query = select(Rsvp).where(Rsvp.occurrence_id == occurrence, _comes(), known)
    if await uow.first(checked.limit(1)) is not None:
        query = query.where(col(Rsvp.checked_in_at).is_not(None))
    waits_last = case((has_place(), 0), else_=1)
    query = query.order_by(waits_last, col(Rsvp.waiting_since), col(Rsvp.at), col(Rsvp.member_id))
    return await uow.all(query.limit(limit).offset(offset))


async def open_question(uow: UnitOfWork, member: int, now: datetime) -> tuple[Event, Occurrence, Rsvp] | None:
    """Return the newest event that the member comes to, whose hosts ask something that they have not answered."""
    query = (
        select(Event, Occurrence, Rsvp)
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .join(Rsvp, col(Rsvp.occurrence_id) == col(Occurrence.id))
        .where(Rsvp.person_id == person_of(member), _comes(), Rsvp.note == "", Event.question != "")
        .where(Event.state == EventState.PLANNED, col(Occurrence.ends_at) > now)
        .order_by(col(Rsvp.at).desc())
        .limit(1)
    )
    rows = await uow.rows(query)
    return (rows[0][0], rows[0][1], rows[0][2]) if rows else None


async def offers(uow: UnitOfWork, member: int, now: datetime) -> Sequence[tuple[Event, Occurrence, Rsvp]]:
    """Return the first two places that are held for a member's person until they say whether they come."""
    query = (
        select(Event, Occurrence, Rsvp)
        .join(Occurrence, col(Occurrence.event_id) == col(Event.id))
        .join(Rsvp, col(Rsvp.occurrence_id) == col(Occurrence.id))
        .where(Rsvp.person_id == person_of(member), waits(), col(Rsvp.offered_until) > now)
        .where(Event.state == EventState.PLANNED)
        .order_by(col(Rsvp.occurrence_id))
        .limit(2)
    )
    return [(event, occurrence, answer) for event, occurrence, answer in await uow.rows(query)]


async def feedback_counts(uow: UnitOfWork, occurrence: int) -> dict[str, int]:
    """Return how many people gave each answer about how an event was."""
    query = select(col(Rsvp.feedback), func.count()).where(Rsvp.occurrence_id == occurrence, Rsvp.feedback != "")
    return {feedback: int(count) for feedback, count in await uow.rows(query.group_by(col(Rsvp.feedback)))}


async def erase_notes(uow: UnitOfWork, limit: datetime) -> None:
    """Erase what people told the hosts of events that ended before `limit`, and who liked them how much."""
    over = col(Rsvp.occurrence_id).in_(select(Occurrence.id).where(col(Occurrence.ends_at) < limit))
    kept = or_(col(Rsvp.note) != "", col(Rsvp.feedback) != "")
    await uow.execute_in_thread(update(Rsvp).where(over, kept).values(note="", feedback=""))


async def announced_in(uow: UnitOfWork, room: int, since: datetime, until: datetime) -> Sequence[EventOccurrence]:
    """Return the first five planned events that were announced in a room in this time."""
    accepted = select(Showing.object_id).where(Showing.kind == "event", Showing.room_id == room)
    accepted = accepted.where(Showing.state == ShowingState.SHOWN)
    accepted = accepted.where(col(Showing.shown_at) >= since, col(Showing.shown_at) <= until)
    own = and_(col(Event.room_id) == room, col(Event.created_at) >= since, col(Event.created_at) <= until)
    query = EVENTS.where(or_(own, col(Event.id).in_(accepted)), Event.state == EventState.PLANNED)
    return await occurrences(uow, query.order_by(col(Event.id)).limit(5))
