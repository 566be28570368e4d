"""Queries about the ballots of a network's poll by the community where people cast them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import func
from sqlmodel import col, select

from storage.queries import showings
from storage.tables import Ballot, Community
from storage.unit_of_work import UnitOfWork

Ballots = Sequence[tuple[str, int]]
"""What ballots say, with the number of each."""


async def counts(uow: UnitOfWork, poll: int) -> Mapping[int | None, Ballots]:
    """Return the ballots of each community that was asked; None stands for those cast elsewhere."""
    cast = (col(Ballot.community_id), col(Ballot.choices))
    rows = await uow.rows(select(*cast, func.count()).where(Ballot.poll_id == poll).group_by(*cast))
    asked = await showings.reached(uow, "poll", poll)
    found: defaultdict[int | None, list[tuple[str, int]]] = defaultdict(list)
    for community, choices, number in rows:
        found[community if community in asked else None].append((choices, number))
    return found


async def names(uow: UnitOfWork, communities: Collection[int]) -> Mapping[int, str]:
    """Return the names of communities that have one."""
    query = select(Community.id, Community.name).where(col(Community.id).in_(list(communities)), Community.name != "")
    return {row[0]: row[1] for row in await uow.rows(query)}
