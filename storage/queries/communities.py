"""Queries about rooms, communities and networks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import col, select, tuple_

from storage.tables import Community, Journey, Network, Role, RoleAssignment, Room, RoomRole, RoomState
from storage.unit_of_work import UnitOfWork

RoomKey = tuple[str, str]


def told_to_network(network: int, at: Mapped[datetime] | Mapped[datetime | None]) -> ColumnElement[bool]:
    """Match what happened in a network's communities since they agreed to relay."""
    agreed = col(Community.relaying).is_(True)
    return and_(col(Community.network_id) == network, agreed, at >= col(Community.relaying_since))


async def rooms_by_address(uow: UnitOfWork, keys: Iterable[RoomKey]) -> dict[RoomKey, Room]:
    """Return the known rooms among these (account, room) addresses."""
    addresses = list(keys)
    if not addresses:
        return {}
    rooms = await uow.all(select(Room).where(tuple_(col(Room.account), col(Room.room)).in_(addresses)))
    return {(room.account, room.room): room for room in rooms}


async def networks(uow: UnitOfWork) -> Sequence[Network]:
    """Return all networks."""
    return await uow.all(select(Network).order_by(col(Network.id)))


async def rooms_of_parent(uow: UnitOfWork, account: str, parent: str) -> Sequence[Room]:
    """Return the rooms of a server or group in any state, oldest first."""
    if not parent:
        return []
    query = select(Room).where(Room.account == account, Room.parent == parent)
    return await uow.all(query.order_by(col(Room.id)))


async def rooms_of_community(uow: UnitOfWork, community: int, role: RoomRole | None = None) -> Sequence[Room]:
    """Return the active rooms of a community, oldest first."""
    query = select(Room).where(Room.community_id == community, Room.state == RoomState.ACTIVE).order_by(col(Room.id))
    return await uow.all(query.where(Room.role == role) if role else query)


async def highlights_rooms(uow: UnitOfWork, network: int) -> Sequence[Room]:
    """Return the active rooms that show a network's highlights."""
    query = select(Room).where(Room.network_id == network, Room.role == RoomRole.HIGHLIGHTS)
    return await uow.all(query.where(Room.state == RoomState.ACTIVE).order_by(col(Room.id)))


async def communities_of(uow: UnitOfWork, network: int) -> Sequence[Community]:
    """Return the communities of a network, sorted by name."""
    return await uow.all(select(Community).where(Community.network_id == network).order_by(col(Community.name)))


async def child_networks(uow: UnitOfWork, network: int) -> Sequence[Network]:
    """Return the networks that are part of a network, sorted by name."""
    return await uow.all(select(Network).where(Network.parent_id == network).order_by(col(Network.name)))


async def communities_of_connector(uow: UnitOfWork, member: int) -> Sequence[Community]:
    """Return the communities in which this member is a connector, sorted by name."""
    query = select(Community).join(RoleAssignment, col(RoleAssignment.community_id) == col(Community.id))
    query = query.where(RoleAssignment.member_id == member, RoleAssignment.role == Role.CONNECTOR)
    return await uow.all(query.order_by(col(Community.name)))


async def home_community(uow: UnitOfWork, member: int) -> Community | None:
    """Return the community that a member joined last, or else one in which they have a role."""
    joined = select(Community).join(Journey, col(Journey.community_id) == col(Community.id))
    joined = joined.where(Journey.member_id == member, Community.name != "")
    last_joined = await uow.first(joined.order_by(col(Journey.id).desc()).limit(1))
    if last_joined is not None:
        return last_joined
    with_role = select(Community).join(RoleAssignment, col(RoleAssignment.community_id) == col(Community.id))
    with_role = with_role.where(RoleAssignment.member_id == member)
    return await uow.first(with_role.order_by(col(RoleAssignment.id).desc()).limit(1))


async def network_by_code(uow: UnitOfWork, code: str) -> Network | None:
    """Return the network with this link code."""
    return await uow.first(select(Network).where(Network.code == code.strip().lower()))


async def homes_receiving_highlights(
    uow: UnitOfWork, network: int, *, but: int | None, after: int, limit: int
) -> Sequence[Room]:
    """Return the oldest home of each community (except `but`) that shows its network's highlights, by the room's id."""
    older = aliased(Room)
    is_home = (older.role == RoomRole.HOME, older.state == RoomState.ACTIVE, older.community_id == Room.community_id)
    has_older = select(older.id).where(*is_home, col(older.id) < col(Room.id)).correlate(Room).exists()
    query = select(Room).join(Community, col(Room.community_id) == col(Community.id))
    query = query.where(Community.network_id == network, col(Community.receives_highlights).is_(True))
    query = query.where(Room.role == RoomRole.HOME, Room.state == RoomState.ACTIVE, ~has_older)
    query = query.where(Room.community_id != but, col(Room.id) > after)
    return await uow.all(query.order_by(col(Room.id)).limit(limit))


async def relaying_rooms(uow: UnitOfWork) -> Sequence[RoomKey]:
    """Return the addresses of all rooms of relaying communities."""
    query = select(Room.account, Room.room).join(Community, col(Room.community_id) == col(Community.id))
    return [(row[0], row[1]) for row in await uow.rows(query.where(col(Community.relaying).is_(True)))]
