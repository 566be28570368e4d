"""Translate service messages: members, a new chat id, topics, a new title. Pure.

https://core.telegram.org/bots/api#message
"""

from __future__ import annotations

from datetime import datetime

from adapters.telegram.api.ids import room_of_message
from adapters.telegram.api.messages import Message
from adapters.telegram.inbound import memberships
from adapters.telegram.rooms.state import AdapterState
from bots.core.inbound import BotJoined, RoomLost, RoomMoved, Value

_OTHER_CONTENT = ("location", "contact", "poll", "dice")
"""What a person can send without text or a file."""


def service_message(state: AdapterState, message: Message) -> list[Value] | None:
    """Translate a service message; most kinds give no value. Return None for a message from a person."""
    if message.new_chat_members:
        return memberships.members_joined(state, message)
    if message.left_chat_member is not None:
        return memberships.member_left(state, message)
    if message.migrate_to_chat_id:
        return [room_moved(state, message.chat.id, message.migrate_to_chat_id, message.at)]
    if message.migrate_from_chat_id:
        return [room_moved(state, message.migrate_from_chat_id, message.chat.id, message.at)]
    if message.forum_topic_closed or message.general_forum_topic_hidden:
        return [_topic_closed(state, message)]
    if message.forum_topic_reopened or message.general_forum_topic_unhidden:
        return [_room_reported(state, message, "")]
    if message.new_chat_title:
        return [_room_reported(state, message, message.new_chat_title)]
    return None if any(getattr(message, name) is not None for name in _OTHER_CONTENT) else []


def room_moved(state: AdapterState, old: int, new: int, at: datetime) -> RoomMoved:
    """Report that a group became a supergroup.

    Both chats and a failed request report it; the key is the same, so the core counts it once.
    """
    return RoomMoved(**state.fields(str(old), at, "moved", old, new), new_room=str(new))


def _topic_closed(state: AdapterState, message: Message) -> Value:
    room = room_of_message(message)
    return RoomLost(**state.fields(room, message.at, "closed", room, message.message_id), reason="closed")


def _room_reported(state: AdapterState, message: Message, name: str) -> Value:
    """Report a reopened topic or a new title to the core, without a greeting in the room."""
    room = room_of_message(message)
    fields, parent = state.fields(room, message.at, "known", room, message.message_id), str(message.chat.id)
    return BotJoined(**fields, name=name, quiet=True, parent=parent if message.topic else "")
