"""Rooms and messages by name.

A room is a chat (`-100123`), or a topic of a forum (`-100123/7`); the General topic is the chat itself. Telegram counts
messages chat by chat, so a message is named with its chat (`-100123:57`): a group that became a supergroup counts anew,
and its old card must not be looked for among the new messages. A native poll is named by its own id (`poll:5432`),
since a vote names nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from adapters.telegram.api.types import Chat, Message

_POLL = "poll:"


@dataclass(frozen=True)
class Place:
    """Where to send to."""

    chat: int
    thread: int | None = None


def place(room: str) -> Place | None:
    """The chat and topic of a room id; None when it is none of Telegram's."""
    chat, _, thread = room.partition("/")
    if not _is_number(chat) or (thread and not _is_number(thread)):
        return None
    return Place(int(chat), int(thread) if thread else None)


def room(chat: int, thread: int | None = None) -> str:
    """The room id of a chat or topic."""
    return f"{chat}/{thread}" if thread else str(chat)


def is_person(user: str) -> bool:
    """Whether the id is a person's. Who speaks as a chat has that chat's id, which is negative."""
    return user.isascii() and user.isdecimal()


def room_of(message: Message) -> str:
    """The room a message stands in; empty when only its forum is known, since it is too old to be seen."""
    if message.date == 0:
        return room_in(message.chat)
    return room(message.chat.id, message.topic)


def room_in(chat: Chat) -> str:
    """The room of what happens to a message of which only the chat is told; empty in a forum, where that is no room."""
    return "" if chat.is_forum else str(chat.id)


def message_id(chat: int, message: int) -> str:
    """The message's name."""
    return f"{chat}:{message}"


def number_in(chat: int, name: str | None) -> int | None:
    """The number of a message by its name; None when it is no message of this chat."""
    if name is None:
        return None
    where, _, number = name.rpartition(":")
    return int(number) if where == str(chat) and _is_number(number) else None


def poll_id(poll: str) -> str:
    """The name of a native poll."""
    return f"{_POLL}{poll}"


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdecimal() and len(digits) < 20
