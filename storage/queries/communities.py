"""Queries about rooms, communities and networks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, bindparam
from sqlmodel import col, select, tuple_

from storage.tables import Community, Journey, Network, Role, RoleAssignment, Room, RoomRole, RoomState
from storage.unit_of_work import UnitOfWork

RoomKey = tuple[str, str]
_AT_ADDRESSES = select(Room).where(
    tuple_(col(Room.account), col(Room.room)).in_(bindparam("addresses", expanding=True))
)


async def rooms_by_address(uow: UnitOfWork, keys: Iterable[RoomKey]) -> dict[RoomKey, Room]:
    """Return the known rooms among these (account, room) addresses."""
    addresses = list(keys)
    if not addresses:
        return {}
    rooms = await uow.all(_AT_ADDRESSES, {"addresses": addresses})
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


async def rooms_of_place(uow: UnitOfWork, place: Community | Network) -> Sequence[Room]:
    """Return the active rooms of a community or network, oldest first."""
    if isinstance(place, Community):
        return await rooms_of_community(uow, place.id)
    query = select(Room).where(Room.network_id == place.id, Room.state == RoomState.ACTIVE)
    return await uow.all(query.order_by(col(Room.id)))


async def highlights_rooms(uow: UnitOfWork, network: int) -> Sequence[Room]:
    """Return the active rooms that show a network's highlights."""
    query = select(Room).where(Room.network_id == network, Room.role == RoomRole.HIGHLIGHTS)
    return await uow.all(query.where(Room.state == RoomState.ACTIVE).order_by(col(Room.id)))


async def circle_rooms(uow: UnitOfWork, network: int) -> Sequence[Room]:
    """Return the active rooms in which a network's coordinators meet."""
    query = select(Room).where(Room.network_id == network, Room.role == RoomRole.CIRCLE)
    return await uow.all(query.where(Room.state == RoomState.ACTIVE).order_by(col(Room.id)))


async def desk_rooms(uow: UnitOfWork, network: int) -> Sequence[Room]:
    """Return the rooms in which a network is asked something: its circle, or its highlights rooms if it has none."""
    return await circle_rooms(uow, network) or await highlights_rooms(uow, network)


async def networks_of_coordinator(uow: UnitOfWork, member: int) -> Sequence[Network]:
    """Return the networks that this member coordinates, sorted by name."""
    query = select(Network).join(RoleAssignment, col(RoleAssignment.network_id) == col(Network.id))
    query = query.where(RoleAssignment.member_id == member, RoleAssignment.role == Role.COORDINATOR)
    return await uow.all(query.order_by(col(Network.name)))


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


async def relaying_rooms(uow: UnitOfWork) -> Sequence[RoomKey]:
    """Return the addresses of all rooms whose messages may become highlights."""
    return await _rooms_where(uow, col(Community.relaying).is_(True), col(Room.excluded).is_(False))


async def counted_rooms(uow: UnitOfWork) -> Sequence[RoomKey]:
    """Return the addresses of all rooms of communities that count their active members."""
    return await _rooms_where(uow, col(Community.relaying).is_(True), col(Community.threshold_percent) > 0)


async def _rooms_where(uow: UnitOfWork, *where: ColumnElement[bool]) -> Sequence[RoomKey]:
    query = select(Room.account, Room.room).join(Community, col(Room.community_id) == col(Community.id))
    return [(row[0], row[1]) for row in await uow.rows(query.where(*where))]
