"""Queries about the tags of a network's parts."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import delete, func
from sqlmodel import col, select

from storage.queries.memberships import LIVE
from storage.tables import Community, Membership, MembershipState, MembershipTag, Network
from storage.unit_of_work import UnitOfWork


async def of_membership(uow: UnitOfWork, membership: int) -> Sequence[MembershipTag]:
    """Return the tags of a part of a network, also refused ones, sorted."""
    query = select(MembershipTag).where(MembershipTag.membership_id == membership)
    return await uow.all(query.order_by(col(MembershipTag.tag)))


async def find(uow: UnitOfWork, membership: int, tag: str) -> MembershipTag | None:
    """Return this tag of a part of a network, also a refused one."""
    query = select(MembershipTag).where(MembershipTag.membership_id == membership, MembershipTag.tag == tag)
    return await uow.first(query)


async def used_in(uow: UnitOfWork, network: int) -> Sequence[tuple[str, int]]:
    """Return the tags that a network uses as people read them, each with the number of its parts, sorted."""
    query = select(func.min(MembershipTag.label), func.count()).join(
        Membership, col(MembershipTag.membership_id) == col(Membership.id)
    )
    query = query.where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    query = query.where(col(MembershipTag.refused).is_(False))
    counted = query.group_by(col(MembershipTag.tag)).order_by(col(MembershipTag.tag))
    return [(tag, count) for tag, count in await uow.rows(counted)]


async def labels(uow: UnitOfWork, words: Collection[str], networks: Collection[int]) -> dict[str, str]:
    """Return tags as people read them in these networks, by the letters with which they are compared."""
    query = select(MembershipTag.tag, func.min(MembershipTag.label)).group_by(col(MembershipTag.tag))
    query = query.join(Membership, col(MembershipTag.membership_id) == col(Membership.id))
    query = query.where(col(Membership.network_id).in_(sorted(networks)), col(MembershipTag.tag).in_(sorted(words)))
    return dict(await uow.rows(query))


async def of_parts(uow: UnitOfWork, network: int) -> dict[int, list[str]]:
    """Return the tags of a network's communities as people read them, sorted, by the community's id."""
    query = select(col(Membership.community_id), MembershipTag.label).join(
        Membership, col(MembershipTag.membership_id) == col(Membership.id)
    )
    query = query.where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    query = query.where(col(MembershipTag.refused).is_(False), col(Membership.community_id).is_not(None))
    found: dict[int, list[str]] = {}
    for community, tag in await uow.rows(query.order_by(col(MembershipTag.tag))):
        found.setdefault(community or 0, []).append(tag)
    return found


async def of_place(uow: UnitOfWork, place: Community | Network) -> Sequence[tuple[MembershipTag, Network]]:
    """Return the tags that the networks above a place gave it, also refused ones, with the network."""
    below = Membership.community_id if isinstance(place, Community) else Membership.child_id
    query = (
        select(MembershipTag, Network)
        .join(Membership, col(MembershipTag.membership_id) == col(Membership.id))
        .join(Network, col(Membership.network_id) == col(Network.id))
        .where(col(below) == place.id, Membership.state == MembershipState.ACTIVE)
        .order_by(col(Network.name), col(MembershipTag.tag))
    )
    return [(tag, network) for tag, network in await uow.rows(query)]


async def delete_ended(uow: UnitOfWork, *, community: int | None = None) -> None:
    """Delete the tags of memberships that are over; of all of a community's with `community`."""
    ended = select(Membership.id).where(col(Membership.state).not_in(LIVE))
    if community is not None:
        ended = select(Membership.id).where(Membership.community_id == community)
    await uow.execute(delete(MembershipTag).where(col(MembershipTag.membership_id).in_(ended)))
