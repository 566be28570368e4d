"""Queries about the people who may vote in a poll, and those who have not."""

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
from storage.queries.persons import PERSON
from storage.queries.showings import communities_showing
from storage.tables import Ballot, Identity, Journey, Member, Poll, PollSilence, Role, RoleAssignment, Room, RoomState
from storage.unit_of_work import UnitOfWork


class Voter(NamedTuple):
    """A member who has not voted, their user id on a platform, and the room where they were noticed."""

    member_id: int
    user: str
    room_id: int


def _same_place(table: type[Room | RoleAssignment], poll: Poll) -> ColumnElement[bool]:
    """Match what belongs to the community or network that holds a poll, or to a community that shows it."""
    if poll.community_id is not None:
        return col(table.community_id) == poll.community_id
    shown = col(table.community_id).in_(communities_showing("poll", poll.id))
    return or_(col(table.network_id) == poll.network_id, shown)


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


async def is_elsewhere(uow: UnitOfWork, poll: Poll, member: int, left: Collection[int]) -> bool:
    """Return whether somebody who left these rooms is still where a poll is shown, with any of their accounts.

    That is who was seen last in a room there, came there as a newcomer, or has a role there.
    """
    gone = await uow.all(select(Room).where(col(Room.id).in_(list(left))))
    communities = [room.community_id for room in gone if room.community_id is not None]
    networks = [room.network_id for room in gone if room.network_id is not None]
    theirs = select(Member.id).where(persons.person_of(member) == PERSON)
    seen = select(Identity.id).join(Room, col(Room.id) == Identity.room_id)
    seen = seen.where(col(Room.id).not_in(list(left)), Room.state == RoomState.ACTIVE, _same_place(Room, poll))
    came = select(Journey.id).where(col(Journey.stage).in_(INSIDE), col(Journey.community_id).not_in(communities))
    came = came.where(col(Journey.community_id).in_(communities_showing("poll", poll.id)))
    role, at = select(RoleAssignment.id), RoleAssignment
    of_community = and_(col(at.community_id).is_not(None), col(at.community_id).not_in(communities))
    of_network = and_(col(at.network_id).is_not(None), col(at.network_id).not_in(networks))
    role = role.where(_same_place(RoleAssignment, poll), or_(of_community, of_network))
    for query, table in ((seen, Identity), (came, Journey), (role, RoleAssignment)):
        if await uow.first(query.where(col(table.member_id).in_(theirs)).limit(1)) is not None:
            return True
    return False


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
