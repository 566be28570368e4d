"""`event limit`: how many people can come to an event."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, TimerFired
from bots.core.refusal import Refusal
from bots.features.events import capacity_phrase, lookup, rules, views, waiting_list
from bots.turn.turn import Turn
from storage.queries import event_places, events
from storage.queries.events import EventOccurrence

_SAID: Mapping[str, str] = {"keep": "event-limit-kept", "wait": "event-limit-waits"}
TIMER = "event-send-back"
"""More people wait from now on than one transaction tells; its subject is "OCCURRENCE:PLACES"."""
_PAGE = 25


async def limit_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event limit [number] <places>`. Ask what to do if more people come than there will be places."""
    planned, words = await _event_and_places(call, args, turn)
    rules.check_changeable(*planned, turn.now)
    if not words:
        raise Refusal("event-limit-what", argument="places", title=views.title(planned.event))
    new, surplus = capacity_phrase.parse(words, "places"), args.optional_text("surplus")
    taken = (await event_places.places(turn.uow, planned.occurrence.id)).taken
    if new is not None and taken > new and surplus is None:
        title = views.title(planned.event)
        raise Refusal("event-limit-below", argument="surplus", title=title, taken=taken, more=taken - new)
    await _limit(planned, new, turn)
    if surplus == "wait" and new is not None:
        await _send_back(planned, new, turn)
    await waiting_list.move_up(planned, turn)
    text_id = _SAID.get(surplus or "") if new is not None and taken > new else None
    text_id = text_id or ("event-limit-set" if new is not None else "event-limit-none")
    turn.answer(text_id, title=views.title(planned.event), capacity=new or 0)


async def _event_and_places(call: CommandInvoked, args: Args, turn: Turn) -> tuple[EventOccurrence, str | None]:
    """Return the event and the typed places. A single number is that of the places where there is only one event."""
    number, words = args.optional_text("number"), args.optional_text("places")
    if number is None or words is not None:
        return await lookup.find_event(call, number, turn), words
    try:
        return await lookup.find_event(call, None, turn), number
    except Refusal:
        return await lookup.find_event(call, number, turn), None


async def _limit(planned: EventOccurrence, new: int | None, turn: Turn) -> None:
    planned.event.capacity = new
    turn.refresh_card(f"event:{planned.event.id}")


async def _send_back(planned: EventOccurrence, capacity: int, turn: Turn) -> None:
    """Put those who answered last first on the waiting list, until the others have places, and tell them."""
    over = (await event_places.places(turn.uow, planned.occurrence.id)).taken - capacity
    for answer in await event_places.newest_coming(turn.uow, planned.occurrence.id, _PAGE):
        if over <= 0:
            return
        over -= 1 + answer.guests
        await waiting_list.send_back(planned, answer, turn)
    if over > 0:
        turn.schedule(TIMER, f"{planned.occurrence.id}:{capacity}", turn.now)


async def go_on(timer: TimerFired, turn: Turn) -> None:
    """Go on where `event limit` stopped, unless there is another limit now."""
    occurrence, _, capacity = timer.subject.partition(":")
    planned = await events.of_occurrence(turn.uow, int(occurrence))
    if planned is not None and planned.event.capacity == int(capacity):
        await _send_back(planned, int(capacity), turn)
        turn.refresh_card(f"event:{planned.event.id}")
