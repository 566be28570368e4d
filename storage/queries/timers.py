"""Queries about timers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Integer, bindparam, false
from sqlmodel import col, select, tuple_

from storage.bulk_writes import delete_by, upsert
from storage.tables import Timer
from storage.unit_of_work import UnitOfWork

SET_TIMER = upsert(Timer, keys=("kind", "subject"), replace=("due",))
DELETE_TIMER = delete_by(Timer, "kind", "subject")
DELETE_FIRED_TIMER = delete_by(Timer, "kind", "subject", "due")
"""Delete by content, not by id: SQLite may reuse an id, and a timer that somebody moved keeps its row."""

TimerKey = tuple[str, str, datetime]
"""(kind, subject, due)"""

_DUE = select(Timer).where(col(Timer.due) <= bindparam("now")).order_by(col(Timer.due), col(Timer.id))
_DUE = _DUE.limit(bindparam("limit", type_=Integer()))
_NEXT = select(Timer.due).order_by(col(Timer.due)).limit(1)


@dataclass(frozen=True)
class Kinds:
    """Timers of these kinds, or (with `others`) of all other kinds."""

    kinds: Collection[str] = ()
    others: bool = True

    @property
    def everything(self) -> bool:
        """Whether these are all timers."""
        return self.others and not self.kinds

    @property
    def condition(self) -> ColumnElement[bool]:
        """The condition of a query."""
        chosen = col(Timer.kind).in_(sorted(self.kinds)) if self.kinds else false()
        return ~chosen if self.others else chosen


ALL_KINDS = Kinds()


async def due_timers(uow: UnitOfWork, now: datetime, limit: int, which: Kinds = ALL_KINDS) -> Sequence[Timer]:
    """Return the due timers, earliest first."""
    query = _DUE if which.everything else _DUE.where(which.condition)
    return await uow.all(query, {"now": now, "limit": limit})


async def is_set(uow: UnitOfWork, kind: str, subject: str) -> bool:
    """Return whether a timer of this kind waits for this subject."""
    return await uow.first(select(Timer.id).where(Timer.kind == kind, Timer.subject == subject)) is not None


async def next_due(uow: UnitOfWork, which: Kinds = ALL_KINDS) -> datetime | None:
    """Return the time of the next timer."""
    return await uow.first(_NEXT if which.everything else _NEXT.where(which.condition))


async def subjects_with_timer(uow: UnitOfWork, kind: str) -> set[str]:
    """Return the subjects of all timers of this kind."""
    return set(await uow.all(select(Timer.subject).where(Timer.kind == kind)))


async def any_beginning(uow: UnitOfWork, kind: str, prefix: str) -> bool:
    """Return whether there is a timer of this kind whose subject begins like this."""
    query = select(Timer.id).where(Timer.kind == kind, col(Timer.subject).startswith(prefix, autoescape=True))
    return await uow.first(query.limit(1)) is not None


async def existing_timers(uow: UnitOfWork, timers: Collection[TimerKey]) -> set[TimerKey]:
    """Return those of the timers that have neither fired nor moved, and that nobody cancelled."""
    if not timers:
        return set()
    query = select(Timer.kind, Timer.subject, Timer.due)
    query = query.where(tuple_(col(Timer.kind), col(Timer.subject)).in_([timer[:2] for timer in timers]))
    return {(row[0], row[1], row[2]) for row in await uow.rows(query)} & set(timers)
