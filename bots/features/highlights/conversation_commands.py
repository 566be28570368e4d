"""`highlight conversation` and `highlight last`: several messages that people see as one."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.features.highlights import conversations, handlers, history, proposing, relaying
from bots.turn.turn import Turn
from storage.queries import cached_messages
from storage.tables import CachedMessage

_SCANNED = 100
"""Cached messages that we look at: each picture of an album is one."""


async def share_following(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `highlight conversation`, typed in reply to the first message."""
    handlers.check_relaying(turn)
    if call.reply_to is None:
        raise Refusal("highlight-conversation-no-reply")
    if turn.capabilities.fetch:
        history.ask(call, conversations.MOST, turn, after=True)
        return
    first = await cached_messages.find(turn.uow, call.account, call.room, call.reply_to)
    if first is None:
        raise Refusal("highlight-conversation-unknown")
    found = await cached_messages.around(turn.uow, first, _SCANNED, before=False)
    await _propose(_one_each(found)[: conversations.MOST], turn)


async def share_last(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `highlight last NUMBER`, typed in reply to the last message, or after it."""
    handlers.check_relaying(turn)
    count = parse_int(args.text("count")) or 0
    if not conversations.LEAST <= count <= conversations.MOST:
        raise Refusal("highlight-conversation-count", argument="count", given=args.text("count"))
    if turn.capabilities.fetch:
        history.ask(call, count, turn)
        return
    if call.reply_to is None:
        last = await cached_messages.newest(turn.uow, call.account, call.room)
    else:
        last = await cached_messages.find(turn.uow, call.account, call.room, call.reply_to)
    if last is None:
        raise Refusal("highlight-conversation-unknown")
    found = await cached_messages.around(turn.uow, last, _SCANNED, before=True)
    await _propose(_one_each(found[::-1])[-count:], turn)


def _one_each(cached: Sequence[CachedMessage]) -> list[CachedMessage]:
    """Leave out all but the first picture of each album."""
    return list({message.album or f"/{message.message}": message for message in reversed(cached)}.values())[::-1]


async def _propose(cached: Sequence[CachedMessage], turn: Turn) -> None:
    """Suggest messages of the cache."""
    messages = [await relaying.fetch_cached("", message.message, turn) for message in cached]
    await proposing.propose(messages, turn.member_id, turn)
    turn.acknowledge("highlight-conversation-noted", count=len(messages))
