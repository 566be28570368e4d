"""Queries about blocklists."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, delete, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from storage.queries.members import MemberSummary
from storage.tables import Block, BlockPolicy, BlockState, Community, Identity, Membership, MembershipState, UtcDateTime
from storage.unit_of_work import UnitOfWork

_BLOCKED = select(Block.community_id, Block.member_id).where(
    col(Block.member_id).in_(bindparam("members", expanding=True)),
    col(Block.state) == BlockState.ACTIVE,
    or_(col(Block.until).is_(None), col(Block.until) > bindparam("now", type_=UtcDateTime)),
)


def _holds(now: datetime) -> ColumnElement[bool]:
    return and_(col(Block.state) == BlockState.ACTIVE, or_(col(Block.until).is_(None), col(Block.until) > now))


async def blocked_among(
    uow: UnitOfWork, people: Collection[MemberSummary], now: datetime
) -> frozenset[tuple[int, int]]:
    """Return (community, member) for each of these people wherever they are blocked."""
    ids = [person.member_id for person in people]
    if not ids:
        return frozenset()
    rows = await uow.rows(_BLOCKED, {"members": ids, "now": now}, reads_tables=("blocks",))
    return frozenset((community, member) for community, member in rows)


async def is_blocked(uow: UnitOfWork, member: int, community: int, now: datetime) -> bool:
    """Return whether a member is blocked in a community."""
    return await of_member(uow, member, community, now) is not None


async def of_member(uow: UnitOfWork, member: int, community: int, now: datetime) -> Block | None:
    """Return the community's own active block of a member, or else one that it took over."""
    query = select(Block).where(Block.member_id == member, Block.community_id == community, _holds(now))
    return await uow.first(query.order_by(col(Block.origin_id).is_not(None), col(Block.id)))


async def all_of_member(uow: UnitOfWork, member: int, now: datetime) -> Sequence[Block]:
    """Return the blocks of a member that hold, oldest first."""
    return await uow.all(select(Block).where(Block.member_id == member, _holds(now)).order_by(col(Block.id)))


async def of_community(uow: UnitOfWork, community: int, now: datetime) -> Sequence[Block]:
    """Return the blocks that hold in a community and those that await its answer, newest first."""
    query = select(Block).where(Block.community_id == community)
    query = query.where(or_(_holds(now), col(Block.state) == BlockState.OFFERED))
    return await uow.all(query.order_by(col(Block.id).desc()))


async def blocked_identities(uow: UnitOfWork, community: int, platform: str, now: datetime) -> Sequence[Identity]:
    """Return the people whom a community blocks, as one platform knows them."""
    query = select(Identity).join(Block, col(Block.member_id) == col(Identity.member_id))
    query = query.where(Block.community_id == community, Identity.platform == platform, _holds(now)).distinct()
    return await uow.all(query.order_by(col(Identity.id)))


async def takers(uow: UnitOfWork, block: Block, network: int, *, after: int, limit: int) -> Sequence[Community]:
    """Return the next communities of a network, by id, that take over or are asked about others' blocks."""
    query = select(Community).join(Membership, col(Membership.community_id) == col(Community.id))
    query = query.where(Membership.network_id == network, Membership.state == MembershipState.ACTIVE)
    query = query.where(Community.accepts_blocks != BlockPolicy.OFF, Community.id != block.community_id)
    has = select(Block.id).where(Block.origin_id == block.id, Block.community_id == Community.id).exists()
    query = query.where(~has, col(Community.id) > after)
    return await uow.all(query.order_by(col(Community.id)).limit(limit))


async def change_copies(uow: UnitOfWork, block: Block) -> None:
    """Let what other communities took over of a block have its reason and its end."""
    copies = update(Block).where(col(Block.origin_id) == block.id)
    await uow.execute(copies.values(reason=block.reason, until=block.until))


async def lift_copies(uow: UnitOfWork, block: Block, at: datetime) -> None:
    """Lift what other communities took over of a block, and take back what they were offered."""
    open_ones = col(Block.state).in_((BlockState.ACTIVE, BlockState.OFFERED))
    copies = update(Block).where(col(Block.origin_id) == block.id, open_ones)
    await uow.execute(copies.values(state=BlockState.LIFTED, ended_at=at))


async def lift_unshared(uow: UnitOfWork, community: int, at: datetime) -> None:
    """Lift the blocks that a community took over, or others from it, in a network to which it no longer belongs."""
    own = select(Membership.network_id).where(
        Membership.community_id == community, Membership.state == MembershipState.ACTIVE
    )
    origin = aliased(Block)
    from_here = select(origin.id).where(origin.community_id == community)
    gone = and_(col(Block.network_id).is_not(None), col(Block.network_id).not_in(own))
    concerned = or_(col(Block.community_id) == community, col(Block.origin_id).in_(from_here))
    open_ones = col(Block.state).in_((BlockState.ACTIVE, BlockState.OFFERED))
    await uow.execute(update(Block).where(concerned, gone, open_ones).values(state=BlockState.LIFTED, ended_at=at))


async def delete_ended(uow: UnitOfWork, limit: datetime) -> None:
    """Delete the blocks that ended before `limit`, the copies first."""
    over = or_(col(Block.ended_at) < limit, col(Block.until) < limit)
    copy = aliased(Block)
    repeated = select(copy.id).where(copy.origin_id == Block.id).correlate(Block).exists()
    await uow.execute(delete(Block).where(over, col(Block.origin_id).is_not(None)))
    await uow.execute(delete(Block).where(over, ~repeated))


async def delete_of_community(uow: UnitOfWork, community: int) -> None:
    """Delete a community's blocks, and what others took over of them."""
    own = select(Block.id).where(Block.community_id == community)
    await uow.execute(delete(Block).where(col(Block.origin_id).in_(own)))
    await uow.execute(delete(Block).where(col(Block.community_id) == community))
