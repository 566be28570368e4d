"""Fetch a conversation from platforms that return old messages. Keep only the messages that may leave."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from bots.core import outbound
from bots.core.inbound import CommandInvoked, DeliveryFailed, HistoryFetched, MessageFetched
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.features.highlights import handlers, proposing, rules
from bots.turn.turn import Turn
from storage.attempts import attempt
from storage.queries import consents, members
from storage.tables import RelayConsent

_KEY = "highlight-history:"


class Wanted(msgspec.Struct, frozen=True, array_like=True):
    """What a command asked for. `replied`: the message that was asked about is one of them."""

    count: int
    member: int
    after: bool
    replied: bool


def ask(call: CommandInvoked, count: int, turn: Turn, *, after: bool = False) -> None:
    """Ask the platform for the messages that a command means. It answers with a HistoryFetched."""
    wanted = Wanted(count, turn.member_id, after, call.reply_to is not None)
    asked = outbound.FetchHistory(
        room=call.room, message=call.reply_to or call.message, after=after, subject=msgspec.json.encode(wanted).decode()
    )
    turn.enqueue(call.account, asked, key=f"{_KEY}{turn.value.key}")
    turn.acknowledge("highlight-conversation-reading")


async def receive(value: HistoryFetched, turn: Turn) -> None:
    """Suggest the messages as one highlight, or say in the room why they stay."""
    if turn.room_context.community is None:
        return
    wanted = msgspec.json.decode(value.subject, type=Wanted)
    try:
        handlers.check_relaying(turn)
        async with attempt(turn.uow):
            await proposing.propose(await _chosen(value, wanted, turn), wanted.member, turn)
    except Refusal as refusal:
        turn.post_content(Content(text=turn.text(refusal.text_id, **refusal.text_args)))


async def _chosen(value: HistoryFetched, wanted: Wanted, turn: Turn) -> Sequence[MessageFetched]:
    """Return the messages that are meant. Raises Refusal if the replied-to message is not among them."""
    if not value.messages:
        raise Refusal("highlight-conversation-unread")
    found = [message for message in await _leavable(value.messages, turn) if _is_meant(message, value, wanted)]
    chosen = found[: wanted.count] if wanted.after else found[-wanted.count :]
    if wanted.replied and all(message.message != value.message for message in chosen):
        raise Refusal("highlight-conversation-unknown")
    return chosen


def _is_meant(message: MessageFetched, value: HistoryFetched, wanted: Wanted) -> bool:
    """Return whether a message was written by a person, and is not the command itself."""
    return message.person is not None and (wanted.replied or message.message != value.message)


async def _leavable(messages: Sequence[MessageFetched], turn: Turn) -> list[MessageFetched]:
    """Leave out messages from before the community shared anything, and those of people who opted out."""
    community, joined = turn.community, turn.room.joined_at
    people = {(one.person.platform, one.person.user) for one in messages if one.person is not None}
    known = await members.summaries(turn.uow, people)
    stay = {
        key
        for key, member in known.items()
        if await consents.of_member(turn.uow, member.member_id, community.id) == RelayConsent.OFF
    }
    return [
        one
        for one in messages
        if one.person is not None and not one.person.bot and (one.person.platform, one.person.user) not in stay
        and rules.is_after(one.posted, community.relaying_since)
        and (joined is None or rules.is_after(one.posted, joined))
    ]  # fmt: skip


async def handle_failure(value: DeliveryFailed, turn: Turn) -> None:
    """Say that the platform refuses to return old messages."""
    if value.outbox_key.startswith(_KEY) and turn.room_context.community is not None:
        turn.post("highlight-conversation-unread")
