"""Erase the words and replies of events that are older than the history that their community keeps."""

from __future__ import annotations

from bots.features.events import views, visibility
from bots.turn.old_history import OldHistory
from bots.turn.turn import Turn
from storage.queries import history
from storage.tables import Event

_CARDS = ("event", "eventdraft", views.NEWS_CARD, visibility.ASK_CARD, views.SCHEDULED_EVENT_CARD)


async def _erase(event: Event, turn: Turn) -> None:
    await history.erase_event(turn.uow, event, _CARDS)
    turn.refresh_card(f"event:{event.id}")


PAST = OldHistory("event-past", 25, history.events_before, _erase)
