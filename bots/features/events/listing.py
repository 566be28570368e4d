"""`event list` and `event show`."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.features.events import lookup, rules, views
from bots.routing.feature import Listing
from bots.turn.turn import Turn
from storage.queries import events

MOST_LISTED = 200


async def coming(turn: Turn) -> Listing:
    """What is coming, the soonest first. Raises Refusal("event-none")."""
    home = turn.scene.community
    found = list(await events.upcoming(turn.uow, home.id or 0, turn.now, MOST_LISTED)) if home is not None else []
    if not found:
        raise Refusal("event-none")
    return Listing(turn.text("event-list-title"), await lookup.lines(found, turn))


async def show_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """The card again, here; it lives on like the first one."""
    number, words = rules.numbered(args.maybe("number"), None)
    if words:
        raise Refusal("event-number-unreadable", given=words)
    event, _ = await lookup.event(call, number, turn)
    content = await views.card(str(event.id), turn)
    assert content is not None
    turn.post_content(content, card=f"event:{event.id}")
