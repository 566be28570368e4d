"""Queries about members' lasting answers: whether their messages may leave a community."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col

from storage.tables import CommunityConsent, Member, RelayConsent
from storage.unit_of_work import UnitOfWork


async def of_member(uow: UnitOfWork, member: int, community: int) -> RelayConsent:
    """Return a member's answer for a community: the one given there, or else the one for everywhere."""
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
