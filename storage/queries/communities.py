"""Queries about rooms, communities and networks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, SelectBase, bindparam
from sqlmodel import col, select, tuple_
from sqlmodel.sql.expression import SelectOfScalar

from storage.tables import (
    Community,
    DigestEvery,
    Identity,
    Journey,
    JourneyStage,
    Member,
    Network,
    Role,
    RoleAssignment,
    Room,
    RoomRole,
    RoomState,
)
from storage.unit_of_work import UnitOfWork

RoomKey = tuple[str, str]
MAX_OF_MEMBER = 10
"""How many communities a person's own digest covers."""
INSIDE = (
    JourneyStage.JOINED, JourneyStage.RULES, JourneyStage.QUESTION, JourneyStage.GREETER, JourneyStage.DONE,
    JourneyStage.RETURNED,
)  # fmt: skip
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
    """Return the active rooms where a network's coordinators meet."""
    query = select(Room).where(Room.network_id == network, Room.role == RoomRole.CIRCLE)
    return await uow.all(query.where(Room.state == RoomState.ACTIVE).order_by(col(Room.id)))


async def coordination_rooms(uow: UnitOfWork, network: int) -> Sequence[Room]:
    """Return the rooms for questions to a network's coordinators: its circle, or else its highlights rooms."""
    return await circle_rooms(uow, network) or await highlights_rooms(uow, network)


async def networks_of_coordinator(uow: UnitOfWork, member: int) -> Sequence[Network]:
    """Return the networks that this member coordinates, sorted by name."""
    query = select(Network).join(RoleAssignment, col(RoleAssignment.network_id) == col(Network.id))
    query = query.where(RoleAssignment.member_id == member, RoleAssignment.role == Role.COORDINATOR)
    return await uow.all(query.order_by(col(Network.name)))


async def communities_of_connector(uow: UnitOfWork, member: int) -> Sequence[Community]:
    """Return the communities where this member is a connector, sorted by name."""
    query = select(Community).join(RoleAssignment, col(RoleAssignment.community_id) == col(Community.id))
    query = query.where(RoleAssignment.member_id == member, RoleAssignment.role == Role.CONNECTOR)
    return await uow.all(query.order_by(col(Community.name)))


async def home_community(uow: UnitOfWork, member: int) -> Community | None:
    """Return the community that a member joined last, or else one in which they have a role or were seen last."""
    joined = select(Community).join(Journey, col(Journey.community_id) == col(Community.id))
    joined = joined.where(Journey.member_id == member, Community.name != "")
    last_joined = await uow.first(joined.order_by(col(Journey.id).desc()).limit(1))
    if last_joined is not None:
        return last_joined
    with_role = select(Community).join(RoleAssignment, col(RoleAssignment.community_id) == col(Community.id))
    with_role = with_role.where(RoleAssignment.member_id == member)
    role_held = await uow.first(with_role.order_by(col(RoleAssignment.id).desc()).limit(1))
    if role_held is not None:
        return role_held
    seen = select(Community).join(Room, col(Room.community_id) == col(Community.id))
    seen = seen.join(Identity, col(Identity.room_id) == col(Room.id)).where(Identity.member_id == member)
    return await uow.first(seen.order_by(col(Identity.id).desc()).limit(1))


async def relaying_rooms(uow: UnitOfWork) -> Sequence[RoomKey]:
    """Return the addresses of all rooms whose messages may become highlights."""
    return await _rooms_where(uow, col(Community.relaying).is_(True), col(Room.excluded).is_(False))


async def counted_rooms(uow: UnitOfWork) -> Sequence[RoomKey]:
    """Return the addresses of all rooms where it counts who is active, or somebody who was away may come back."""
    counting = await _rooms_where(uow, col(Community.relaying).is_(True), col(Community.threshold_percent) > 0)
    reading = select(Member.id).where(Member.digest_every != DigestEvery.NEVER)
    homes = await _rooms_where(uow, col(Community.id).in_(_joined_by(reading)), col(Community.name) != "")
    return [*counting, *homes]


async def of_member(uow: UnitOfWork, member: int) -> Sequence[Community]:
    """Return the communities that a member is in, by name: seen last in a room, come as a newcomer, or with a role."""
    query = select(Community).where(col(Community.id).in_(_joined_by([member])), Community.name != "")
    return await uow.all(query.order_by(col(Community.name)).limit(MAX_OF_MEMBER))


async def rooms_of_member(uow: UnitOfWork, member: int) -> Sequence[Room]:
    """Return the rooms of the communities that a member is in."""
    places = [community.id for community in await of_member(uow, member)]
    query = select(Room).where(col(Room.community_id).in_(places), Room.state == RoomState.ACTIVE)
    return await uow.all(query.order_by(col(Room.id)))


async def room_on_platform(uow: UnitOfWork, platform: str, user: str) -> Room | None:
    """Return the private room with somebody, if the platform names it like them; else any room of the platform."""
    query = select(Room).where(Room.platform == platform, Room.state == RoomState.ACTIVE)
    return await uow.first(query.order_by(col(Room.room) != user, col(Room.id)).limit(1))


def _joined_by(members: Sequence[int] | SelectOfScalar[int]) -> SelectBase:
    """Select the communities that any of these members was seen last in, came to as a newcomer, or has a role in."""
    seen = select(Room.community_id).join(Identity, col(Identity.room_id) == col(Room.id))
    seen = seen.where(col(Identity.member_id).in_(members), col(Room.community_id).is_not(None))
    came = select(Journey.community_id)
    came = came.where(col(Journey.member_id).in_(members), col(Journey.stage).in_(INSIDE))
    roles = select(RoleAssignment.community_id)
    roles = roles.where(col(RoleAssignment.member_id).in_(members), col(RoleAssignment.community_id).is_not(None))
    return seen.union(came, roles)


async def _rooms_where(uow: UnitOfWork, *where: ColumnElement[bool]) -> Sequence[RoomKey]:
    query = select(Room.account, Room.room).join(Community, col(Room.community_id) == col(Community.id))
    return [(row[0], row[1]) for row in await uow.rows(query.where(*where))]
