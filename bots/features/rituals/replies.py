"""Replies to a prompt: counted, kept until they are gathered, changed and dropped as their authors do it."""

from __future__ import annotations

from bots.core.inbound import MessageDeleted, MessageEdited, MessagePosted
from bots.core.integers import parse_int
from bots.features.rituals import gathering, rounds
from bots.turn.turn import Turn
from storage.queries import placements, rituals
from storage.tables import Ritual, RitualReply, RitualRound, RitualState
from storage.unit_of_work import UnitOfWork

_MAX_LENGTH = 3000
"""How many letters of a reply are kept. No more are ever shown."""
MAX_REPLIES = 10
"""How many replies of one person to one prompt are kept. Others stay in the room and are not gathered."""


async def take(message: MessagePosted, turn: Turn) -> None:
    """Keep a reply to a prompt."""
    card = await turn.card_replied_to(message) if not message.person.bot else None
    if card is None or card.kind != rounds.CARD:
        return
    row = await turn.uow.get(RitualRound, parse_int(card.subject))
    ritual = await turn.uow.get(Ritual, row.ritual_id) if row is not None else None
    known = await turn.uow.get(RitualReply, (message.account, message.room, message.message))
    if row is None or ritual is None or ritual.state == RitualState.STOPPED or known is not None:
        return
    if await rituals.count_replies(turn.uow, row.id, turn.member_id) >= MAX_REPLIES:
        return
    row.replies += 1
    if row.gathered_at is None and message.text.strip():
        await turn.uow.add(_reply(message, row, turn))


def _reply(message: MessagePosted, row: RitualRound, turn: Turn) -> RitualReply:
    return RitualReply(
        account=message.account, room=message.room, message=message.message, round_id=row.id,
        member_id=turn.member_id, name=message.person.name, text=message.text[:_MAX_LENGTH], at=turn.occurred_at,
    )  # fmt: skip


async def follow_edit(value: MessageEdited, turn: Turn) -> None:
    """Keep the new words of a reply that is not gathered yet."""
    reply = await turn.uow.get(RitualReply, (value.account, value.room, value.message))
    if reply is not None and reply.text:
        reply.text = value.text[:_MAX_LENGTH]


async def follow_deletion(value: MessageDeleted, turn: Turn) -> None:
    """Drop a deleted reply. If it is gathered already, take the whole gathering back: it can't be told apart there."""
    reply = await turn.uow.get(RitualReply, (value.account, value.room, value.message))
    if reply is None:
        return
    row = await turn.uow.get(RitualRound, reply.round_id)
    if row is not None:
        row.replies = max(0, row.replies - 1)
        if row.gathered_at is not None:
            await turn.withdraw_card(f"{gathering.CARD}:{row.id}")
    await turn.uow.delete(reply)


async def answered_rooms(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Return the rooms that show a prompt."""
    return list(await placements.rooms_with(uow, rounds.CARD))
