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
from bots.core import inbound
from bots.core.inbound import Value


def members_joined(state: AdapterState, message: Message) -> list[Value]:
    """Translate the new members in a service message. For the bot itself, my_chat_member counts."""
    newcomers = [user for user in message.new_chat_members if user.id != state.bot_id]
    return [_joined(state, message.chat, user, message.date) for user in newcomers]


def member_left(state: AdapterState, message: Message) -> list[Value]:
    """Translate the service message about a member who left or was removed."""
    user = message.left_chat_member
    if user is None or user.id == state.bot_id:
        return []
    removed = message.author is None or message.author.id != user.id
    return [_left(state, message.chat, user, message.date, removed=removed)]


def membership_changed(state: AdapterState, change: MemberChange) -> list[Value]:
    """Translate a join or a departure of somebody else; other changes of a membership give no value."""
    user, was, now = change.new_chat_member.user, change.old_chat_member.present, change.new_chat_member.present
    if user.id == state.bot_id or was == now or change.chat.type == CHANNEL:
        return []
    if now:
        return [_joined(state, change.chat, user, change.date)]
    return [_left(state, change.chat, user, change.date, removed=change.author.id != user.id)]


def _joined(state: AdapterState, chat: Chat, user: User, date: int) -> Value:
    fields = state.fields(str(chat.id), moment(date), "joined", chat.id, user.id, date)
    return inbound.MemberJoined(**fields, person=user_as_person(state, chat.id, user))


def _left(state: AdapterState, chat: Chat, user: User, date: int, *, removed: bool) -> Value:
    fields = state.fields(str(chat.id), moment(date), "left", chat.id, user.id, date)
    return inbound.MemberLeft(**fields, person=user_as_person(state, chat.id, user), removed=removed)


def join_requested(state: AdapterState, request: JoinRequest) -> list[Value]:
    """Translate a request to join. For five minutes the bot may write to the person."""
    chat, user = request.chat, request.author
    if chat.type == CHANNEL:
        return []
    fields = state.fields(str(chat.id), moment(request.date), "asked", chat.id, user.id, request.date)
    person, direct = user_as_person(state, chat.id, user), str(request.user_chat_id)
    return [inbound.JoinRequested(**fields, person=person, direct=direct)]


def bot_membership_changed(state: AdapterState, change: MemberChange, number: int) -> list[Value]:
    """Translate a change of the bot's own membership: added, removed, or other rights. Ignore channels."""
    chat, was, now = change.chat, change.old_chat_member.present, change.new_chat_member.present
    if chat.type == CHANNEL:
        return []
    if now and not was:
        return _bot_added(state, change, number)
    room, at = str(chat.id), moment(change.date)
    if was and not now:
        return [inbound.RoomLost(**state.fields(room, at, "out", chat.id, number), reason="removed")]
    if not now or chat.type == PRIVATE:
        return []
    missing = permissions.missing_rights(change.new_chat_member, reads_all=state.reads_all)
    return [inbound.RightsReported(**state.fields(room, at, "rights", chat.id, number), missing=missing)]


def _bot_added(state: AdapterState, change: MemberChange, number: int) -> list[Value]:
    """Report that the bot joined, and in a group also who added it."""
    chat, direct, at = change.chat, change.chat.type == PRIVATE, moment(change.date)
    joined = inbound.BotJoined(
        **state.fields(str(chat.id), at, "entered", chat.id, number), name=chat.name, direct=direct, quiet=direct,
        locale=change.author.language_code,
    )  # fmt: skip
    if direct:
        return [joined]
    fields, inviter = state.fields(str(chat.id), at, "invited", chat.id, number), change.author
    return [inbound.BotInvited(**fields, person=user_as_person(state, chat.id, inviter), name=chat.name), joined]
