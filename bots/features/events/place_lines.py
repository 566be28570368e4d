"""What a card says about the places of an event."""

from __future__ import annotations

import re
from urllib.parse import quote

from bots.core.panel import Column
from bots.core.richtext import Link, Rich, Text, plain
from bots.features.events import options, rules, visibility
from bots.turn.turn import Turn
from storage.queries import event_places
from storage.queries.events import EventOccurrence
from storage.tables import Audience, Event

MAX_NAMES = 10
_ADDRESS = re.compile(r"[^\W\d_]{3,}.*\b[0-9]{1,5}[a-zA-Z]?\b|\b[0-9]{1,5}[a-zA-Z]?\b.*[^\W\d_]{3,}")
_MAP = "https://www.openstreetmap.org/search?query="
"""https://wiki.openstreetmap.org/wiki/Browsing#Query_parameters"""
LEAST_COUNTED = 5
"""Where the names are hidden, the card counts people from this number on."""


def where(place: str, turn: Turn) -> Rich:
    """Return where an event takes place, with a link to a map if that is an address: words and a house number."""
    shown = rules.display_text(place)
    if not _ADDRESS.search(place) or "://" in place:
        return turn.text("event-where", place=shown)
    link = Link(_MAP + quote(place, safe=""), (Text(turn.label("event-map")),))
    return turn.text("event-where-map", place=shown, map=link)


def limits(planned: EventOccurrence, turn: Turn) -> list[Rich]:
    """Return what limits an event that nobody answered yet."""
    event = planned.event
    places = [turn.text("event-places-limit", capacity=event.capacity)] if event.capacity is not None else []
    return [*places, *conditions(planned, turn)]


def conditions(planned: EventOccurrence, turn: Turn) -> list[Rich]:
    """Return who may come, with how many guests, until when to reply, what is asked, and whether names are hidden."""
    event, ends = planned.event, options.replies_end(planned)
    lines: list[Rich] = []
    if event.audience != Audience.EVERYBODY:
        lines.append(turn.text(f"event-for-{event.audience}"))
    if event.guest_limit:
        lines.append(turn.text("event-guests-line", count=event.guest_limit))
    if ends is not None:
        is_over = turn.now >= ends
        lines.append(turn.text("event-replies-over" if is_over else "event-reply-by", at=ends))
    if event.question:
        lines.append(turn.text("event-asks", question=event.question))
    if event.names_hidden:
        lines.append(turn.text("event-names-hidden"))
    if event.private:
        lines.append(turn.text("event-private"))
    if event.replies_carry and event.series_id is not None:
        lines.append(turn.text("event-carries"))
    return lines


async def places_line(planned: EventOccurrence, turn: Turn) -> Rich:
    """Return how many places are taken and how many people wait; nothing without a limit."""
    event, occurrence = planned
    if event.capacity is None:
        return ()
    taken, waiting = await event_places.places(turn.uow, occurrence.id)
    if event.names_hidden and taken < LEAST_COUNTED:
        return turn.text("event-places-limit", capacity=event.capacity)
    return turn.text("event-places", taken=taken, capacity=event.capacity, waiting=waiting)


async def is_full(planned: EventOccurrence, turn: Turn) -> bool:
    """Return whether no place is free."""
    capacity = planned.event.capacity
    return capacity is not None and (await event_places.places(turn.uow, planned.occurrence.id)).taken >= capacity


async def waiting_column(planned: EventOccurrence, turn: Turn) -> tuple[Column, ...]:
    """Return those who wait, in their order; nothing if nobody does."""
    event, occurrence = planned
    count = (await event_places.places(turn.uow, occurrence.id)).waiting if event.capacity is not None else 0
    if not count or event.names_hidden:
        return ()
    among = visibility.named_here(event, turn)
    people = await event_places.waiting_people(turn.uow, occurrence.id, MAX_NAMES, among)
    names = [_shown(*one, turn) for one in people]
    row: Rich = (Text(", ".join(names)),)
    entries: tuple[Rich, ...] = tuple((Text(name),) for name in names)
    if count > len(names):
        row = with_more(row, count - len(names), event, turn)
        entries += (more_entry(count - len(names), len(names), event, turn),)
    title: Rich = (Text(f"⏳ {turn.label('rsvp-waiting')} ({count})"),)
    return (Column(title, entries, turn.text("event-who-waiting", count=count, names=row)),)


def with_more(names: Rich, more: int, event: Event, turn: Turn) -> Rich:
    """Return names, and how many people there are beside them; of a network's event they may be elsewhere."""
    if event.spread_to is None:
        return turn.text("event-names-more", names=names, more=more)
    if not plain(names):
        return turn.text("event-names-elsewhere", more=more)
    return turn.text("event-names-and-more", names=names, more=more)


def more_entry(more: int, named: int, event: Event, turn: Turn) -> Rich:
    """Return how many people there are beside those `named`, as an entry of a column. Most may be elsewhere."""
    if event.spread_to is None or named >= MAX_NAMES:
        return (Text(f"+{more}"),)
    return turn.text("event-names-elsewhere", more=more)


def _shown(name: str, guests: int, is_asked: object, turn: Turn) -> str:
    """Return a name in the line, with the guests, and whether a place is held for them."""
    shown = turn.name(name) + (f" +{guests}" if guests else "")
    return turn.label("event-waiting-asked", name=shown) if is_asked else shown
