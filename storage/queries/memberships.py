"""Queries about memberships in networks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Integer, and_, bindparam, delete
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import col, select

from storage.tables import (
    AnnouncementWay,
    Community,
    Decision,
    Membership,
    MembershipState,
    Network,
    Recipient,
    Room,
    RoomRole,
    RoomState,
    Share,
    Showing,
    ShowingWay,
)
from storage.unit_of_work import UnitOfWork

Place = Community | Network
"""What can be part of a network."""
LIVE = (MembershipState.REQUESTED, MembershipState.ACTIVE)


_ABOVE = (
    select(Membership, Network)
    .join(Network, col(Membership.network_id) == col(Network.id))
    .where(Membership.state == MembershipState.ACTIVE)
    .order_by(col(Membership.id))
)
_PLACE = bindparam("place", type_=Integer())
_ABOVE_COMMUNITY = _ABOVE.where(col(Membership.community_id) == _PLACE)
_ABOVE_NETWORK = _ABOVE.where(col(Membership.child_id) == _PLACE)


def is_below(place: Place) -> ColumnElement[bool]:
    """Match the memberships of a community or network in the networks above it."""
    column = Membership.community_id if isinstance(place, Community) else Membership.child_id
    return col(column) == place.id


async def above(uow: UnitOfWork, place: Place) -> Sequence[tuple[Membership, Network]]:
    """Return the active memberships of a place, with the networks above it, oldest first."""
    return await uow.remember(
        ("above", type(place), place.id), (Membership.__tablename__, Network.__tablename__), lambda: _above(uow, place)
    )


async def _above(uow: UnitOfWork, place: Place) -> Sequence[tuple[Membership, Network]]:
    query = _ABOVE_COMMUNITY if isinstance(place, Community) else _ABOVE_NETWORK
    return [
        (membership, network) for membership, network in await uow.rows(query, {"place": place.id}, reads_tables=())
    ]


async def live(uow: UnitOfWork, place: Place, network: Network) -> Membership | None:
    """Return the place's requested or active membership in this network."""
    query = select(Membership).where(is_below(place), Membership.network_id == network.id)
    return await uow.first(query.where(col(Membership.state).in_(LIVE)))


async def requested_by(uow: UnitOfWork, place: Place) -> Sequence[tuple[Membership, Network]]:
    """Return the place's unanswered requests, with the networks that are asked, oldest first."""
    query = select(Membership, Network).join(Network, col(Membership.network_id) == col(Network.id))
    query = query.where(is_below(place), Membership.state == MembershipState.REQUESTED).order_by(col(Membership.id))
    return [(membership, network) for membership, network in await uow.rows(query)]


async def requests_to(uow: UnitOfWork, network: int) -> Sequence[Membership]:
    """Return the unanswered requests to a network, oldest first."""
    query = select(Membership).where(Membership.network_id == network, Membership.state == MembershipState.REQUESTED)
    return await uow.all(query.order_by(col(Membership.id)))


async def communities_of(uow: UnitOfWork, network: int) -> Sequence[Community]:
    """Return the communities of a network, sorted by name."""
    query = select(Community).join(Membership, col(Membership.community_id) == col(Community.id))
    query = query.where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    return await uow.all(query.order_by(col(Community.name)))


async def networks_in(uow: UnitOfWork, network: int) -> Sequence[Network]:
    """Return the networks that are part of a network, sorted by name."""
    query = select(Network).join(Membership, col(Membership.child_id) == col(Network.id))
    query = query.where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    return await uow.all(query.order_by(col(Network.name)))


async def by_part(uow: UnitOfWork, network: int) -> dict[tuple[type[Place], int], Membership]:
    """Return the active memberships in a network, by the table and the id of the part."""
    query = select(Membership).where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    return {
        (Community, row.community_id) if row.community_id is not None else (Network, row.child_id or 0): row
        for row in await uow.all(query)
    }


async def ancestors(uow: UnitOfWork, network: Network) -> Sequence[Network]:
    """Return the networks above a network at any distance, the nearest first, each once."""
    found: dict[int, Network] = {}
    level = [network]
    while level:
        wider = {upper.id: upper for place in level for _, upper in await above(uow, place)}
        level = [upper for key, upper in wider.items() if key not in found and key != network.id]
        found |= {upper.id: upper for upper in level}
    return list(found.values())


async def reach(uow: UnitOfWork, place: Place) -> Sequence[Network]:
    """Return the networks to which something of a place may rise, the nearest first, each once.

    What only a network's digest tells rises no further from there.
    """
    found: dict[int, Network] = {}
    passed: set[int] = set()
    level: list[Place] = [place]
    while level:
        rising = [bond for lower in level for bond in await above(uow, lower) if bond[0].rises != Share.NOTHING]
        found |= {network.id: network for _, network in rising}
        further = {network.id: network for bond, network in rising if bond.rises != Share.DIGEST}
        level = [network for number, network in further.items() if number not in passed]
        passed |= further.keys()
    return list(found.values())


