"""Who comes and goes, the bot among them. Pure.

A small group tells it by a service message, where the bot is an administrator by a chat_member update as well: the same
key, so it counts once. Large groups tell it by chat_member alone.
"""

from __future__ import annotations

from adapters.telegram.api.types import CHANNEL, PRIVATE, Chat, JoinRequest, MemberChange, Message, User, moment
from adapters.telegram.rooms import permissions
from adapters.telegram.rooms.people import person
from adapters.telegram.rooms.state import Known
from bots.core.inbound import (
    BotInvited,
    BotJoined,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    RightsFound,
    RoomLost,
    Value,
)


def came(known: Known, message: Message) -> list[Value]:
    """New members, as a service message names them; the bot itself is told of by my_chat_member."""
    newcomers = message.new_chat_members
    return [_joined(known, message.chat, user, message.date) for user in newcomers if user.id != known.me]


def went(known: Known, message: Message) -> list[Value]:
    """Somebody left, or was removed."""
    user = message.left_chat_member
    return [_left(known, message.chat, user, message.date)] if user is not None and user.id != known.me else []


def changed(known: Known, change: MemberChange) -> list[Value]:
    """The standing of somebody else changed; a new right is neither a coming nor a going."""
    user, was, now = change.new_chat_member.user, change.old_chat_member.present, change.new_chat_member.present
    if user.id == known.me or was == now or change.chat.type == CHANNEL:
        return []
    return [(_joined if now else _left)(known, change.chat, user, change.date)]


def _joined(known: Known, chat: Chat, user: User, date: int) -> Value:
    return MemberJoined(
        key=known.key("joined", chat.id, user.id, date), account=known.account, room=str(chat.id), at=moment(date),
        person=person(known, chat.id, user),
    )  # fmt: skip


def _left(known: Known, chat: Chat, user: User, date: int) -> Value:
    return MemberLeft(
        key=known.key("left", chat.id, user.id, date), account=known.account, room=str(chat.id), at=moment(date),
        person=person(known, chat.id, user),
    )  # fmt: skip


def asked(known: Known, request: JoinRequest) -> list[Value]:
    """Somebody asks to be let in; for five minutes they may be written to."""
    chat, user = request.chat, request.author
    if chat.type == CHANNEL:
        return []
    return [
        JoinRequested(
            key=known.key("asked", chat.id, user.id, request.date), account=known.account, room=str(chat.id),
            at=moment(request.date), person=person(known, chat.id, user), direct=str(request.user_chat_id),
        )
    ]  # fmt: skip


def of_the_bot(known: Known, change: MemberChange, number: int) -> list[Value]:
    """The bot's own standing changed: it came in, is out, or may do more or less than before. A channel is no room."""
    chat, was, now = change.chat, change.old_chat_member.present, change.new_chat_member.present
    if chat.type == CHANNEL:
        return []
    if now and not was:
        return _entered(known, change, number)
    if was and not now:
        return [_out(known, change, number)]
    if not now or chat.type == PRIVATE:
        return []
    return [
        RightsFound(
            key=known.key("rights", chat.id, number), account=known.account, room=str(chat.id), at=moment(change.date),
            missing=permissions.missing(change.new_chat_member, reads_all=known.reads_all),
        )
    ]  # fmt: skip


def _entered(known: Known, change: MemberChange, number: int) -> list[Value]:
    """Being added is being in: the invitation says by whom."""
    chat, direct, at = change.chat, change.chat.type == PRIVATE, moment(change.date)
    joined = BotJoined(
        key=known.key("entered", chat.id, number), account=known.account, room=str(chat.id), at=at, name=chat.name,
        direct=direct, quiet=direct, locale=change.author.language_code,
    )  # fmt: skip
    if direct:
        return [joined]
    invited = BotInvited(
        key=known.key("invited", chat.id, number), account=known.account, room=str(chat.id), at=at,
        person=person(known, chat.id, change.author), name=chat.name,
    )  # fmt: skip
    return [invited, joined]


def _out(known: Known, change: MemberChange, number: int) -> Value:
    return RoomLost(
        key=known.key("out", change.chat.id, number), account=known.account, room=str(change.chat.id),
        at=moment(change.date), reason="removed",
    )  # fmt: skip
