"""Timers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import col, select, tuple_

from storage.bulk_writes import delete_by, upsert
from storage.tables import Timer
from storage.unit_of_work import UnitOfWork

TIMER = upsert(Timer, keys=("kind", "subject"), replace=("due",))

TIMER_OFF = delete_by(Timer, "kind", "subject")

TIMER_DONE = delete_by(Timer, "kind", "subject", "due")
"""By what it is about and when: an id is given again once its row is gone, and a timer set anew keeps its row."""

Due = tuple[str, str, datetime]
"""(kind, subject, due)"""


async def due_timers(uow: UnitOfWork, now: datetime, limit: int) -> Sequence[Timer]:
    """The timers due, the earliest first."""
    return await uow.all(
        select(Timer).where(col(Timer.due) <= now).order_by(col(Timer.due), col(Timer.id)).limit(limit)
    )


async def next_due(uow: UnitOfWork) -> datetime | None:
    """When the next timer is due."""
    return await uow.first(select(Timer.due).order_by(col(Timer.due)).limit(1))


async def timers_of(uow: UnitOfWork, kind: str) -> set[str]:
    """What there is a timer of this kind for."""
    return set(await uow.all(select(Timer.subject).where(Timer.kind == kind)))


async def standing_timers(uow: UnitOfWork, timers: Collection[Due]) -> set[Due]:
    """Those of the timers that still stand (neither done, nor called off, nor put off)."""
    query = select(Timer.kind, Timer.subject, Timer.due)
    query = query.where(tuple_(col(Timer.kind), col(Timer.subject)).in_([timer[:2] for timer in timers]))
    return {(row[0], row[1], row[2]) for row in await uow.rows(query)} & set(timers) if timers else set()
