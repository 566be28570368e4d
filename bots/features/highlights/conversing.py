"""`highlight conversation` and `highlight last`: several messages that people see as one."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.features.highlights import collecting, consent, conversations, handlers, relaying, rules
from bots.turn.turn import Turn
from storage.queries import blocks, consents, highlights
from storage.tables import CachedMessage, Highlight, HighlightState

_SCANNED = 100
"""Cached messages that we look at: each picture of an album is one."""
_FREE = (HighlightState.COUNTING, HighlightState.EXPIRED)
"""States of a message that may yet become part of a conversation."""


async def share_following(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `highlight conversation`, typed in reply to the first message."""
    _check(turn)
    if call.reply_to is None:
        raise Refusal("highlight-conversation-no-reply")
    first = await highlights.cached_message(turn.uow, call.account, call.room, call.reply_to)
    if first is None:
        raise Refusal("highlight-conversation-unknown")
    found = await highlights.cached_around(turn.uow, first, _SCANNED, before=False)
    await _propose(_one_each(found)[: conversations.MOST], turn)


async def share_last(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `highlight last NUMBER`, typed in reply to the last message, or after it."""
    _check(turn)
    count = parse_int(args.text("count")) or 0
    if not conversations.LEAST <= count <= conversations.MOST:
        raise Refusal("highlight-conversation-count", argument="count", given=args.text("count"))
    if call.reply_to is None:
        last = await highlights.newest_cached(turn.uow, call.account, call.room)
    else:
        last = await highlights.cached_message(turn.uow, call.account, call.room, call.reply_to)
    if last is None:
        raise Refusal("highlight-conversation-unknown")
    found = await highlights.cached_around(turn.uow, last, _SCANNED, before=True)
    await _propose(_one_each(found[::-1])[-count:], turn)


def _check(turn: Turn) -> None:
    handlers.check_relaying(turn)
    if turn.capabilities.fetch:
        raise Refusal("highlight-conversation-not-kept")


def _one_each(cached: Sequence[CachedMessage]) -> list[CachedMessage]:
    """Leave out all but the first picture of each album."""
    return list({message.album or f"/{message.message}": message for message in reversed(cached)}.values())[::-1]


async def _propose(messages: Sequence[CachedMessage], turn: Turn) -> None:
    """Store the conversation and its messages; ask their authors, or begin the hold-back."""
    if len(messages) < conversations.LEAST:
        raise Refusal("highlight-conversation-short")
    for message in messages:
        known = await highlights.of_message(turn.uow, message.account, message.room, message.message)
        if known is not None and known.state not in _FREE:
            raise Refusal("highlight-conversation-overlaps")
    parts = [await _part(message, turn) for message in messages]
    source = f"{conversations.KIND}:{parts[0].id}"
    before = await highlights.count_of_source(turn.uow, source)
    whole = await turn.uow.add(_row(f"{source}.{before}", turn, source=source, posted=parts[0]))
    for part in parts:
        part.conversation_id = whole.id
    await conversations.retell(whole, turn)
    await collecting.hold(whole, turn)
    turn.acknowledge("highlight-conversation-noted", count=len(parts))


def _row(message: str, turn: Turn, *, source: str = "", posted: Highlight | None = None) -> Highlight:
    return Highlight(
        community_id=turn.community.id, room_id=turn.room.id, account=turn.room.account, room=turn.room.room,
        message=message, source=source, state=HighlightState.COUNTING, nominated_by=turn.member_id,
        posted_at=posted.posted_at if posted is not None else None, created_at=turn.now,
    )  # fmt: skip


async def _part(message: CachedMessage, turn: Turn) -> Highlight:
    """Store one message. Raises Refusal("highlight-conversation-refused") if it may not leave its community."""
    known = await highlights.of_message(turn.uow, message.account, message.room, message.message)
    part = known or await turn.uow.add(_row(message.message, turn))
    part.nominated_by = turn.member_id
    fetched = await relaying.fetch_cached(str(part.id), message.message, turn)
    await collecting.store_message(part, fetched, turn)
    author = part.author_id or 0
    answer = await consents.of_member(turn.uow, author, turn.community.id)
    blocked = await blocks.is_blocked(turn.uow, author, turn.community.id, turn.now)
    if blocked or not rules.may_relay(part, turn.community, turn.room, consent=answer, from_bot=message.bot):
        raise Refusal("highlight-conversation-refused")
    asks = await consent.must_ask(part, turn.community, turn)
    part.state = HighlightState.ASKED if asks else HighlightState.HELD
    return part
