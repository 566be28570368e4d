"""Persons and texts as Telegram states them."""

from __future__ import annotations

from adapters.telegram.api.types import Chat, Message, User
from adapters.telegram.rooms.state import Known
from bots.core.inbound import Person


def person(known: Known, chat: int, user: User) -> Person:
    """A user as a member of a chat."""
    return Person(
        platform="telegram", user=str(user.id), name=user.name, admin=known.manages(chat, user.id), bot=user.is_bot,
        locale=user.language_code,
    )  # fmt: skip


def in_the_name_of(chat: Chat, sender: Chat) -> Person:
    """Who speaks as a chat: an admin as the group itself, somebody as their channel. Telegram tells no more of them.

    https://core.telegram.org/bots/api#message (sender_chat)
    """
    return Person(platform="telegram", user=str(sender.id), name=sender.name, admin=sender.id == chat.id)


def author(known: Known, message: Message) -> Person | None:
    """Who wrote a message; None when nobody did: other bots, and the linked channel's automatic forwards."""
    if message.is_automatic_forward:
        return None
    if message.sender_chat is not None:
        return in_the_name_of(message.chat, message.sender_chat)
    user = message.author
    return None if user is None or user.is_bot else person(known, message.chat.id, user)
