"""All communities and their rooms, for operators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import col, select

from storage.tables import Community, Membership, MembershipState, Network, Role, RoleAssignment, Room, RoomRole
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Entry:
    """A community, the names of its networks, its rooms, and how many connectors it has."""

    community: Community
    networks: Sequence[str]
    rooms: Sequence[Room]
    connectors: int


@dataclass(frozen=True)
class Directory:
    """The communities by number, and the rooms that belong to none: new ones, and those of networks."""

    entries: Sequence[Entry]
    free_rooms: Sequence[Room]


async def directory(uow: UnitOfWork) -> Directory:
    """Return the directory. Private conversations are not in it."""
    rooms = await uow.all(select(Room).where(Room.role != RoomRole.DIRECT).order_by(col(Room.id)))
    joined = select(Membership, Network).join(Network, col(Membership.network_id) == col(Network.id))
    joined = joined.where(Membership.state == MembershipState.ACTIVE).order_by(col(Membership.id))
    memberships = [(membership.community_id, network.name) for membership, network in await uow.rows(joined)]
    counted = select(col(RoleAssignment.community_id), func.count()).where(RoleAssignment.role == Role.CONNECTOR)
    connectors = {row[0]: row[1] for row in await uow.rows(counted.group_by(col(RoleAssignment.community_id)))}
    kept = select(Community).where(Community.name != "").order_by(col(Community.id))  # a removed one has no name
    entries = [
        Entry(
            community,
            [name for owner, name in memberships if owner == community.id],
            [room for room in rooms if room.community_id == community.id],
            connectors.get(community.id, 0),
        )
        for community in await uow.all(kept)
    ]
    return Directory(entries, [room for room in rooms if room.community_id is None])
