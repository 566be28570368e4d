"""Several messages become one highlight: each with what its author has agreed to, and the conversation of them all."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import MessageFetched
from bots.core.refusal import Refusal
from bots.features.highlights import collecting, consent, conversations, rules
from bots.turn.turn import Turn
from storage.queries import blocks, consents, highlights
from storage.tables import Highlight, HighlightState

_FREE = (HighlightState.COUNTING, HighlightState.EXPIRED)
"""States of a message that may yet become part of a conversation."""


async def propose(messages: Sequence[MessageFetched], nominated_by: int, turn: Turn) -> None:
    """Store the conversation and its messages; ask their authors, or begin the hold-back. Raises Refusal."""
    if len(messages) < conversations.LEAST:
        raise Refusal("highlight-conversation-short")
    for message in messages:
        known = await highlights.of_message(turn.uow, message.account, message.room, message.message)
        if known is not None and known.state not in _FREE:
            raise Refusal("highlight-conversation-overlaps")
    parts = [await _part(message, nominated_by, turn) for message in messages]
    source = f"{conversations.KIND}:{parts[0].id}"
    before = await highlights.count_of_source(turn.uow, source)
    whole = await turn.uow.add(_row(f"{source}.{before}", nominated_by, turn))
    whole.source, whole.posted_at = source, parts[0].posted_at
    for part in parts:
        part.conversation_id = whole.id
    await conversations.retell(whole, turn)
    await collecting.hold(whole, turn)


def _row(message: str, nominated_by: int, turn: Turn) -> Highlight:
    return Highlight(
        community_id=turn.community.id, room_id=turn.room.id, account=turn.room.account, room=turn.room.room,
        message=message, state=HighlightState.COUNTING, nominated_by=nominated_by, created_at=turn.now,
    )  # fmt: skip


async def _part(message: MessageFetched, nominated_by: int, turn: Turn) -> Highlight:
    """Store one message. Raises Refusal("highlight-conversation-refused") if it may not leave its community."""
    known = await highlights.of_message(turn.uow, message.account, message.room, message.message)
    part = known or await turn.uow.add(_row(message.message, nominated_by, turn))
    part.nominated_by = nominated_by
    await collecting.store_message(part, message, turn)
    author, from_bot = part.author_id or 0, message.person is None or message.person.bot
    answer = await consents.of_member(turn.uow, author, turn.community.id)
    blocked = await blocks.is_blocked(turn.uow, author, turn.community.id, turn.now)
    if blocked or not rules.may_relay(part, turn.community, turn.room, consent=answer, from_bot=from_bot):
        raise Refusal("highlight-conversation-refused")
    asks = await consent.must_ask(part, turn.community, turn)
    part.state = HighlightState.ASKED if asks else HighlightState.HELD
    return part
