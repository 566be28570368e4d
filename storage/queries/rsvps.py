"""Queries about the answers to events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, or_, true, update
from sqlmodel import col, select

from storage.bulk_writes import delete_by, upsert
from storage.queries import persons
from storage.queries.ownership import Holder, known_by, owned_by
from storage.tables import Event, EventState, Identity, Member, Occurrence, Rsvp, RsvpAnswer
from storage.unit_of_work import UnitOfWork

_KEYS = ("occurrence_id", "person_id")
_ANSWER = ("member_id", "answer", "at", "left_at", "waiting_since", "offered_until", "room_id")
_PERSON = {"person_id": persons.OF_ACTOR}
SET_RSVP = upsert(Rsvp, keys=_KEYS, replace=_ANSWER, newest="at", given=_PERSON)
"""In the place of the person's answer, with whichever account they gave it: the row also has `b_member_id`."""
SET_RSVP_ALONE = upsert(Rsvp, keys=_KEYS, replace=(*_ANSWER, "guests"), newest="at", given=_PERSON)
"""As SET_RSVP, and without guests from now on."""
EVERYWHERE: ColumnElement[bool] = true()
"""Matches the answers of all rooms."""
DELETE_RSVP = delete_by(Rsvp, "occurrence_id", "member_id", "answer")
"""The answer that this very member gave."""


async def answer_of(uow: UnitOfWork, occurrence: int, member: int) -> RsvpAnswer | None:
    """Return the answer of a member's person."""
    query = select(Rsvp.answer).where(Rsvp.occurrence_id == occurrence, Rsvp.person_id == persons.person_of(member))
    answer: str | None = await uow.first(query)
    return None if answer is None else RsvpAnswer(answer)


async def answer_counts(uow: UnitOfWork, occurrences: Iterable[int]) -> dict[int, dict[RsvpAnswer, int]]:
    """Return the number of each answer with the guests, by occurrence.

    People who left the room don't count, nor do those who wait for a place.
    """
    people = func.sum(1 + col(Rsvp.guests))
    query = select(Rsvp.occurrence_id, Rsvp.answer, people).where(col(Rsvp.occurrence_id).in_(list(occurrences)))
    query = query.where(col(Rsvp.left_at).is_(None), col(Rsvp.waiting_since).is_(None))
    counts: dict[int, dict[RsvpAnswer, int]] = {}
    for occurrence, answer, count in await uow.rows(query.group_by(col(Rsvp.occurrence_id), col(Rsvp.answer))):
        counts.setdefault(occurrence, {})[RsvpAnswer(answer)] = int(count)
    return counts


async def names_by_answer(
    uow: UnitOfWork, occurrence: int, answer: RsvpAnswer, limit: int, among: ColumnElement[bool] = EVERYWHERE
) -> Sequence[tuple[str, int]]:
    """Return the names of members with this answer who are still here, with the number of their guests.

    They come in the order of their answers. Leave out those who wait for a place, and those not `among`.
    """
    query = (
        select(Member.name, Rsvp.guests)
        .join(Rsvp, col(Rsvp.member_id) == col(Member.id))
        .where(Rsvp.occurrence_id == occurrence, Rsvp.answer == answer, col(Rsvp.left_at).is_(None))
        .where(col(Rsvp.waiting_since).is_(None), Member.name != "", among)  # who was erased is a number
    )
    return [
        (name, guests) for name, guests in await uow.rows(query.order_by(col(Rsvp.at), col(Member.id)).limit(limit))
    ]


async def attendees(
    uow: UnitOfWork, occurrence: int, platform: str, limit: int, *, own_reminders: bool = True, waiting: bool = False
) -> Sequence[Identity]:
    """Return one identity on this platform for each member here with a yes, then for each with a maybe.

    Leave out who has reminders of their own, if `own_reminders` is not set, and who waits for a place unless `waiting`.
    """
    query = (
        select(Identity)
        .join(Rsvp, col(Rsvp.member_id) == col(Identity.member_id))
        .where(Rsvp.occurrence_id == occurrence, Rsvp.answer != RsvpAnswer.NO, Identity.platform == platform)
        .where(col(Rsvp.left_at).is_(None))
    )
    if not waiting:
        query = query.where(col(Rsvp.waiting_since).is_(None))
    if not own_reminders:
        query = query.join(Member, col(Member.id) == col(Identity.member_id))
        query = query.where(col(Rsvp.reminders).is_(None), col(Member.reminders).is_(None))
    query = query.order_by(col(Rsvp.answer).desc(), col(Rsvp.at), col(Identity.member_id), col(Identity.id))
    by_member: dict[int, Identity] = {}
    for identity in await uow.all(query.limit(limit), reads_tables=("rsvps",)):
        by_member.setdefault(identity.member_id, identity)
    return list(by_member.values())


async def answers_of_member(
    uow: UnitOfWork, holder: Holder, member: int, now: datetime
) -> Sequence[tuple[Rsvp, Event]]:
    """Return a member's answers to the events of the holder, or shown there, that are not over, whether they count."""
    query = (
        select(Rsvp, Event)
        .join(Occurrence, col(Occurrence.id) == col(Rsvp.occurrence_id))
        .join(Event, col(Event.id) == col(Occurrence.event_id))
        .where(
            or_(owned_by(Event, holder), known_by(Event, holder)),
            Rsvp.member_id == member,
            col(Occurrence.ends_at) > now,
        )
    )
    return [(answer, event) for answer, event in await uow.rows(query)]


async def dates_replied_to(uow: UnitOfWork, member: int) -> Sequence[int]:
    """Return the dates to which a member replied, the latest first."""
    query = select(Occurrence.id).join(Rsvp, col(Rsvp.occurrence_id) == col(Occurrence.id))
    return await uow.all(query.where(Rsvp.member_id == member).order_by(col(Occurrence.ends_at).desc()))


async def forget_replies(uow: UnitOfWork, member: int, now: datetime) -> None:
    """Delete a member's replies to what is still to come; of the others, what they wrote beside them."""
    coming = select(Occurrence.id).join(Event, col(Event.id) == col(Occurrence.event_id))
    coming = coming.where(Event.state == EventState.PLANNED, col(Occurrence.ends_at) > now)
    theirs = col(Rsvp.member_id) == member
    await uow.execute(delete(Rsvp).where(theirs, col(Rsvp.occurrence_id).in_(coming)))
    await uow.execute(update(Rsvp).where(theirs).values(note="", reminders=None))


async def replies_to_unite(uow: UnitOfWork, members: Collection[int], now: datetime) -> Sequence[Sequence[Rsvp]]:
    """Return the answers of these members to planned events that are not over, by date, the newest first."""
    query = (
        select(Rsvp)
        .join(Occurrence, col(Occurrence.id) == col(Rsvp.occurrence_id))
        .join(Event, col(Event.id) == col(Occurrence.event_id))
        .where(col(Rsvp.member_id).in_(members), Event.state == EventState.PLANNED, col(Occurrence.ends_at) > now)
        .order_by(col(Rsvp.occurrence_id), col(Rsvp.at).desc(), col(Rsvp.member_id))
    )
    dates: dict[int, list[Rsvp]] = {}
    for reply in await uow.all(query):
        dates.setdefault(reply.occurrence_id, []).append(reply)
    return list(dates.values())
