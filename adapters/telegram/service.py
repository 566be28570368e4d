"""What a service message tells of the chat: it moved, a topic closed, people came or went. Pure.

https://core.telegram.org/bots/api#message
"""

from __future__ import annotations

from datetime import datetime

from telegram import Message

from adapters.telegram import members
from adapters.telegram.known import Known
from adapters.telegram.places import room_of
from bots.core.inbound import BotJoined, RoomLost, RoomMoved, Value


def happened(known: Known, message: Message) -> list[Value] | None:
    """The values of a service message; None for a message that somebody wrote."""
    if message.text is not None or message.effective_attachment is not None:
        return None
    if message.new_chat_members:
        return members.came(known, message)
    if message.left_chat_member is not None:
        return members.went(known, message)
    if message.migrate_to_chat_id:
        return [moved(known, message.chat.id, message.migrate_to_chat_id, message.date)]
    if message.migrate_from_chat_id:
        return [moved(known, message.migrate_from_chat_id, message.chat.id, message.date)]
    if message.forum_topic_closed is not None or message.general_forum_topic_hidden is not None:
        return [_closed(known, message)]
    if message.forum_topic_reopened is not None or message.general_forum_topic_unhidden is not None:
        return [_reopened(known, message)]
    return [] if _is_other_service(message) else None


def moved(known: Known, old: int, new: int, at: datetime) -> RoomMoved:
    """A group became a supergroup. Both chats tell it, and so does a refused request: under the same key."""
    return RoomMoved(
        key=known.key("moved", old, new), account=known.account, room=str(old), at=at, new_room=str(new)
    )  # fmt: skip


def _closed(known: Known, message: Message) -> Value:
    here = room_of(message)
    return RoomLost(
        key=known.key("closed", here, message.message_id), account=known.account, room=here, at=message.date,
        reason="closed",
    )  # fmt: skip


def _reopened(known: Known, message: Message) -> Value:
    here = room_of(message)
    return BotJoined(
        key=known.key("reopened", here, message.message_id), account=known.account, room=here, at=message.date, name="",
        quiet=True, parent=str(message.chat.id) if message.is_topic_message else "",
    )  # fmt: skip


def _is_other_service(message: Message) -> bool:
    """Pins, new titles, topics made and the like, which say nothing to the core."""
    return any(getattr(message, name) is not None for name in _OTHERS) or bool(
        message.group_chat_created or message.supergroup_chat_created or message.channel_chat_created
    )


_OTHERS = (
    "pinned_message", "new_chat_title", "forum_topic_created", "forum_topic_edited", "video_chat_started",
    "message_auto_delete_timer_changed", "video_chat_ended", "video_chat_scheduled", "video_chat_participants_invited",
    "boost_added", "chat_background_set", "write_access_allowed", "proximity_alert_triggered", "users_shared",
    "chat_shared", "giveaway_created", "giveaway", "giveaway_winners", "giveaway_completed", "web_app_data",
)  # fmt: skip
