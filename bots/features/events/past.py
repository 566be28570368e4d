"""The events of a community that are older than the history that it keeps: their words and replies go, page by page."""

from __future__ import annotations

from datetime import datetime

from bots.core.inbound import TimerFired
from bots.features.events import reach, views
from bots.turn.notices import HistoryEnded
from bots.turn.turn import Turn
from storage.queries import history

TIMER = "event-past"
_PAGE = 25
_CARDS = ("event", "eventdraft", reach.ASK_CARD, views.SCHEDULED_EVENT_CARD)


async def begin(notice: HistoryEnded, turn: Turn) -> None:
    """Begin once this transaction is committed."""
    turn.schedule(TIMER, f"{notice.community.id}/{notice.before.isoformat()}", turn.now)


async def erase_next(timer: TimerFired, turn: Turn) -> None:
    """Erase the next events, and come back while there are more."""
    community, before = timer.subject.split("/")
    found = await history.events_before(turn.uow, int(community), datetime.fromisoformat(before), _PAGE)
    for event in found:
        await history.erase_event(turn.uow, event, _CARDS)
        turn.refresh_card(f"event:{event.id}")
    if len(found) == _PAGE:
        turn.schedule(TIMER, timer.subject, turn.now)
