"""Queries about the people who may vote in a poll, those who have not, and where people who left a room still are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.queries import persons
from storage.queries.communities import INSIDE
from storage.queries.ownership import Held
from storage.queries.persons import PERSON
from storage.queries.showings import KINDS, communities_showing
from storage.tables import Ballot, Identity, Journey, Member, Poll, PollSilence, Role, RoleAssignment, Room, RoomState
from storage.unit_of_work import UnitOfWork


class Voter(NamedTuple):
    """A member who has not voted, their user id on a platform, and the room where they were noticed."""

    member_id: int
    user: str
    room_id: int


class Elsewhere(NamedTuple):
    """Where somebody is, and the account of theirs that is there."""

    room_id: int
    member_id: int


def _same_place(table: type[Room | RoleAssignment], row: Held) -> ColumnElement[bool]:
    """Match what belongs to the community or network that holds a poll or event, or to a community that shows it."""
    if row.community_id is not None and isinstance(row, Poll):
        return col(table.community_id) == row.community_id
    own = col(table.network_id) == row.network_id
    if row.community_id is not None:
        own = col(table.community_id) == row.community_id
    return or_(own, col(table.community_id).in_(communities_showing(KINDS[type(row)], row.id)))


def _members(poll: Poll, roles: Collection[Role], since: datetime | None) -> SelectOfScalar[int]:
    """Select the ids of those who may vote: people noticed in the rooms of its holder, with a role if it takes one."""
    query = (
        select(Identity.member_id)
        .join(Room, col(Room.id) == Identity.room_id)
        .where(_same_place(Room, poll), Room.state == RoomState.ACTIVE)
    )
    if roles:
        with_role = select(RoleAssignment.member_id).where(_same_place(RoleAssignment, poll))
        query = query.where(col(Identity.member_id).in_(with_role.where(col(RoleAssignment.role).in_(roles))))
    if since is not None:
        known = select(Member.id).where(col(Member.created_at) <= since)
        query = query.where(col(Identity.member_id).in_(known))
    return query.distinct()


async def size(uow: UnitOfWork, poll: Poll, roles: Collection[Role], since: datetime | None) -> int:
    """Return how many people may vote, as far as the bot has noticed them. Linked accounts are one of them."""
    query = select(func.count(func.distinct(PERSON))).where(col(Member.id).in_(_members(poll, roles, since)))
    return await uow.first(query) or 0


async def elsewhere(uow: UnitOfWork, row: Held, member: int, left: Collection[int]) -> Elsewhere | None:
    """Return where else somebody who left these rooms sees a poll or event, with any of their accounts.

    That is where they were seen last, came as a newcomer, or have a role.
    """
    gone = await uow.all(select(Room).where(col(Room.id).in_(list(left))))
    communities = [room.community_id for room in gone if room.community_id is not None]
    networks = [room.network_id for room in gone if room.network_id is not None]
    shows = and_(col(Room.id).not_in(list(left)), col(Room.state) == RoomState.ACTIVE, _same_place(Room, row))
    theirs = select(Member.id).where(persons.person_of(member) == PERSON)
    seen = select(Room.id, Identity.member_id).join(Identity, col(Identity.room_id) == col(Room.id))
    came = select(Room.id, Journey.member_id).join(Journey, col(Journey.community_id) == col(Room.community_id))
    came = came.where(col(Journey.stage).in_(INSIDE), col(Journey.community_id).not_in(communities))
    at = RoleAssignment
    of_community = and_(col(at.community_id) == col(Room.community_id), col(at.community_id).not_in(communities))
    of_network = and_(col(at.network_id) == col(Room.network_id), col(at.network_id).not_in(networks))
    role = select(Room.id, at.member_id).join(at, or_(of_community, of_network))
    for query, table in ((seen, Identity), (came, Journey), (role, at)):
        there = query.where(shows, col(table.member_id).in_(theirs))
        found = await uow.rows(there.order_by(col(Room.id), col(table.member_id)).limit(1))
        if found:
            return Elsewhere(*found[0])
    return None


async def without_ballot(
    uow: UnitOfWork, poll: Poll, roles: Collection[Role], since: datetime | None, *, after: int, limit: int
) -> Sequence[Voter]:
    """Return some who may vote but have not, and want to be reminded: those after the member `after`, by id.

    Of linked accounts the first is reminded.
    """
    voters = select(Ballot.person_id).where(Ballot.poll_id == poll.id)
    voted = voters.union(select(Member.id).where(col(Member.person_id).in_(voters)))
    first = aliased(Member)
    later = select(Member.id).join(first, (col(first.person_id) == Member.person_id) & (col(first.id) < Member.id))
    later = later.where(col(first.id).in_(_members(poll, roles, since)))
    silent = select(PollSilence.member_id)
    newest = (
        select(func.max(Identity.id))
        .join(Room, col(Room.id) == Identity.room_id)
        .where(_same_place(Room, poll), Room.state == RoomState.ACTIVE, Identity.member_id > after)
        .where(col(Identity.member_id).in_(_members(poll, roles, since)))
        .where(col(Identity.member_id).not_in(voted), col(Identity.member_id).not_in(later))
        .where(col(Identity.member_id).not_in(silent))
        .group_by(col(Identity.member_id))
    )
    found = await uow.all(
        select(Identity).where(col(Identity.id).in_(newest)).order_by(col(Identity.member_id)).limit(limit)
    )
    return [Voter(one.member_id, one.user, one.room_id or 0) for one in found]
