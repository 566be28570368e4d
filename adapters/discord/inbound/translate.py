"""discord.py's objects as inbound values. Pure functions without side effects."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import discord

from adapters.discord.inbound import message_text
from adapters.discord.rooms.state import Head
from bots.core import inbound
from bots.core.inbound import Attachment, Person

SPOILER = "SPOILER_"
"""The beginning of the name of a covered file."""


def message_posted(
    account: str, message: discord.Message, author: Person, typed_line: Callable[[str], str]
) -> inbound.MessagePosted | inbound.CommandInvoked:
    """Return a message, or a command that was typed as a message: `typed_line` makes it a line of ours."""
    head = Head(key=f"{account}:{message.id}", account=account, room=str(message.channel.id), at=message.created_at)
    message_id, text, direct = str(message.id), message_text.plain_text(message), message.guild is None
    reply_to, mentions = reply_target(message), mentioned_users(message)
    if message_text.is_command(text):
        return inbound.CommandInvoked(
            **head, person=author, direct=direct, line=typed_line(text[1:]), message=message_id, reply_to=reply_to,
            mentions=mentions,
        )  # fmt: skip
    return inbound.MessagePosted(
        **head, person=author, direct=direct, message=message_id, text=text, reply_to=reply_to, mentions=mentions,
        attachments=attachments(account, message),
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
            name=file.filename.removeprefix(SPOILER), spoiler=file.is_spoiler(), size=file.size,
            mime=file.content_type or "application/octet-stream",
            source=f"{message.channel.id}/{message.id}/{file.id}", alt=file.description or "", account=account,
        )
        for file in message.attachments
    )  # fmt: skip


def message_edited(
    account: str, message: discord.Message, author: Person, typed_line: Callable[[str], str]
) -> inbound.MessageEdited | inbound.CommandInvoked | None:
    """Return an edit; the message may be a command now. None when Discord has only added a preview (without a time)."""
    if message.edited_at is None:
        return None
    key, text = f"{account}:{message.id}:e:{message.edited_at.timestamp():.6f}", message_text.plain_text(message)
    head = Head(key=key, account=account, room=str(message.channel.id), at=message.edited_at)
    if message_text.is_command(text):
        return inbound.CommandInvoked(
            **head, person=author, line=typed_line(text[1:]), message=str(message.id), reply_to=reply_target(message),
            mentions=mentioned_users(message), direct=message.guild is None, edited=True,
        )  # fmt: skip
    return inbound.MessageEdited(**head, person=author, message=str(message.id), text=text)


def reaction_changed(
    head: Head, event: discord.RawReactionActionEvent, who: Person
) -> inbound.ReactionAdded | inbound.ReactionRemoved:
    """Return a reaction that was added or removed."""
    message, emoji = str(event.message_id), emoji_text(event.emoji)
    if event.event_type == "REACTION_REMOVE":
        return inbound.ReactionRemoved(**head, person=who, message=message, emoji=emoji)
    reaction = _reaction_id(message, who.user, emoji)
    return inbound.ReactionAdded(**head, person=who, message=message, emoji=emoji, reaction=reaction)


def reactions_snapshot(head: Head, message: str, current: Sequence[tuple[Person, str]]) -> inbound.ReactionsSnapshot:
    """Return all current reactions of a message, given as persons and emoji."""
    reactions = tuple(
        inbound.CurrentReaction(person=who, emoji=emoji, reaction=_reaction_id(message, who.user, emoji))
        for who, emoji in current
    )
    return inbound.ReactionsSnapshot(**head, message=message, reactions=reactions)


def _reaction_id(message: str, user: str, emoji: str) -> str:
    """Return an id for a reaction, which has none on Discord."""
    return f"{message}/{user}/{emoji}"


def emoji_text(emoji: discord.PartialEmoji | discord.Emoji | str) -> str:
    """Return an emoji, or the name of a server's own emoji as `:name:`."""
    if isinstance(emoji, str):
        return emoji
    return f":{emoji.name}:" if emoji.id else emoji.name or ""
