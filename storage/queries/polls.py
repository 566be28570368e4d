"""Polls of a community and their ballots."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from storage.bulk_writes import delete_by, upsert
from storage.tables import Ballot, Community, Poll
from storage.unit_of_work import UnitOfWork

CAST = upsert(Ballot, keys=("poll_id", "member_id"), replace=("choices", "at"), newest="at")
TAKE_BACK = delete_by(Ballot, "poll_id", "member_id", newest="at")
TAKE_BACK_CHOICE = delete_by(Ballot, "poll_id", "member_id", "choices", newest="at")


async def next_number(uow: UnitOfWork, community: int) -> int:
    """The number of the community's next poll."""
    return (await uow.first(select(func.max(Poll.number)).where(Poll.community_id == community)) or 0) + 1


async def numbered(uow: UnitOfWork, community: int, number: int) -> Poll | None:
    """The poll with this number."""
    return await uow.first(select(Poll).where(Poll.community_id == community, Poll.number == number))


async def open_in(uow: UnitOfWork, community: int) -> Sequence[Poll]:
    """The open polls of a community, the oldest first."""
    query = select(Poll).where(Poll.community_id == community, Poll.state == "open")
    return await uow.all(query.order_by(col(Poll.number)))


async def ballots(uow: UnitOfWork, poll: int) -> Sequence[tuple[str, int]]:
    """How often each combination of choices was cast."""
    query = select(Ballot.choices, func.count()).where(Ballot.poll_id == poll).group_by(Ballot.choices)
    return [(choices, count) for choices, count in await uow.rows(query)]


async def ballot_of(uow: UnitOfWork, poll: int, member: int) -> str:
    """What a member has chosen; empty when nothing."""
    query = select(Ballot.choices).where(Ballot.poll_id == poll, Ballot.member_id == member)
    return await uow.first(query) or ""


async def closed_between(
    uow: UnitOfWork, network: int, since: datetime, until: datetime
) -> Sequence[tuple[Poll, Community]]:
    """A network's polls that were closed in this time, the earliest first."""
    query = (
        select(Poll, Community)
        .join(Community, col(Poll.community_id) == col(Community.id))
        .where(Community.network_id == network, col(Poll.closed_at) > since, col(Poll.closed_at) <= until)
        .order_by(col(Poll.closed_at))
    )
    return [(poll, community) for poll, community in await uow.rows(query)]
