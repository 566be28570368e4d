"""Drafts whose command somebody edited."""

from __future__ import annotations

from bots.core.integers import parse_int
from bots.features.events import details
from bots.features.events.drafts import DIALOG
from bots.turn.notices import DialogReplaced
from bots.turn.turn import Turn
from storage.tables import Event, EventState


async def discard_draft(notice: DialogReplaced, turn: Turn) -> None:
    """Discard the draft of an edited command, with its preview."""
    event = await turn.uow.get(Event, parse_int(notice.subject)) if notice.kind == DIALOG else None
    if event is None or event.state != EventState.DRAFT:
        return
    event.state = EventState.DROPPED
    details.erase(event)
    turn.cancel_timer("event-draft", str(event.id))
    await turn.withdraw_card(f"eventdraft:{event.id}")
