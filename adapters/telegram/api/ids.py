"""The ids of rooms, messages and polls, as the core stores them.

A room is a chat (`-100123`) or a forum topic (`-100123/7`); the General topic is the chat itself. Telegram counts
messages per chat, so a message id contains its chat (`-100123:57`). A group that becomes a supergroup starts a new
count, and its old messages must not be confused with the new ones. A native poll has its own id (`poll:5432`), the only
id that a vote carries.
"""

from __future__ import annotations

from dataclasses import dataclass

from adapters.telegram.api.chats import Chat
from adapters.telegram.api.messages import Message

_POLL = "poll:"


@dataclass(frozen=True)
class Destination:
    """A chat, or one topic of it."""

    chat: int
    thread: int | None = None


def parse_room(room: str) -> Destination | None:
    """Parse a room id; None when it is not a Telegram room."""
    chat, _, thread = room.partition("/")
    if not _is_number(chat) or (thread and not _is_number(thread)):
        return None
    return Destination(int(chat), int(thread) if thread else None)


def room_id(chat: int, thread: int | None = None) -> str:
    """Return the room id of a chat or topic."""
    return f"{chat}/{thread}" if thread else str(chat)


def is_person_id(user: str) -> bool:
    """Return whether the id belongs to a person. Chats, which can also post, have negative ids."""
    return user.isascii() and user.isdecimal()


def room_of_message(message: Message) -> str:
    """Return the room of a message; empty when the bot can't access the message and so doesn't know its topic."""
    if message.date == 0:
        return room_of_chat(message.chat)
    return room_id(message.chat.id, message.topic)


def room_of_chat(chat: Chat) -> str:
    """Return the room of an update that names only the chat; empty for a forum, where the topic stays unknown."""
    return "" if chat.is_forum else str(chat.id)


def message_id(chat: int, message: int) -> str:
    """Return the message id that the core stores."""
    return f"{chat}:{message}"


def parse_message_id(chat: int, name: str | None) -> int | None:
    """Return Telegram's number of a stored message id; None when the message is not in this chat."""
    if name is None:
        return None
    where, _, number = name.rpartition(":")
    return int(number) if where == str(chat) and _is_number(number) else None


def poll_id(poll: str) -> str:
    """Return the id of a native poll that the core stores."""
    return f"{_POLL}{poll}"


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdecimal() and len(digits) < 20
