"""discord.py's objects as inbound values. Pure functions without side effects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import discord

from adapters.discord.inbound import message_text
from adapters.discord.rooms.people import person
from bots.core.inbound import (
    Attachment,
    CommandInvoked,
    CurrentReaction,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Person,
    ReactionAdded,
    ReactionRemoved,
    ReactionsSnapshot,
)


def message_posted(account: str, message: discord.Message, *, admin: bool) -> MessagePosted | CommandInvoked:
    """Return a message, or a command that was typed as a message."""
    room, message_id, text = str(message.channel.id), str(message.id), message_text.plain_text(message)
    author, reply_to, mentions = person(message.author, admin=admin), reply_target(message), mentioned_users(message)
    if message_text.is_command(text):
        return CommandInvoked(
            key=f"discord:{message_id}", account=account, room=room, at=message.created_at, person=author,
            line=text[1:], message=message_id, reply_to=reply_to, mentions=mentions, direct=message.guild is None,
        )  # fmt: skip
    return MessagePosted(
        key=f"discord:{message_id}", account=account, room=room, at=message.created_at, person=author,
        message=message_id, text=text, reply_to=reply_to, mentions=mentions,
        attachments=attachments(account, message), direct=message.guild is None,
    )  # fmt: skip


def reply_target(message: discord.Message) -> str | None:
    """Return the id of the message replied to; None for a forwarded message."""
    reference = message.reference
    if reference is None or reference.message_id is None or message.type is not discord.MessageType.reply:
        return None
    return str(reference.message_id)


def mentioned_users(message: discord.Message) -> tuple[str, ...]:
    """Return the ids of people mentioned in the text. A reply alone mentions nobody."""
    return tuple(str(user) for user in message.raw_mentions) if "<@" in message.content else ()


def attachments(account: str, message: discord.Message) -> tuple[Attachment, ...]:
    """Return the files of a message. Their source consists of ids, since Discord's addresses of files expire."""
    return tuple(
        Attachment(
            name=file.filename, mime=file.content_type or "application/octet-stream", size=file.size,
            source=f"{message.channel.id}/{message.id}/{file.id}", alt=file.description or "", account=account,
        )
        for file in message.attachments
    )  # fmt: skip


def message_edited(account: str, message: discord.Message, *, admin: bool) -> MessageEdited | None:
    """Return an edit. None when Discord has only added a preview: then there is no time of an edit."""
    if message.edited_at is None:
        return None
    return MessageEdited(
        key=f"discord:{message.id}:e:{message.edited_at.timestamp():.6f}", account=account,
        room=str(message.channel.id), at=message.edited_at, person=person(message.author, admin=admin),
        message=str(message.id), text=message_text.plain_text(message),
    )  # fmt: skip


def message_deleted(account: str, room: int, message: int, now: datetime) -> MessageDeleted:
    """Return a deletion by the author or by somebody else."""
    return MessageDeleted(key=f"discord:{message}:d", account=account, room=str(room), at=now, message=str(message))


def reaction_changed(
    account: str, key: str, event: discord.RawReactionActionEvent, who: Person, now: datetime
) -> ReactionAdded | ReactionRemoved:
    """Return a reaction that was added or removed."""
    room, message, emoji = str(event.channel_id), str(event.message_id), emoji_text(event.emoji)
    if event.event_type == "REACTION_REMOVE":
        return ReactionRemoved(key=key, account=account, room=room, at=now, person=who, message=message, emoji=emoji)
    return ReactionAdded(
        key=key, account=account, room=room, at=now, person=who, message=message, emoji=emoji,
        reaction=_reaction_id(message, who.user, emoji),
    )  # fmt: skip


def reactions_snapshot(
    account: str, key: str, message: discord.Message, current: Sequence[tuple[Person, str]], now: datetime
) -> ReactionsSnapshot:
    """Return all current reactions of a message, given as persons and emoji."""
    message_id = str(message.id)
    reactions = tuple(
        CurrentReaction(person=who, emoji=emoji, reaction=_reaction_id(message_id, who.user, emoji))
        for who, emoji in current
    )
    return ReactionsSnapshot(
        key=key, account=account, room=str(message.channel.id), at=now, message=message_id, reactions=reactions
    )


def _reaction_id(message: str, user: str, emoji: str) -> str:
    """Return an id for a reaction, which has none on Discord."""
    return f"{message}/{user}/{emoji}"


def emoji_text(emoji: discord.PartialEmoji | discord.Emoji | str) -> str:
    """Return an emoji, or the name of a server's own emoji as `:name:`."""
    if isinstance(emoji, str):
        return emoji
    return f":{emoji.name}:" if emoji.id else emoji.name or ""
