"""The end of what is older than the history that a community or network keeps: a few rows in each transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from bots.core.inbound import TimerFired
from bots.turn.notices import HistoryEnded
from bots.turn.turn import Turn
from storage.queries.ownership import Holder
from storage.tables import Community
from storage.unit_of_work import UnitOfWork

Row = TypeVar("Row")
_OF_NETWORK = "network:"


@dataclass(frozen=True)
class OldHistory(Generic[Row]):
    """How one kind of object is erased. `timer` continues; its subject: the community or network, and the time.

    `find` returns up to `page` rows of one of them from before a time; `erase` makes each one no longer found.
    """

    timer: str
    page: int
    find: Callable[[UnitOfWork, Holder, datetime, int], Awaitable[Sequence[Row]]]
    erase: Callable[[Row, Turn], Awaitable[None]]

    async def begin(self, notice: HistoryEnded, turn: Turn) -> None:
        """Begin once this transaction is committed."""
        whose = f"{notice.place.id}" if isinstance(notice.place, Community) else f"{_OF_NETWORK}{notice.place.id}"
        turn.schedule(self.timer, f"{whose}/{notice.before.isoformat()}", turn.now)

    async def erase_next(self, timer: TimerFired, turn: Turn) -> None:
        """Erase the next rows, and come back while there are more."""
        whose, before = timer.subject.split("/")
        number = int(whose.removeprefix(_OF_NETWORK))
        of_network = whose.startswith(_OF_NETWORK)
        holder = Holder(network=number, knows_circle=True) if of_network else Holder(community=number)
        found = await self.find(turn.uow, holder, datetime.fromisoformat(before), self.page)
        for row in found:
            await self.erase(row, turn)
        if len(found) == self.page:
            turn.schedule(self.timer, timer.subject, turn.now)
