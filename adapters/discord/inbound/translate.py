"""From what discord.py understood to inbound values. Pure: nothing is sent, stored or awaited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import discord

from adapters.discord.inbound import message_text
from adapters.discord.rooms.people import person
from bots.core.inbound import (
    Attachment,
    CommandInvoked,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Person,
    Reacted,
    ReactionAdded,
    ReactionRemoved,
    ReactionsFound,
)

KEY = "discord"


def posted(account: str, message: discord.Message, *, admin: bool) -> MessagePosted | CommandInvoked:
    """What somebody said: talk, or a command that was typed as talk."""
    room, said, text = str(message.channel.id), str(message.id), message_text.text(message)
    who, reply_to, mentions = person(message.author, admin=admin), replied_to(message), mentioned(message)
    if message_text.is_command(text):
        return CommandInvoked(
            key=f"{KEY}:{said}", account=account, room=room, at=message.created_at, person=who, line=text[1:],
            message=said, reply_to=reply_to, mentions=mentions, direct=message.guild is None,
        )  # fmt: skip
    return MessagePosted(
        key=f"{KEY}:{said}", account=account, room=room, at=message.created_at, person=who, message=said, text=text,
        reply_to=reply_to, mentions=mentions, attachments=attachments(account, message), direct=message.guild is None,
    )  # fmt: skip


def replied_to(message: discord.Message) -> str | None:
    """The message that it replies to; a forwarded message is no reply."""
    reference = message.reference
    if reference is None or reference.message_id is None or message.type is not discord.MessageType.reply:
        return None
    return str(reference.message_id)


def mentioned(message: discord.Message) -> tuple[str, ...]:
    """The people it names by Discord's marks; whom it replies to is not named by that."""
    return tuple(str(user) for user in message.raw_mentions) if "<@" in message.content else ()


def attachments(account: str, message: discord.Message) -> tuple[Attachment, ...]:
    """Its files. Discord's addresses run out: a file is known by message and id."""
    return tuple(
        Attachment(
            name=file.filename, mime=file.content_type or "application/octet-stream", size=file.size,
            source=f"{message.channel.id}/{message.id}/{file.id}", alt=file.description or "", account=account,
        )
        for file in message.attachments
    )  # fmt: skip


def edited(account: str, message: discord.Message, *, admin: bool) -> MessageEdited | None:
    """A new text. Discord says the same when a preview is added: then there is no time of an edit."""
    if message.edited_at is None:
        return None
    return MessageEdited(
        key=f"{KEY}:{message.id}:e:{message.edited_at.timestamp():.6f}", account=account, room=str(message.channel.id),
        at=message.edited_at, person=person(message.author, admin=admin), message=str(message.id),
        text=message_text.text(message),
    )  # fmt: skip


def deleted(account: str, room: int, message: int, now: datetime) -> MessageDeleted:
    """Withdrawn, by its author or by others."""
    return MessageDeleted(key=f"{KEY}:{message}:d", account=account, room=str(room), at=now, message=str(message))


def reacted(
    account: str, key: str, event: discord.RawReactionActionEvent, who: Person, now: datetime
) -> ReactionAdded | ReactionRemoved:
    """A reaction, or one taken back. Discord gives reactions no id: message, person and emoji are one, as long as it
    stands."""
    room, message, emoji = str(event.channel_id), str(event.message_id), sign(event.emoji)
    if event.event_type == "REACTION_REMOVE":
        return ReactionRemoved(key=key, account=account, room=room, at=now, person=who, message=message, emoji=emoji)
    return ReactionAdded(
        key=key, account=account, room=room, at=now, person=who, message=message, emoji=emoji,
        reaction=reaction(message, who.user, emoji),
    )  # fmt: skip


def found(
    account: str, key: str, message: discord.Message, standing: Sequence[tuple[Person, str]], now: datetime
) -> ReactionsFound:
    """All reactions that stand on a message."""
    said = str(message.id)
    return ReactionsFound(
        key=key, account=account, room=str(message.channel.id), at=now, message=said,
        reactions=tuple(
            Reacted(person=who, emoji=emoji, reaction=reaction(said, who.user, emoji)) for who, emoji in standing
        ),
    )  # fmt: skip


def reaction(message: str, user: str, emoji: str) -> str:
    """What a reaction is known by."""
    return f"{message}/{user}/{emoji}"


def sign(emoji: discord.PartialEmoji | discord.Emoji | str) -> str:
    """The emoji itself, or the name of a server's own."""
    if isinstance(emoji, str):
        return emoji
    return f":{emoji.name}:" if emoji.id else emoji.name or ""
