"""What a service message tells of the chat: it moved, a topic closed, people came or went. Pure.

https://core.telegram.org/bots/api#message
"""

from __future__ import annotations

from datetime import datetime

from adapters.telegram.api.ids import room_of
from adapters.telegram.api.types import Message
from adapters.telegram.inbound import members
from adapters.telegram.rooms.state import Known
from bots.core.inbound import BotJoined, RoomLost, RoomMoved, Value

_WORDLESS = ("location", "contact", "poll", "dice")
"""What somebody may send without a word or a file."""


def happened(known: Known, message: Message) -> list[Value] | None:
    """The values of a service message, most of which say nothing to the core; None for what somebody sent."""
    if message.new_chat_members:
        return members.came(known, message)
    if message.left_chat_member is not None:
        return members.went(known, message)
    if message.migrate_to_chat_id:
        return [moved(known, message.chat.id, message.migrate_to_chat_id, message.at)]
    if message.migrate_from_chat_id:
        return [moved(known, message.migrate_from_chat_id, message.chat.id, message.at)]
    if message.forum_topic_closed or message.general_forum_topic_hidden:
        return [_closed(known, message)]
    if message.forum_topic_reopened or message.general_forum_topic_unhidden:
        return [_known_as(known, message, "")]
    if message.new_chat_title:
        return [_known_as(known, message, message.new_chat_title)]
    return None if any(getattr(message, name) is not None for name in _WORDLESS) else []


def moved(known: Known, old: int, new: int, at: datetime) -> RoomMoved:
    """A group became a supergroup. Both chats tell it, and so does a refused request: under the same key."""
    return RoomMoved(
        key=known.key("moved", old, new), account=known.account, room=str(old), at=at, new_room=str(new)
    )  # fmt: skip


def _closed(known: Known, message: Message) -> Value:
    here = room_of(message)
    return RoomLost(
        key=known.key("closed", here, message.message_id), account=known.account, room=here, at=message.at,
        reason="closed",
    )  # fmt: skip


def _known_as(known: Known, message: Message, name: str) -> Value:
    """The room is open again, or has a new name: a word for the core, none in the room."""
    here = room_of(message)
    return BotJoined(
        key=known.key("known", here, message.message_id), account=known.account, room=here, at=message.at, name=name,
        quiet=True, parent=str(message.chat.id) if message.topic else "",
    )  # fmt: skip
