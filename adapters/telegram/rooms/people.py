"""Convert Telegram users and chats to the core's persons."""

from __future__ import annotations

from adapters.telegram.api.chats import Chat, User
from adapters.telegram.api.messages import Message
from adapters.telegram.rooms.state import AdapterState
from bots.core.inbound import Person


def user_as_person(state: AdapterState, chat: int, user: User) -> Person:
    """Convert a user, as a member of a chat."""
    return Person(
        platform="telegram", user=str(user.id), name=user.name, admin=state.admins_of(chat).manages(user.id),
        bot=user.is_bot, locale=user.language_code,
    )  # fmt: skip


def chat_as_person(state: AdapterState, chat: Chat, sender: Chat, title: str | None = None) -> Person:
    """Convert a sender who posts as a chat: an admin as the group, a person as their channel.

    Telegram does not name the person who wrote, but may give the custom title of an admin. All who may write in the
    group's name share its id, and with the id they would share its roles. So only those who manage the group get it.
    https://core.telegram.org/bots/api#message (sender_chat, author_signature)
    """
    admin = sender.id == chat.id and state.admins_of(chat.id).anonymous_manages(title)
    shared = sender.id == chat.id and not admin
    return Person(
        platform="telegram", user=f"{sender.id}~" if shared else str(sender.id), name=sender.name, admin=admin
    )


def message_author(state: AdapterState, message: Message) -> Person | None:
    """Return the author of a message, who may also be the linked channel or a bot."""
    if message.sender_chat is not None:
        return chat_as_person(state, message.chat, message.sender_chat, message.author_signature or "")
    return user_as_person(state, message.chat.id, message.author) if message.author is not None else None
