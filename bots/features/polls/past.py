"""The polls of a community that are older than the history that it keeps: their words and ballots go, page by page."""

from __future__ import annotations

from datetime import datetime

from bots.core.inbound import TimerFired
from bots.features.polls import lookup
from bots.features.polls.ballots import ASKING_CARDS
from bots.turn.notices import HistoryEnded
from bots.turn.turn import Turn
from storage.queries import history

TIMER = "poll-past"
_PAGE = 25


async def begin(notice: HistoryEnded, turn: Turn) -> None:
    """Begin once this transaction is committed."""
    turn.schedule(TIMER, f"{notice.community.id}/{notice.before.isoformat()}", turn.now)


async def erase_next(timer: TimerFired, turn: Turn) -> None:
    """Erase the next polls, and come back while there are more."""
    community, before = timer.subject.split("/")
    found = await history.polls_before(turn.uow, int(community), datetime.fromisoformat(before), _PAGE)
    for poll in found:
        await history.erase_poll(turn.uow, poll, lookup.CARDS, ASKING_CARDS)
        turn.refresh_card(f"poll:{poll.id}")
    if len(found) == _PAGE:
        turn.schedule(TIMER, timer.subject, turn.now)
