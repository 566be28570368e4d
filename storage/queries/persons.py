"""Queries about persons: members who linked their accounts, and what counts once for all of them.

A member's person is a number: `Member.person_id`, or the member's own. Ballots and replies have it as a part of their
key, so that a person has one, whichever account they use. `member_id` beside it says which account gave it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Integer, ScalarSelect, bindparam, func, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col, select

from storage.bulk_writes import table_of
from storage.tables import Ballot, Identity, Member, Rsvp
from storage.unit_of_work import UnitOfWork

PERSON = func.coalesce(col(Member.person_id), col(Member.id))
"""The person of a row of `members`."""
_ONCE: Mapping[type[SQLModel], str] = {Ballot: "poll_id", Rsvp: "occurrence_id"}
"""The tables of what a person gives once, and the thing that they give it to."""


def person_of(member: object) -> ScalarSelect[Any]:
    """Return the expression of a member's person."""
    one = aliased(Member)
    return select(func.coalesce(one.person_id, one.id)).where(col(one.id) == member).scalar_subquery()


OF_ACTOR = person_of(bindparam("b_member_id", type_=Integer()))
"""The person of the bound `b_member_id`, for prepared writes."""


async def of_member(uow: UnitOfWork, member: int) -> int:
    """Return a member's person."""
    found = await uow.get(Member, member)
    return member if found is None or found.person_id is None else found.person_id


async def linked(uow: UnitOfWork, member: int) -> Sequence[Member]:
    """Return the members who are linked with this one, without it, the oldest first."""
    query = select(Member).where(Member.person_id == person_of(member), Member.id != member)
    return await uow.all(query.order_by(col(Member.id)))


async def accounts(uow: UnitOfWork, member: int) -> Sequence[Identity]:
    """Return all accounts of a member's person."""
    same = select(Member.id).where(or_(col(Member.person_id) == person_of(member), col(Member.id) == member))
    return await uow.all(select(Identity).where(col(Identity.member_id).in_(same)).order_by(col(Identity.id)))


async def join(uow: UnitOfWork, members: Collection[int]) -> None:
    """Make one person of these members. Afterwards, `settle` unites what counts once."""
    await uow.execute(update(Member).where(col(Member.id).in_(members)).values(person_id=min(members)))


async def leave(uow: UnitOfWork, member: int) -> None:
    """Make a person of their own of a linked member. Ballots and replies stay with the member who gave them."""
    others = [one.id for one in await linked(uow, member)]
    alone = update(Member).where(col(Member.id).in_([member, *others]))
    await uow.execute(alone.values(person_id=None))
    if len(others) > 1:
        await join(uow, others)
    for one in (member, *others):
        await _move_rows(uow, one)


async def _move_rows(uow: UnitOfWork, member: int) -> None:
    """Give a member's ballots and replies to their person, as far as it has none for the same poll or date."""
    for table, of in _ONCE.items():
        rows, others = table_of(table), table_of(table).alias()
        person = person_of(member)
        taken = (others.c[of] == rows.c[of]) & (others.c.person_id != rows.c.person_id)
        taken &= or_(others.c.person_id == person, others.c.member_id == member)
        free = ~select(others.c[of]).where(taken).correlate(rows).exists()
        moved = update(rows).where(rows.c.member_id == member, rows.c.person_id != person, free)
        await uow.execute(moved.values(person_id=person))
