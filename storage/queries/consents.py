"""Queries about whether members' messages may leave a community: their answers, and whom connectors left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col, select

from storage.tables import CommunityConsent, Member, RelayConsent, RelayExclusion
from storage.unit_of_work import UnitOfWork


async def of_member(uow: UnitOfWork, member: int, community: int) -> RelayConsent:
    """Return a member's answer for a community: the one given there, or else the one for everywhere.

    For somebody whom a connector left out it is no.
    """
    if await uow.get(RelayExclusion, (member, community)) is not None:
        return RelayConsent.OFF
    own = await uow.get(CommunityConsent, (member, community))
    if own is not None:
        return own.relay
    row = await uow.get(Member, member)
    return row.relay if row is not None else RelayConsent.ASK


async def store(uow: UnitOfWork, member: int, community: int, relay: RelayConsent, at: datetime) -> None:
    """Store a member's answer for one community."""
    known = await uow.get(CommunityConsent, (member, community))
    if known is not None:
        known.relay, known.decided_at = relay, at
        return
    row = await uow.add(CommunityConsent(member_id=member, community_id=community, relay=relay, decided_at=at))
    uow.cache(row, (member, community))


async def forget(uow: UnitOfWork, member: int) -> None:
    """Forget a member's answers for single communities: they gave one for everywhere."""
    await uow.execute(delete(CommunityConsent).where(col(CommunityConsent.member_id) == member))


async def exclude(uow: UnitOfWork, member: int, community: int, by: int, at: datetime) -> bool:
    """Leave a member's messages out of what a community shares. Return False if they were left out before."""
    if await uow.get(RelayExclusion, (member, community)) is not None:
        return False
    row = RelayExclusion(member_id=member, community_id=community, excluded_by=by, excluded_at=at)
    uow.cache(await uow.add(row), (member, community))
    return True


async def include(uow: UnitOfWork, member: int, community: int) -> bool:
    """Share a member's messages again. Return False if they were not left out."""
    row = await uow.get(RelayExclusion, (member, community))
    if row is None:
        return False
    await uow.delete(row)
    return True


async def excluded(uow: UnitOfWork, community: int) -> Sequence[int]:
    """Return the members whom a connector left out, the first one first."""
    query = select(RelayExclusion.member_id).where(RelayExclusion.community_id == community)
    return await uow.all(query.order_by(col(RelayExclusion.excluded_at)))
