"""Figures about the queues, for operators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from storage.queries.outbox import counts_by_state
from storage.tables import DeadLetter, Outbox, OutboxState, Timer
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Overview:
    """`outbox`: rows by state. `oldest_pending`: when somebody asked for the oldest unsent row that is due.

    `oldest_timer`: the earliest timer, due or not.
    """

    outbox: dict[str, int]
    oldest_pending: datetime | None
    dead_letters: int
    oldest_timer: datetime | None

    def queue_seconds(self, now: datetime) -> float:
        """Return how long the oldest due row has waited."""
        return max(0.0, (now - self.oldest_pending).total_seconds()) if self.oldest_pending else 0.0

    def timer_lag_seconds(self, now: datetime) -> float:
        """Return how late the timers are."""
        return max(0.0, (now - self.oldest_timer).total_seconds()) if self.oldest_timer else 0.0


async def overview(uow: UnitOfWork, now: datetime) -> Overview:
    """Return the figures."""
    waiting = (col(Outbox.state) == OutboxState.PENDING, col(Outbox.not_before) <= now)
    oldest = await uow.first(select(Outbox.created_at).where(*waiting).order_by(col(Outbox.created_at)).limit(1))
    letters = await uow.first(select(func.count()).select_from(DeadLetter))
    timer = await uow.first(select(Timer.due).order_by(col(Timer.due)).limit(1))
    return Overview(await counts_by_state(uow), oldest, letters or 0, timer)
