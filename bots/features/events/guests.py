"""People whom somebody brings along: each takes a place."""

from __future__ import annotations

from bots.core.inbound import ButtonPressed
from bots.features.events import lookup, rsvps, rules, views
from bots.turn.turn import Turn
from storage.queries import event_places
from storage.queries.events import EventOccurrence
from storage.tables import RsvpAnswer

BUTTON = "guest"


async def press_guest(press: ButtonPressed, turn: Turn) -> None:
    """Add or remove one guest. Adding a guest also counts as coming."""
    planned = await lookup.event_of_button(press, turn)
    rules.check_open(planned.event, planned.occurrence, turn.occurred_at)
    await _bring(planned, -1 if press.choice == "less" else 1, turn)


async def release_guest(press: ButtonPressed, turn: Turn) -> None:
    """Bring one person less, since the reaction that brought them is gone."""
    planned = await lookup.event_of_button(press, turn)
    if rules.is_open(*planned, press.at) and await _guests(planned, turn):
        await _bring(planned, -1, turn)


async def _bring(planned: EventOccurrence, more: int, turn: Turn) -> None:
    guests = max(0, await _guests(planned, turn) + more)
    noted = await rsvps.store_answer(planned, RsvpAnswer.YES, turn, guests=guests)
    title = views.title(planned.event)
    if noted == "waiting":
        await rsvps.acknowledge(planned, noted, turn)
    else:
        turn.acknowledge("event-guests-noted", toast="event-guests-toast", title=title, count=guests)


async def _guests(planned: EventOccurrence, turn: Turn) -> int:
    """Return how many people the acting member brings now."""
    row = await event_places.rsvp_of(turn.uow, planned.occurrence.id, turn.member_id)
    return row.guests if row is not None and row.answer == RsvpAnswer.YES else 0