def told_to_network(network: int, at: Mapped[datetime] | Mapped[datetime | None]) -> ColumnElement[bool]:
    """Match what happened in a network's communities since they agreed that it may be told there."""
    shares = select(Membership.id).where(
        col(Membership.community_id) == col(Community.id), Membership.network_id == network,
        Membership.state == MembershipState.ACTIVE, Membership.gives != Share.NOTHING,
        Membership.takes != Share.NOTHING, col(Membership.gives_since) <= at,
    )  # fmt: skip
    return and_(col(Community.relaying).is_(True), shares.correlate_except(Membership).exists())


def told_in(place: Place, at: Mapped[datetime] | Mapped[datetime | None]) -> ColumnElement[bool]:
    """Match what the digest of a place may tell: a community's own, or what happened since a network may hear of it."""
    if isinstance(place, Community):
        return col(Community.id) == place.id
    return told_to_network(place.id, at)


async def listening_homes(uow: UnitOfWork, network: int, *, but: int | None, after: int, limit: int) -> Sequence[Room]:
    """Return the oldest home of each community (except `but`) that shows the network's highlights, by the room's id."""
    older = aliased(Room)
    is_home = (older.role == RoomRole.HOME, older.state == RoomState.ACTIVE, older.community_id == Room.community_id)
    has_older = select(older.id).where(*is_home, col(older.id) < col(Room.id)).correlate(Room).exists()
    query = select(Room).join(Community, col(Room.community_id) == col(Community.id))
    query = query.join(Membership, col(Membership.community_id) == col(Community.id))
    query = query.where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    query = query.where(col(Membership.listens).is_(True), col(Community.receives_highlights).is_(True))
    query = query.where(Room.role == RoomRole.HOME, Room.state == RoomState.ACTIVE, ~has_older)
    query = query.where(Room.community_id != but, col(Room.id) > after)
    return await uow.all(query.order_by(col(Room.id)).limit(limit))


async def listening_networks(uow: UnitOfWork, network: int) -> Sequence[tuple[Membership, Network]]:
    """Return the networks that are part of a network and show its highlights."""
    query = select(Membership, Network).join(Network, col(Membership.child_id) == col(Network.id))
    query = query.where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    query = query.where(col(Membership.listens).is_(True)).order_by(col(Membership.id))
    return [(membership, child) for membership, child in await uow.rows(query)]


async def listening_below(uow: UnitOfWork, network: Network) -> Sequence[Network]:
    """Return a network and the ones below that listen to it, also through others, the nearest first, each once."""
    found, level = {network.id: network}, [network]
    while level:
        below = [child for place in level for _, child in await listening_networks(uow, place.id)]
        level = list({child.id: child for child in below if child.id not in found}.values())
        found |= {child.id: child for child in level}
    return list(found.values())


async def still_hears(
    uow: UnitOfWork, membership: int, network: int, came_by: Callable[[int], Awaitable[int | None]]
) -> bool:
    """Return whether all memberships on the way down from a network, the lowest of which is given, still listen.

    `came_by`: returns the membership on which something came to a network on its way.
    """
    bond = await uow.get(Membership, membership)
    while bond is not None and bond.state == MembershipState.ACTIVE and bond.listens:
        if bond.network_id == network:
            return True
        bond = await uow.get(Membership, await came_by(bond.network_id))
    return False


async def rising_networks(uow: UnitOfWork, network: int) -> Sequence[Network]:
    """Return the networks in a network from which something rises to it."""
    query = select(Network).join(Membership, col(Membership.child_id) == col(Network.id))
    query = query.where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    query = query.where(Membership.gives != Share.NOTHING, Membership.takes != Share.NOTHING)
    return await uow.all(query.order_by(col(Network.id)))


async def relaying_communities(uow: UnitOfWork, network: int, *, after: int, limit: int) -> Sequence[Community]:
    """Return the next communities of a network from which something rises to it, by id."""
    query = select(Community).join(Membership, col(Membership.community_id) == col(Community.id))
    query = query.where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    query = query.where(Membership.gives != Share.NOTHING, Membership.takes != Share.NOTHING)
    query = query.where(col(Community.relaying).is_(True), col(Community.id) > after)
    return await uow.all(query.order_by(col(Community.id)).limit(limit))


async def delete_ended(uow: UnitOfWork, limit: datetime) -> None:
    """Delete memberships from before `limit` that are over and along which nothing travelled."""
    travelled = [
        ~select(column).where(column == col(Membership.id)).exists()
        for column in (
            col(Decision.membership_id),
            col(Recipient.membership_id),
            col(AnnouncementWay.membership_id),
            col(Showing.membership_id),
            col(ShowingWay.membership_id),
        )
    ]
    old = col(Membership.created_at) < limit
    await uow.execute(delete(Membership).where(old, col(Membership.state).not_in(LIVE), *travelled))
