"""Queries about hand-overs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col, select

from storage.tables import Handover, HandoverState
from storage.unit_of_work import UnitOfWork


async def open_of(uow: UnitOfWork, community: int) -> Sequence[Handover]:
    """Return the open hand-overs of a community, oldest first."""
    query = select(Handover).where(Handover.community_id == community, Handover.state == HandoverState.OPEN)
    return await uow.all(query.order_by(col(Handover.id)))


async def last_objection(uow: UnitOfWork, community: int) -> datetime | None:
    """Return when members of a community last objected to a proposal."""
    query = select(Handover).where(Handover.community_id == community, Handover.state == HandoverState.OBJECTED)
    found = await uow.first(query.order_by(col(Handover.closed_at).desc()).limit(1))
    return found.closed_at if found is not None else None


async def delete_old(uow: UnitOfWork, limit: datetime) -> None:
    """Delete hand-overs that were decided before `limit`."""
    await uow.execute(delete(Handover).where(col(Handover.closed_at) < limit))


async def delete_of(uow: UnitOfWork, community: int) -> None:
    """Delete the hand-overs of a community that is removed."""
    await uow.execute(delete(Handover).where(col(Handover.community_id) == community))
