"""From a message to what it says: words, a command, or what happened to the chat. Pure."""

from __future__ import annotations

from adapters.telegram.api.ids import message_id, room_of
from adapters.telegram.api.types import CHANNEL, PRIVATE, SUPERGROUP, Entity, Message, moment
from adapters.telegram.inbound import commands, files, service_messages
from adapters.telegram.rooms.people import author, in_the_name_of, person
from adapters.telegram.rooms.state import Known
from bots.core.inbound import Attachment, BotJoined, CommandInvoked, MessageEdited, MessagePosted, Person, Quoted, Value


def said(known: Known, message: Message) -> list[Value]:
    """A new message; one that nobody wrote, or that another bot is meant by, says nothing."""
    if message.chat.type == CHANNEL:
        return []
    text, direct = message.words, message.chat.type == PRIVATE
    attachments = files.carried(message, known.account) if message.text is None else ()
    if not text and not attachments and (happened := service_messages.happened(known, message)) is not None:
        return happened
    who = author(known, message)
    if who is None:
        return []
    if text[:1] == "/":
        line = commands.command(known, text, direct=direct)
        if line is not None:
            return [_stage(known, message), _command(known, message, who, line)]
        if commands.looks_like_one(text):
            return []
    post = _post(known, message, who, attachments)
    return [_stage(known, message), post] if direct else [post]


def edited(known: Known, message: Message, update: int) -> list[Value]:
    """The author gave a message a new text; one that makes a command of it is not obeyed. Two changes within a second
    bear the same date: the update tells them apart."""
    who, text = author(known, message), message.words
    if who is None or commands.looks_like_one(text) or message.edit_date is None:
        return []
    if not text and not files.carried(message, known.account):
        return []  # a place that moves, and the like
    name = message_id(message.chat.id, message.message_id)
    return [
        MessageEdited(
            key=known.key("edit", name, message.edit_date, update), account=known.account, room=room_of(message),
            at=moment(message.edit_date), person=who, message=name, text=text,
        )
    ]  # fmt: skip


def _post(known: Known, message: Message, who: Person, attachments: tuple[Attachment, ...]) -> MessagePosted:
    name = message_id(message.chat.id, message.message_id)
    return MessagePosted(
        key=known.key(name), account=known.account, room=room_of(message), at=message.at, person=who, message=name,
        text=message.words, reply_to=_reply_to(message), mentions=_mentions(known, message), link=link(message),
        attachments=attachments, album=message.media_group_id or "", direct=message.chat.type == PRIVATE,
    )  # fmt: skip


def _command(known: Known, message: Message, who: Person, line: str) -> CommandInvoked:
    name = message_id(message.chat.id, message.message_id)
    return CommandInvoked(
        key=known.key(name), account=known.account, room=room_of(message), at=message.at, person=who, line=line,
        message=name, reply_to=_reply_to(message), quoted=_quoted(known, message), mentions=_mentions(known, message),
        direct=message.chat.type == PRIVATE,
    )  # fmt: skip


def _stage(known: Known, message: Message) -> BotJoined:
    """The room of a command, in case the core has not heard of it: a topic, a private talk, a group it was in before.
    Said under the same key each time, so it counts once."""
    direct, here = message.chat.type == PRIVATE, room_of(message)
    return BotJoined(
        key=known.key("room", here), account=known.account, room=here, at=message.at,
        name=_topic(message) or message.chat.name, direct=direct, quiet=True,
        parent=str(message.chat.id) if message.topic else "",
    )  # fmt: skip


def _topic(message: Message) -> str:
    """`Garden / Events`, where the message tells what its topic is called."""
    root = message.reply_to_message
    created = root.forum_topic_created if root is not None else None
    return f"{message.chat.name} / {created.name}" if created is not None else ""


def _replied(message: Message) -> Message | None:
    """What a message replies to. What is said in a topic without replying names the topic's first message: no reply."""
    reply = message.reply_to_message
    return None if reply is None or reply.message_id == message.topic else reply


def _reply_to(message: Message) -> str | None:
    reply = _replied(message)
    return message_id(reply.chat.id, reply.message_id) if reply is not None else None


def _quoted(known: Known, message: Message) -> Quoted | None:
    """The message that a command is about, whole: Telegram can't be asked for it."""
    reply = _replied(message)
    who = _speaker(known, reply) if reply is not None else None
    if reply is None or who is None:
        return None
    return Quoted(
        person=who, text=reply.words, link=link(reply), posted=reply.at, attachments=files.carried(reply, known.account)
    )


def _speaker(known: Known, message: Message) -> Person | None:
    """Whose words are quoted: the linked channel's count as the channel's, a bot's as a bot's."""
    if message.sender_chat is not None:
        return in_the_name_of(message.chat, message.sender_chat)
    return person(known, message.chat.id, message.author) if message.author is not None else None


def _mentions(known: Known, message: Message) -> tuple[str, ...]:
    """The persons named: by id, or by `@name` where the bot has met who bears it since it started.

    https://core.telegram.org/bots/api#messageentity
    """
    named = (_named(known, message.words, entity) for entity in message.entities or message.caption_entities)
    return tuple(dict.fromkeys(str(user) for user in named if user is not None and user != known.me))


def _named(known: Known, words: str, entity: Entity) -> int | None:
    if entity.type == "mention":
        return known.users.get(entity.of(words).removeprefix("@").lower())
    return entity.user.id if entity.user is not None else None


def link(message: Message) -> str:
    """The address of a message, for members; empty in private talks and basic groups, which have none.

    https://core.telegram.org/api/links#message-links
    """
    chat = message.chat
    thread = f"/{message.topic}" if message.topic else ""
    if chat.username and chat.type != PRIVATE:
        return f"https://t.me/{chat.username}{thread}/{message.message_id}"
    if chat.type != SUPERGROUP:
        return ""
    return f"https://t.me/c/{str(chat.id).removeprefix('-100')}{thread}/{message.message_id}"
