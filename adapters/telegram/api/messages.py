"""Messages of the Bot API and what they contain, with the fields that this adapter uses."""

from __future__ import annotations

from datetime import datetime

import msgspec

from adapters.telegram.api.chats import Chat, User, moment


class Entity(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#messageentity; offset and length count UTF-16 units."""

    type: str
    offset: int = 0
    length: int = 0
    user: User | None = None

    def of(self, text: str) -> str:
        """Return the part of the text that the entity marks."""
        begin, end = 2 * self.offset, 2 * (self.offset + self.length)
        return text.encode("utf-16-le")[begin:end].decode("utf-16-le", "replace")


class File(msgspec.Struct, frozen=True):
    """Any of the file objects; all have a file id. https://core.telegram.org/bots/api#available-types"""

    file_id: str
    file_size: int = 0
    file_name: str | None = None
    mime_type: str | None = None
    emoji: str | None = None
    is_animated: bool = False
    is_video: bool = False


class Topic(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#forumtopiccreated"""

    name: str


class Marker(msgspec.Struct, frozen=True):
    """An object whose content doesn't matter, only its presence."""


class Message(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#message; a date of 0 marks a message that the bot can't access (ids only)."""

    message_id: int
    date: int
    chat: Chat
    author: User | None = msgspec.field(default=None, name="from")
    sender_chat: Chat | None = None
    message_thread_id: int | None = None
    is_topic_message: bool = False
    is_automatic_forward: bool = False
    forward_origin: Marker | None = None
    via_bot: User | None = None
    author_signature: str | None = None
    reply_to_message: Message | None = None
    edit_date: int | None = None
    media_group_id: str | None = None
    text: str | None = None
    entities: tuple[Entity, ...] = ()
    caption: str | None = None
    caption_entities: tuple[Entity, ...] = ()
    has_media_spoiler: bool = False
    photo: tuple[File, ...] = ()
    animation: File | None = None
    document: File | None = None
    sticker: File | None = None
    voice: File | None = None
    audio: File | None = None
    video: File | None = None
    video_note: File | None = None
    location: Marker | None = None
    contact: Marker | None = None
    poll: Marker | None = None
    dice: Marker | None = None
    new_chat_members: tuple[User, ...] = ()
    left_chat_member: User | None = None
    new_chat_title: str | None = None
    migrate_to_chat_id: int | None = None
    migrate_from_chat_id: int | None = None
    forum_topic_created: Topic | None = None
    forum_topic_closed: Marker | None = None
    forum_topic_reopened: Marker | None = None
    general_forum_topic_hidden: Marker | None = None
    general_forum_topic_unhidden: Marker | None = None

    @property
    def at(self) -> datetime:
        """When the message was sent."""
        return moment(self.date)

    @property
    def plain_text(self) -> str:
        """The text, or the caption of a file."""
        return self.text or self.caption or ""

    @property
    def covered_text(self) -> str:
        """The text, with two bars around the words that people uncover themselves.

        Bars inside would end the cover. https://core.telegram.org/bots/api#messageentity
        """
        spoilers = [one for one in self.entities or self.caption_entities if one.type == "spoiler"]
        if not spoilers:
            return self.plain_text
        units, parts, end = self.plain_text.encode("utf-16-le", "surrogatepass"), list[str](), 0
        for one in sorted(spoilers, key=lambda entity: entity.offset):
            begin, close = max(end, 2 * one.offset), 2 * (one.offset + one.length)
            if begin < close:
                covered = _decode(units[begin:close]).replace("|", "¦")
                parts += [_decode(units[end:begin]), f"||{covered}||"]
                end = close
        return "".join([*parts, _decode(units[end:])])

    @property
    def foreign(self) -> bool:
        """Whether somebody else wrote the words: the message is forwarded, or an inline bot made it."""
        return self.forward_origin is not None or self.via_bot is not None

    @property
    def topic(self) -> int | None:
        """The forum topic of the message. In other groups, a thread id only marks replies."""
        return self.message_thread_id if self.is_topic_message else None


def _decode(units: bytes) -> str:
    return units.decode("utf-16-le", "replace")
