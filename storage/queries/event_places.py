"""Queries about the places of an event, and the people who wait for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, or_
from sqlmodel import col, select

from storage.tables import Member, Rsvp, RsvpAnswer
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
    """Return the row of a member's answer as it is now."""
    query = select(Rsvp).where(Rsvp.occurrence_id == occurrence, Rsvp.member_id == member)
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


async def waiting_people(uow: UnitOfWork, occurrence: int, limit: int) -> Sequence[tuple[str, int, datetime | None]]:
    """Return the name of each who waits, their guests, and until when a place is held for them; the first first."""
    query = (
        select(col(Member.name), col(Rsvp.guests), col(Rsvp.offered_until))
        .join(Rsvp, col(Rsvp.member_id) == col(Member.id))
        .where(Rsvp.occurrence_id == occurrence, waits())
        .order_by(col(Rsvp.waiting_since), col(Member.id))
    )
    return [(name, guests, until) for name, guests, until in await uow.rows(query.limit(limit))]
