"""Relaying switched on and off, and what a room keeps for it."""

from __future__ import annotations

import json

import msgspec

from bots.core.inbound import Attachment, MessageEdited, MessageFetched, MessagePosted, Person
from bots.core.outbound import Content
from bots.core.richtext import join
from bots.turn.turn import Turn
from storage.queries import communities, highlights
from storage.retention import KEPT_MESSAGES
from storage.tables import Community, KeptMessage


async def keep(community: Community, turn: Turn, *, on: bool) -> None:
    """Begin or end keeping the messages of a community's rooms, where their platform can't be asked later."""
    for room in await communities.rooms_of(turn.uow, community.id or 0):
        if not turn.capabilities_of(room).fetch:
            turn.keep_messages(room, on=on)
            if not on:
                await highlights.forget_room(turn.uow, room.account, room.room)


def tell(community: Community, turn: Turn) -> None:
    """The turn's room reads the terms, and where its messages are kept meanwhile, for how long."""
    notice = [turn.text("relay-notice", **terms(community, turn))]
    if turn.room.encrypted:
        notice.append(turn.text("relay-encrypted"))
    if not turn.capabilities.fetch:
        notice.append(turn.text("relay-keeps", hours=int(KEPT_MESSAGES.total_seconds() // 3600)))
    turn.post_content(Content(text=join(notice)))


def terms(community: Community, turn: Turn) -> dict[str, object]:
    """What fills the sentences about relaying."""
    return {
        "network": turn.scene.network.name if turn.scene.network else "",
        "threshold": community.threshold,
        "minutes": community.hold_back_minutes,
    }


async def said(message: MessagePosted, turn: Turn) -> None:
    """A message of a room that relays is kept for some hours; the pictures of an album are one message."""
    community = turn.scene.community
    if community is None or not community.relaying or message.direct or turn.capabilities.fetch:
        return
    first = await highlights.of_album(turn.uow, message.account, message.room, message.album) if message.album else None
    if first is None:
        turn.uow.defer(highlights.KEEP, _row(message))
        return
    first.text = first.text or message.text
    first.attachments = encode((*decode(first.attachments), *message.attachments))


def _row(message: MessagePosted) -> dict[str, object]:
    return {
        "account": message.account, "room": message.room, "message": message.message, "user": message.person.user,
        "name": message.person.name, "bot": message.person.bot, "text": message.text, "link": message.link,
        "attachments": encode(message.attachments), "album": message.album, "posted_at": message.at,
    }  # fmt: skip


async def changed(value: MessageEdited, turn: Turn) -> None:
    """A kept message has new words."""
    kept = await highlights.kept(turn.uow, value.account, value.room, value.message)
    if kept is not None and kept.user == value.person.user:
        kept.text = value.text


async def fetch(highlight_id: str, message: str, turn: Turn) -> MessageFetched:
    """What the platform would say of the message, from what was kept; nobody's when it was not, or no longer."""
    kept = await highlights.kept(turn.uow, turn.room.account, turn.room.room, message)
    if kept is None:
        return MessageFetched(
            key=f"kept:{highlight_id}", account=turn.room.account, room=turn.room.room, at=turn.now, message=message,
            subject=highlight_id,
        )  # fmt: skip
    return MessageFetched(
        key=f"kept:{highlight_id}", account=kept.account, room=kept.room, at=turn.now, message=message,
        subject=highlight_id, person=_person(kept, turn), text=kept.text, link=kept.link, posted=kept.posted_at,
        attachments=decode(kept.attachments),
    )  # fmt: skip


def _person(kept: KeptMessage, turn: Turn) -> Person:
    return Person(platform=turn.room.platform, user=kept.user, name=kept.name, bot=kept.bot)


def encode(attachments: tuple[Attachment, ...]) -> str:
    """Attachments as JSON text."""
    return msgspec.json.encode(attachments).decode()


def decode(text: str) -> tuple[Attachment, ...]:
    """The attachments that `encode` wrote."""
    return tuple(msgspec.convert(json.loads(text), list[Attachment]))
