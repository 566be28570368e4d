"""Translate membership changes of people and of the bot. Pure.

A small group reports them by a service message; where the bot is an administrator also by a chat_member update. Both
get the same key, so the core counts them once. A large group sends only chat_member updates.
"""

from __future__ import annotations

from adapters.telegram.api.chats import CHANNEL, PRIVATE, Chat, User, moment
from adapters.telegram.api.messages import Message
from adapters.telegram.api.updates import JoinRequest, MemberChange
from adapters.telegram.rooms import permissions
from adapters.telegram.rooms.people import user_as_person
from adapters.telegram.rooms.state import AdapterState
from bots.core.inbound import (
    BotInvited,
    BotJoined,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    RightsReported,
    RoomLost,
    Value,
)


def members_joined(state: AdapterState, message: Message) -> list[Value]:
    """Translate the new members in a service message. For the bot itself, my_chat_member counts."""
    newcomers = message.new_chat_members
    return [_joined(state, message.chat, user, message.date) for user in newcomers if user.id != state.bot_id]


def member_left(state: AdapterState, message: Message) -> list[Value]:
    """Translate the service message about a member who left or was removed."""
    user = message.left_chat_member
    return [_left(state, message.chat, user, message.date)] if user is not None and user.id != state.bot_id else []


def membership_changed(state: AdapterState, change: MemberChange) -> list[Value]:
    """Translate a join or a departure of somebody else; other changes of a membership give no value."""
    user, was, now = change.new_chat_member.user, change.old_chat_member.present, change.new_chat_member.present
    if user.id == state.bot_id or was == now or change.chat.type == CHANNEL:
        return []
    return [(_joined if now else _left)(state, change.chat, user, change.date)]


def _joined(state: AdapterState, chat: Chat, user: User, date: int) -> Value:
    return MemberJoined(
        key=state.event_key("joined", chat.id, user.id, date), account=state.account, room=str(chat.id),
        at=moment(date), person=user_as_person(state, chat.id, user),
    )  # fmt: skip


def _left(state: AdapterState, chat: Chat, user: User, date: int) -> Value:
    return MemberLeft(
        key=state.event_key("left", chat.id, user.id, date), account=state.account, room=str(chat.id),
        at=moment(date), person=user_as_person(state, chat.id, user),
    )  # fmt: skip


def join_requested(state: AdapterState, request: JoinRequest) -> list[Value]:
    """Translate a request to join. For five minutes the bot may write to the person."""
    chat, user = request.chat, request.author
    if chat.type == CHANNEL:
        return []
    return [
        JoinRequested(
            key=state.event_key("asked", chat.id, user.id, request.date), account=state.account, room=str(chat.id),
            at=moment(request.date), person=user_as_person(state, chat.id, user), direct=str(request.user_chat_id),
        )
    ]  # fmt: skip


def bot_membership_changed(state: AdapterState, change: MemberChange, number: int) -> list[Value]:
    """Translate a change of the bot's own membership: added, removed, or other rights. Ignore channels."""
    chat, was, now = change.chat, change.old_chat_member.present, change.new_chat_member.present
    if chat.type == CHANNEL:
        return []
    if now and not was:
        return _bot_added(state, change, number)
    if was and not now:
        return [_bot_removed(state, change, number)]
    if not now or chat.type == PRIVATE:
        return []
    return [
        RightsReported(
            key=state.event_key("rights", chat.id, number), account=state.account, room=str(chat.id),
            at=moment(change.date),
            missing=permissions.missing_rights(change.new_chat_member, reads_all=state.reads_all),
        )
    ]  # fmt: skip


def _bot_added(state: AdapterState, change: MemberChange, number: int) -> list[Value]:
    """Report that the bot joined, and in a group also who added it."""
    chat, direct, at = change.chat, change.chat.type == PRIVATE, moment(change.date)
    joined = BotJoined(
        key=state.event_key("entered", chat.id, number), account=state.account, room=str(chat.id), at=at,
        name=chat.name, direct=direct, quiet=direct, locale=change.author.language_code,
    )  # fmt: skip
    if direct:
        return [joined]
    invited = BotInvited(
        key=state.event_key("invited", chat.id, number), account=state.account, room=str(chat.id), at=at,
        person=user_as_person(state, chat.id, change.author), name=chat.name,
    )  # fmt: skip
    return [invited, joined]


def _bot_removed(state: AdapterState, change: MemberChange, number: int) -> Value:
    return RoomLost(
        key=state.event_key("out", change.chat.id, number), account=state.account, room=str(change.chat.id),
        at=moment(change.date), reason="removed",
    )  # fmt: skip
