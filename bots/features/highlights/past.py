"""Erase what a community shared before the history that it keeps: copies and words, page by page."""

from __future__ import annotations

from datetime import datetime

from bots.core.inbound import TimerFired
from bots.features.highlights import withdrawal
from bots.turn.notices import HistoryEnded
from bots.turn.turn import Turn
from storage.queries import history

TIMER = "highlight-past"
_PAGE = 10


async def begin(notice: HistoryEnded, turn: Turn) -> None:
    """Begin once this transaction is committed."""
    turn.schedule(TIMER, f"{notice.community.id}/{notice.before.isoformat()}", turn.now)


async def erase_next(timer: TimerFired, turn: Turn) -> None:
    """Take back the next highlights, and come back while there are more."""
    community, before = timer.subject.split("/")
    found = await history.highlights_before(turn.uow, int(community), datetime.fromisoformat(before), _PAGE)
    for highlight in found:
        await withdrawal.withdraw(highlight, turn)
    if len(found) == _PAGE:
        turn.schedule(TIMER, timer.subject, turn.now)
