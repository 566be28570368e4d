"""What a card says about the places of an event."""

from __future__ import annotations

from bots.core.panel import Column
from bots.core.richtext import Rich, Text
from bots.turn.turn import Turn
from storage.queries import event_places
from storage.queries.events import EventOccurrence
from storage.tables import Event

MAX_NAMES = 10


def limits(event: Event, turn: Turn) -> list[Rich]:
    """Return the number of places of an event that nobody answered yet, if it is limited."""
    return [turn.text("event-places-limit", capacity=event.capacity)] if event.capacity is not None else []


async def places_line(planned: EventOccurrence, turn: Turn) -> Rich:
    """Return how many places are taken and how many people wait; nothing without a limit."""
    event, occurrence = planned
    if event.capacity is None:
        return ()
    taken, waiting = await event_places.places(turn.uow, occurrence.id)
    return turn.text("event-places", taken=taken, capacity=event.capacity, waiting=waiting)


async def is_full(planned: EventOccurrence, turn: Turn) -> bool:
    """Return whether no place is free."""
    capacity = planned.event.capacity
    return capacity is not None and (await event_places.places(turn.uow, planned.occurrence.id)).taken >= capacity


async def waiting_column(planned: EventOccurrence, turn: Turn) -> tuple[Column, ...]:
    """Return those who wait, in their order; nothing if nobody does."""
    event, occurrence = planned
    count = (await event_places.places(turn.uow, occurrence.id)).waiting if event.capacity is not None else 0
    if not count:
        return ()
    names = [_shown(*one, turn) for one in await event_places.waiting_people(turn.uow, occurrence.id, MAX_NAMES)]
    row: Rich = (Text(", ".join(names)),)
    entries: tuple[Rich, ...] = tuple((Text(name),) for name in names)
    if count > len(names):
        row = turn.text("event-names-more", names=row, more=count - len(names))
        entries += ((Text(f"+{count - len(names)}"),),)
    title: Rich = (Text(f"⏳ {turn.label('rsvp-waiting')} ({count})"),)
    return (Column(title, entries, turn.text("event-who-waiting", count=count, names=row)),)


def _shown(name: str, guests: int, is_asked: object, turn: Turn) -> str:
    """Return a name in the line, with the guests, and whether a place is held for them."""
    shown = turn.name(name) + (f" +{guests}" if guests else "")
    return turn.label("event-waiting-asked", name=shown) if is_asked else shown
