"""Translate messages: a post, a command, or an event that a service message reports. Pure."""

from __future__ import annotations

from msgspec import structs

from adapters.telegram.api.chats import CHANNEL, PRIVATE, SUPERGROUP, moment
from adapters.telegram.api.ids import message_id, room_of_message
from adapters.telegram.api.messages import Entity, Message
from adapters.telegram.inbound import command_parsing, service_messages
from adapters.telegram.inbound.attachments import message_attachments
from adapters.telegram.rooms.people import message_author
from adapters.telegram.rooms.state import AdapterState
from bots.core import inbound
from bots.core.inbound import Attachment, Person, Value


def message_posted(state: AdapterState, message: Message) -> list[Value]:
    """Translate a new message, unless it is a bot's, is for another bot, or is forwarded from the linked channel."""
    if message.chat.type == CHANNEL:
        return []
    text, direct = message.covered_text, message.chat.type == PRIVATE
    attachments = message_attachments(message, state.account) if message.text is None else ()
    if not text and not attachments and (values := service_messages.service_message(state, message)) is not None:
        return values
    person = message_author(state, message)
    if person is None or person.bot or message.is_automatic_forward:
        return []
    if text[:1] == "/" and not message.foreign:
        line = command_parsing.parse_command(state, text, direct=direct)
        if line is not None:
            return [_room(state, message), _command(state, message, person, line)]
        if command_parsing.is_command(text):
            return []
    post = _post(state, message, person, attachments)
    return [_room(state, message), post] if direct else [post]


def message_edited(state: AdapterState, message: Message, update: int) -> list[Value]:
    """Translate an edit; the message may be a command now. Ignore a command of another bot.

    Two edits within a second have the same date, so the key contains the number of the update.
    """
    person, text = message_author(state, message), message.covered_text
    if person is None or person.bot or message.is_automatic_forward or message.foreign or message.edit_date is None:
        return []
    if not text and not message_attachments(message, state.account):
        return []  # For example a live location.
    name = message_id(message.chat.id, message.message_id)
    edited_at = moment(message.edit_date)
    fields = state.fields(room_of_message(message), edited_at, "edit", name, message.edit_date, update)
    if command_parsing.is_command(text):
        line = command_parsing.parse_command(state, text, direct=message.chat.type == PRIVATE)
        if line is None:
            return []
        return [structs.replace(_command(state, message, person, line), **fields, edited=True)]
    return [inbound.MessageEdited(**fields, person=person, message=name, text=text)]


def _post(state: AdapterState, message: Message, person: Person, attachments: tuple[Attachment, ...]) -> Value:
    """Return a post. Words of somebody else answer nothing for the person who passes them on, so leave them out."""
    name = message_id(message.chat.id, message.message_id)
    return inbound.MessagePosted(
        **state.fields(room_of_message(message), message.at, name), person=person,
        message=name, text="" if message.foreign else message.covered_text, reply_to=_reply_to(message),
        mentions=_mentions(state, message), link=message_link(message), attachments=attachments,
        album=message.media_group_id or "",
        direct=message.chat.type == PRIVATE, addressed=not message.foreign and _mentions_bot(state, message),
        foreign=message.foreign,
    )  # fmt: skip


def _command(state: AdapterState, message: Message, person: Person, line: str) -> inbound.CommandInvoked:
    name = message_id(message.chat.id, message.message_id)
    return inbound.CommandInvoked(
        **state.fields(room_of_message(message), message.at, name), person=person, line=line, message=name,
        reply_to=_reply_to(message), quoted=_quoted(state, message), mentions=_mentions(state, message),
        direct=message.chat.type == PRIVATE,
    )  # fmt: skip


def _room(state: AdapterState, message: Message) -> inbound.BotJoined:
    """Report the room of a command, in case the core does not know it yet.

    It may be a topic, a private chat, or a group that the bot joined long ago. The key is the same each time, so the
    core counts it once.
    """
    direct, room = message.chat.type == PRIVATE, room_of_message(message)
    return inbound.BotJoined(
        **state.fields(room, message.at, "room", room), name=_topic_name(message) or message.chat.name, direct=direct,
        quiet=True, parent=str(message.chat.id) if message.topic else "",
    )  # fmt: skip


def _topic_name(message: Message) -> str:
    """Return `Garden / Events`, where the message contains the name of its topic; otherwise nothing."""
    root = message.reply_to_message
    created = root.forum_topic_created if root is not None else None
    return f"{message.chat.name} / {created.name}" if created is not None else ""


def _replied_message(message: Message) -> Message | None:
    """Return the message this one replies to. A plain message in a topic refers to the topic's first: not a reply."""
    reply = message.reply_to_message
    return None if reply is None or reply.message_id == message.topic else reply


def _reply_to(message: Message) -> str | None:
    reply = _replied_message(message)
    return message_id(reply.chat.id, reply.message_id) if reply is not None else None


def _quoted(state: AdapterState, message: Message) -> inbound.QuotedMessage | None:
    """Return the whole message that a command replies to, because bots can't fetch messages from Telegram."""
    reply = _replied_message(message)
    if reply is None or (person := message_author(state, reply)) is None:
        return None
    return inbound.QuotedMessage(
        person=person, text=reply.covered_text, link=message_link(reply), posted=reply.at,
        attachments=message_attachments(reply, state.account), foreign=reply.foreign,
    )  # fmt: skip


def _mentions(state: AdapterState, message: Message) -> tuple[str, ...]:
    """Return the users mentioned by id, or by a `@username` that the bot has seen since it started.

    https://core.telegram.org/bots/api#messageentity
    """
    users = (_mentioned(state, message.plain_text, entity) for entity in message.entities or message.caption_entities)
    return tuple(dict.fromkeys(str(user) for user in users if user is not None and user != state.bot_id))


def _mentions_bot(state: AdapterState, message: Message) -> bool:
    """Return whether a message mentions the bot by its username, or by its id."""
    entities = message.entities or message.caption_entities
    name = f"@{state.username.lower()}"
    return any(
        (entity.type == "mention" and entity.of(message.plain_text).lower() == name)
        or (entity.user is not None and entity.user.id == state.bot_id)
        for entity in entities
    )


def _mentioned(state: AdapterState, text: str, entity: Entity) -> int | None:
    if entity.type == "mention":
        return state.user_ids.get(entity.of(text).removeprefix("@").lower())
    return entity.user.id if entity.user is not None else None


def message_link(message: Message) -> str:
    """Return the message's address for members; empty in private chats and basic groups, which have none.

    https://core.telegram.org/api/links#message-links
    """
    chat = message.chat
    thread = f"/{message.topic}" if message.topic else ""
    if chat.username and chat.type != PRIVATE:
        return f"https://t.me/{chat.username}{thread}/{message.message_id}"
    if chat.type != SUPERGROUP:
        return ""
    return f"https://t.me/c/{str(chat.id).removeprefix('-100')}{thread}/{message.message_id}"
