"""`event list` and `event show`."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.features.events import lookup, views, visibility
from bots.routing.feature import Listing
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries import events, network_events

MAX_LISTED = 200


async def list_events(turn: Turn) -> Listing:
    """Return the upcoming events, soonest first. Raises Refusal("event-none")."""
    if not turn.room_context.is_owned:
        raise Refusal("event-none")
    upcoming = await events.upcoming(turn.uow, turn.holder, turn.now, MAX_LISTED, shown=True)
    lines = [*await lookup.describe_events(upcoming, turn), *await _of_others(turn)]
    if not lines:
        raise Refusal("event-none")
    return Listing(turn.text("event-list-title"), lines)


async def _of_others(turn: Turn) -> list[Rich]:
    """Return a line for each event that others hold for the communities of this network; it has no number here."""
    network = turn.room_context.own_network
    if network is None:
        return []
    found = await network_events.upcoming_through(turn.uow, network.id, turn.now, MAX_LISTED)
    return [
        views.line_of(planned, host, turn)
        for planned, host in found
        if await visibility.host_belongs(planned.event, turn)
    ]


async def show_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event show [number]`: post the event's card here again."""
    event, _ = await lookup.find_event(call, args.optional_text("number"), turn, shown=True)
    await cards.show_again(views.render_card, f"event:{event.id}", turn)
