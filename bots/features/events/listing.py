"""`event list` and `event show`."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.features.events import lookup, rules, views
from bots.routing.feature import Listing
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries import events

MAX_LISTED = 200


async def list_events(turn: Turn) -> Listing:
    """Return the upcoming events, soonest first. Raises Refusal("event-none")."""
    community = turn.room_context.community
    upcoming = await events.upcoming(turn.uow, community.id, turn.now, MAX_LISTED) if community else ()
    if not upcoming:
        raise Refusal("event-none")
    return Listing(turn.text("event-list-title"), await lookup.describe_events(upcoming, turn))


async def show_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event show [number]`: post another card of the event here."""
    number, words = rules.split_number(args.optional_text("number"), None)
    if words:
        raise Refusal("event-number-unreadable", given=words)
    event, _ = await lookup.find_event(call, number, turn)
    await cards.post(views.render_card, f"event:{event.id}", turn)
