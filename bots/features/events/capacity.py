"""`event limit`: how many people can come to an event."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.features.events import capacity_phrase, lookup, rules, views, waiting_list
from bots.turn.turn import Turn
from storage.queries import event_places
from storage.queries.events import EventOccurrence

_SAID: Mapping[str, str] = {"keep": "event-limit-kept", "wait": "event-limit-waits"}
_MOST_SENT_BACK = 200
"""How many people one command puts on the waiting list."""


async def limit_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event limit [number] <places>`. Ask what to do if more people come than there will be places."""
    typed, words = _one_number_is_places(args)
    planned = await lookup.find_event(call, typed, turn)
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


def _one_number_is_places(args: Args) -> tuple[str | None, str | None]:
    """Return the event's number and the places. A single number is that of the places: "event limit 12"."""
    number, words = args.optional_text("number"), args.optional_text("places")
    return (None, number) if number is not None and words is None else (number, words)


async def _limit(planned: EventOccurrence, new: int | None, turn: Turn) -> None:
    planned.event.capacity = new
    turn.refresh_card(f"event:{planned.event.id}")


async def _send_back(planned: EventOccurrence, capacity: int, turn: Turn) -> None:
    """Put those who answered last first on the waiting list, until the others have places, and tell them."""
    over = (await event_places.places(turn.uow, planned.occurrence.id)).taken - capacity
    for answer in await event_places.newest_coming(turn.uow, planned.occurrence.id, _MOST_SENT_BACK):
        if over <= 0:
            return
        over -= 1 + answer.guests
        await waiting_list.send_back(planned, answer, turn)
