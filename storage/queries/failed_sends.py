"""Outbound rows that failed: what operators see of them, and do about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, update
from sqlmodel import col, select

from storage.tables import Outbox, OutboxState
from storage.unit_of_work import UnitOfWork


async def failing(uow: UnitOfWork, limit: int = 50) -> Sequence[Outbox]:
    """Return the newest rows that a platform refused, whose delivery is unknown, or that we are trying again."""
    retrying = and_(col(Outbox.state) == OutboxState.PENDING, col(Outbox.attempts) > 0)
    failed = col(Outbox.state).in_((OutboxState.REFUSED, OutboxState.UNKNOWN))
    return await uow.all(select(Outbox).where(or_(failed, retrying)).order_by(col(Outbox.id).desc()).limit(limit))


async def retry(uow: UnitOfWork, keys: Sequence[str], now: datetime) -> int:
    """Let delivery send refused and unknown rows again (all of them without keys); return how many there are."""
    statement = update(Outbox).where(col(Outbox.state).in_((OutboxState.REFUSED, OutboxState.UNKNOWN)))
    statement = statement.where(col(Outbox.key).in_(keys)) if keys else statement
    values = {"state": OutboxState.PENDING, "attempts": 0, "not_before": now, "done_at": None}
    return (await uow.execute(statement.values(**values))).rowcount


async def drop(uow: UnitOfWork, keys: Sequence[str], now: datetime) -> int:
    """Give these rows up unless they are sent or on their way (all that failed without keys); return how many."""
    failed = (OutboxState.REFUSED, OutboxState.UNKNOWN)
    states = (*failed, OutboxState.PENDING) if keys else failed
    statement = update(Outbox).where(col(Outbox.state).in_(states))
    statement = statement.where(col(Outbox.key).in_(keys)) if keys else statement
    values = {"state": OutboxState.SUPERSEDED, "done_at": now, "collapse_key": None, "detail": "dropped by hand"}
    return (await uow.execute(statement.values(**values))).rowcount
