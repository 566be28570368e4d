"""`event list` and `event show`."""

from __future__ import annotations

from bots.core.commands import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.features.events import find, rules, show
from bots.turn import Turn
from storage.queries import events


async def list_events(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """What is coming, the soonest first."""
    found = list(await events.upcoming(turn.uow, find.community(turn).id or 0, turn.now, find.MOST_LISTED))
    if not found:
        raise Refusal("event-none")
    turn.answer("event-list", events=await find.listed(found, turn))


async def show_event(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """The card again, here; it lives on like the first one."""
    number, words = rules.numbered(args.maybe("number"), None)
    if words:
        raise Refusal("event-number-unreadable", given=words)
    event, _ = await find.event(number, turn)
    content = await show.card(str(event.id), turn)
    assert content is not None
    turn.post_content(content, card=f"event:{event.id}")
