"""Queries about requests to be part of a network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col, select

from storage.tables import LinkRequest, LinkState
from storage.unit_of_work import UnitOfWork


async def pending_in(uow: UnitOfWork, network: int) -> Sequence[LinkRequest]:
    """Return the unanswered requests to a network, oldest first."""
    query = select(LinkRequest).where(LinkRequest.network_id == network, LinkRequest.state == LinkState.REQUESTED)
    return await uow.all(query.order_by(col(LinkRequest.id)))


async def pending_of(uow: UnitOfWork, *, community: int | None = None, child: int | None = None) -> LinkRequest | None:
    """Return the unanswered request of a community or network."""
    query = select(LinkRequest).where(LinkRequest.community_id == community, LinkRequest.child_id == child)
    return await uow.first(query.where(LinkRequest.state == LinkState.REQUESTED).limit(1))


async def delete_answered(uow: UnitOfWork, limit: datetime) -> None:
    """Delete answered requests from before `limit`."""
    old = col(LinkRequest.created_at) < limit
    await uow.execute(delete(LinkRequest).where(old, col(LinkRequest.state) != LinkState.REQUESTED))
