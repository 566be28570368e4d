"""Who comes and goes, the bot among them. Pure.

A small group tells it by a service message, where the bot is an administrator by a chat_member update as well: the same
key, so it counts once. Large groups tell it by chat_member alone.
"""

from __future__ import annotations

from datetime import datetime

from telegram import Chat, ChatJoinRequest, ChatMember, ChatMemberUpdated, Message, User

from adapters.telegram import rights
from adapters.telegram.known import Known
from adapters.telegram.people import person, sound
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
    chat, newcomers = message.chat, message.new_chat_members
    return [_joined(known, chat, user, message.date) for user in newcomers if user.id != known.me]


def went(known: Known, message: Message) -> list[Value]:
    """Somebody left, or was removed."""
    user = message.left_chat_member
    return [_left(known, message.chat, user, message.date)] if user is not None and user.id != known.me else []


def changed(known: Known, update: ChatMemberUpdated) -> list[Value]:
    """The standing of somebody else changed; a new right is neither a coming nor a going."""
    user = update.new_chat_member.user
    was, now = present(update.old_chat_member), present(update.new_chat_member)
    if user.id == known.me or was == now:
        return []
    return [(_joined if now else _left)(known, update.chat, user, update.date)]


def present(member: ChatMember) -> bool:
    """Whether this is the standing of somebody who is in the chat.

    https://core.telegram.org/bots/api#chatmemberrestricted (is_member)
    """
    if member.status == ChatMember.RESTRICTED:
        return bool(getattr(member, "is_member", False))
    return member.status not in (ChatMember.LEFT, ChatMember.BANNED)


def _joined(known: Known, chat: Chat, user: User, at: datetime) -> Value:
    return MemberJoined(
        key=known.key("joined", chat.id, user.id, int(at.timestamp())), account=known.account, room=str(chat.id),
        at=at, person=person(known, chat.id, user),
    )  # fmt: skip


def _left(known: Known, chat: Chat, user: User, at: datetime) -> Value:
    return MemberLeft(
        key=known.key("left", chat.id, user.id, int(at.timestamp())), account=known.account, room=str(chat.id), at=at,
        person=person(known, chat.id, user),
    )  # fmt: skip


def asked(known: Known, request: ChatJoinRequest) -> list[Value]:
    """Somebody asks to be let in; for five minutes they may be written to."""
    chat, user = request.chat, request.from_user
    return [
        JoinRequested(
            key=known.key("asked", chat.id, user.id, int(request.date.timestamp())), account=known.account,
            room=str(chat.id), at=request.date, person=person(known, chat.id, user), direct=str(request.user_chat_id),
        )
    ]  # fmt: skip


def of_the_bot(known: Known, update: ChatMemberUpdated, number: int) -> list[Value]:
    """The bot's own standing changed: it came in, is out, or may do more or less than before. A channel is no room."""
    if update.chat.type == Chat.CHANNEL:
        return []
    was, now = present(update.old_chat_member), present(update.new_chat_member)
    if now and not was:
        return _entered(known, update, number)
    if was and not now:
        return [_out(known, update, number)]
    if not now or update.chat.type == Chat.PRIVATE:
        return []
    return [
        RightsFound(
            key=known.key("rights", update.chat.id, number), account=known.account, room=str(update.chat.id),
            at=update.date, missing=rights.missing(update.new_chat_member, reads_all=known.reads_all),
        )
    ]  # fmt: skip


def _entered(known: Known, update: ChatMemberUpdated, number: int) -> list[Value]:
    """Being added is being in: the invitation says by whom."""
    chat, direct = update.chat, update.chat.type == Chat.PRIVATE
    name = sound(chat.effective_name or "")
    joined = BotJoined(
        key=known.key("entered", chat.id, number), account=known.account, room=str(chat.id), at=update.date,
        name=name, direct=direct, quiet=direct,
    )  # fmt: skip
    if direct:
        return [joined]
    invited = BotInvited(
        key=known.key("invited", chat.id, number), account=known.account, room=str(chat.id), at=update.date,
        person=person(known, chat.id, update.from_user), name=name,
    )  # fmt: skip
    return [invited, joined]


def _out(known: Known, update: ChatMemberUpdated, number: int) -> Value:
    return RoomLost(
        key=known.key("out", update.chat.id, number), account=known.account, room=str(update.chat.id), at=update.date,
        reason="removed",
    )  # fmt: skip
