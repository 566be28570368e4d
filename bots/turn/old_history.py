"""The end of what is older than the history that a community keeps: a few rows in each transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from bots.core.inbound import TimerFired
from bots.turn.notices import HistoryEnded
from bots.turn.turn import Turn
from storage.unit_of_work import UnitOfWork

Row = TypeVar("Row")


@dataclass(frozen=True)
class OldHistory(Generic[Row]):
    """How one kind of object is erased. `timer` continues; its subject: the community, and the time.

    `find` returns up to `page` rows of a community from before a time; `erase` makes each one no longer found.
    """

    timer: str
    page: int
    find: Callable[[UnitOfWork, int, datetime, int], Awaitable[Sequence[Row]]]
    erase: Callable[[Row, Turn], Awaitable[None]]

    async def begin(self, notice: HistoryEnded, turn: Turn) -> None:
        """Begin once this transaction is committed."""
        turn.schedule(self.timer, f"{notice.community.id}/{notice.before.isoformat()}", turn.now)

    async def erase_next(self, timer: TimerFired, turn: Turn) -> None:
        """Erase the next rows, and come back while there are more."""
        community, before = timer.subject.split("/")
        found = await self.find(turn.uow, int(community), datetime.fromisoformat(before), self.page)
        for row in found:
            await self.erase(row, turn)
        if len(found) == self.page:
            turn.schedule(self.timer, timer.subject, turn.now)
