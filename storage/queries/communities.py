"""Rooms and what they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlmodel import col, select, tuple_

from storage.tables import Animator, Community, Journey, Network, Room
from storage.unit_of_work import UnitOfWork

RoomKey = tuple[str, str]


async def rooms_at(uow: UnitOfWork, keys: Iterable[RoomKey]) -> dict[RoomKey, Room]:
    """The rooms with these (account, room) addresses; unknown ones are left out."""
    wanted = list(keys)
    if not wanted:
        return {}
    found = await uow.all(select(Room).where(tuple_(col(Room.account), col(Room.room)).in_(wanted)))
    return {(room.account, room.room): room for room in found}


async def networks(uow: UnitOfWork) -> Sequence[Network]:
    """All networks."""
    return await uow.all(select(Network).order_by(col(Network.id)))


async def rooms_in(uow: UnitOfWork, account: str, parent: str) -> Sequence[Room]:
    """The rooms that are a part of this server or group, in whatever state, the oldest first."""
    if not parent:
        return []
    query = select(Room).where(Room.account == account, Room.parent == parent)
    return await uow.all(query.order_by(col(Room.id)))


async def rooms_of(uow: UnitOfWork, community: int, role: str | None = None) -> Sequence[Room]:
    """The active rooms of a community, the oldest first."""
    query = select(Room).where(Room.community_id == community, Room.state == "active").order_by(col(Room.id))
    return await uow.all(query.where(Room.role == role) if role else query)


async def highlights_rooms(uow: UnitOfWork, network: int) -> Sequence[Room]:
    """The active rooms where a network's highlights appear."""
    query = select(Room).where(Room.network_id == network, Room.role == "highlights", Room.state == "active")
    return await uow.all(query.order_by(col(Room.id)))


async def communities_of(uow: UnitOfWork, network: int) -> Sequence[Community]:
    """The communities linked to a network, by name."""
    return await uow.all(select(Community).where(Community.network_id == network).order_by(col(Community.name)))


async def communities_of_connector(uow: UnitOfWork, member: int) -> Sequence[Community]:
    """The communities that this member is a connector of, by name."""
    query = select(Community).join(Animator, col(Animator.community_id) == col(Community.id))
    query = query.where(Animator.member_id == member, Animator.role == "connector")
    return await uow.all(query.order_by(col(Community.name)))


async def home_of(uow: UnitOfWork, member: int) -> Community | None:
    """The community that a member came into last; else one that they animate."""
    came = select(Community).join(Journey, col(Journey.community_id) == col(Community.id))
    found = await uow.first(came.where(Journey.member_id == member).order_by(col(Journey.id).desc()).limit(1))
    if found is not None:
        return found
    animates = select(Community).join(Animator, col(Animator.community_id) == col(Community.id))
    return await uow.first(animates.where(Animator.member_id == member).order_by(col(Animator.id).desc()).limit(1))


async def network_by_code(uow: UnitOfWork, code: str) -> Network | None:
    """The network whose link code this is."""
    return await uow.first(select(Network).where(Network.code == code.strip().lower()))


async def listening(uow: UnitOfWork, network: int) -> Sequence[Community]:
    """The communities of a network that want its highlights in their home."""
    query = select(Community).where(Community.network_id == network, col(Community.listening).is_(True))
    return await uow.all(query.order_by(col(Community.id)))


async def relaying_rooms(uow: UnitOfWork) -> Sequence[RoomKey]:
    """The addresses of all rooms whose community relays."""
    query = select(Room.account, Room.room).join(Community, col(Room.community_id) == col(Community.id))
    return [(row[0], row[1]) for row in await uow.rows(query.where(col(Community.relaying).is_(True)))]
