"""Convert Telegram users and chats to the core's persons."""

from __future__ import annotations

from adapters.telegram.api.chats import Chat, User
from adapters.telegram.api.messages import Message
from adapters.telegram.rooms.state import AdapterState
from bots.core.inbound import Person


def user_as_person(state: AdapterState, chat: int, user: User) -> Person:
    """Convert a user, as a member of a chat."""
    return Person(
        platform="telegram", user=str(user.id), name=user.name, admin=user.id in state.admins.get(chat, ()),
        bot=user.is_bot, locale=user.language_code,
    )  # fmt: skip


def chat_as_person(chat: Chat, sender: Chat) -> Person:
    """Convert a sender who posts as a chat: an admin as the group, a person as their channel.

    Telegram does not name the person behind it. https://core.telegram.org/bots/api#message (sender_chat)
    """
    return Person(platform="telegram", user=str(sender.id), name=sender.name, admin=sender.id == chat.id)


def message_author(state: AdapterState, message: Message) -> Person | None:
    """Return the author of a message, who may also be the linked channel or a bot."""
    if message.sender_chat is not None:
        return chat_as_person(message.chat, message.sender_chat)
    return user_as_person(state, message.chat.id, message.author) if message.author is not None else None
