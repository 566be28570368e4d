"""The objects of the Bot API in which updates come, as far as this door looks at them; all else is passed over.

Decoding checks each type, so that what is not as described is found before it does harm, and costs a fraction of what a
full client library takes. https://core.telegram.org/bots/api#update
"""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

PRIVATE, GROUP, SUPERGROUP, CHANNEL = "private", "group", "supergroup", "channel"


def moment(seconds: int) -> datetime:
    """A time as Telegram states it."""
    return datetime.fromtimestamp(seconds, UTC)


class User(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#user"""

    id: int
    is_bot: bool
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None

    @property
    def name(self) -> str:
        """First and last."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


class Chat(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#chat"""

    id: int
    type: str
    title: str | None = None
    username: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    is_forum: bool = False

    @property
    def name(self) -> str:
        """The title of a group, the name of a person."""
        return self.title or " ".join(part for part in (self.first_name, self.last_name) if part)


class Entity(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#messageentity"""

    type: str
    offset: int = 0
    length: int = 0
    user: User | None = None

    def of(self, text: str) -> str:
        """The words it is about; it counts in UTF-16 units."""
        begin, end = 2 * self.offset, 2 * (self.offset + self.length)
        return text.encode("utf-16-le")[begin:end].decode("utf-16-le", "replace")


class File(msgspec.Struct, frozen=True):
    """Any of the file objects: they have their id in common. https://core.telegram.org/bots/api#available-types"""

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


class Sign(msgspec.Struct, frozen=True):
    """A field whose presence is all it says."""


class Message(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#message; with a date of 0 it is too old to be seen, and only names itself."""

    message_id: int
    date: int
    chat: Chat
    author: User | None = msgspec.field(default=None, name="from")
    sender_chat: Chat | None = None
    message_thread_id: int | None = None
    is_topic_message: bool = False
    is_automatic_forward: bool = False
    reply_to_message: Message | None = None
    edit_date: int | None = None
    media_group_id: str | None = None
    text: str | None = None
    entities: tuple[Entity, ...] = ()
    caption: str | None = None
    caption_entities: tuple[Entity, ...] = ()
    photo: tuple[File, ...] = ()
    animation: File | None = None
    document: File | None = None
    sticker: File | None = None
    voice: File | None = None
    audio: File | None = None
    video: File | None = None
    video_note: File | None = None
    location: Sign | None = None
    contact: Sign | None = None
    poll: Sign | None = None
    dice: Sign | None = None
    new_chat_members: tuple[User, ...] = ()
    left_chat_member: User | None = None
    new_chat_title: str | None = None
    migrate_to_chat_id: int | None = None
    migrate_from_chat_id: int | None = None
    forum_topic_created: Topic | None = None
    forum_topic_closed: Sign | None = None
    forum_topic_reopened: Sign | None = None
    general_forum_topic_hidden: Sign | None = None
    general_forum_topic_unhidden: Sign | None = None

    @property
    def at(self) -> datetime:
        """When it was sent."""
        return moment(self.date)

    @property
    def words(self) -> str:
        """The text, or what stands below a file."""
        return self.text or self.caption or ""

    @property
    def topic(self) -> int | None:
        """The forum topic it stands in. In other groups, a thread id only marks replies."""
        return self.message_thread_id if self.is_topic_message else None


class CallbackQuery(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#callbackquery"""

    id: str
    author: User = msgspec.field(name="from")
    message: Message | None = None
    data: str | None = None


class PollAnswer(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#pollanswer"""

    poll_id: str
    option_ids: tuple[int, ...]
    user: User | None = None
    voter_chat: Chat | None = None


class ReactionType(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#reactiontype"""

    type: str
    emoji: str | None = None
    custom_emoji_id: str | None = None


class MessageReaction(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#messagereactionupdated"""

    chat: Chat
    message_id: int
    date: int
    old_reaction: tuple[ReactionType, ...]
    new_reaction: tuple[ReactionType, ...]
    user: User | None = None
    actor_chat: Chat | None = None


class Standing(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#chatmember, all its kinds in one: what a kind has not is None."""

    user: User
    status: str
    is_member: bool | None = None
    can_change_info: bool | None = None
    can_invite_users: bool | None = None
    can_send_messages: bool | None = None
    can_send_polls: bool | None = None
    can_send_photos: bool | None = None
    can_send_documents: bool | None = None

    @property
    def present(self) -> bool:
        """Whether who stands so is in the chat."""
        return bool(self.is_member) if self.status == "restricted" else self.status not in ("left", "kicked")

    @property
    def manages(self) -> bool:
        """Whether it lets somebody manage the chat: they own it, or may change its title, picture and description."""
        return self.status == "creator" or (self.status == "administrator" and bool(self.can_change_info))


class MemberChange(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#chatmemberupdated"""

    chat: Chat
    date: int
    author: User = msgspec.field(name="from")
    old_chat_member: Standing = msgspec.field()
    new_chat_member: Standing = msgspec.field()


class JoinRequest(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#chatjoinrequest"""

    chat: Chat
    date: int
    user_chat_id: int
    author: User = msgspec.field(name="from")


class Update(msgspec.Struct, frozen=True):
    """One of all that can happen. https://core.telegram.org/bots/api#update"""

    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: CallbackQuery | None = None
    poll_answer: PollAnswer | None = None
    message_reaction: MessageReaction | None = None
    my_chat_member: MemberChange | None = None
    chat_member: MemberChange | None = None
    chat_join_request: JoinRequest | None = None

    @property
    def chat(self) -> Chat | None:
        """Where it happened; None for a vote, which does not tell."""
        for part in (self.message, self.edited_message, self.message_reaction, self.chat_member, self.my_chat_member):
            if part is not None:
                return part.chat
        if self.callback_query is not None and self.callback_query.message is not None:
            return self.callback_query.message.chat
        return self.chat_join_request.chat if self.chat_join_request is not None else None

    @property
    def actor(self) -> User | None:
        """Who caused it, where that is told; of a membership whose it is."""
        for part in (self.message, self.callback_query):
            if part is not None:
                return part.author
        if self.chat_member is not None:
            return self.chat_member.new_chat_member.user
        return self.message_reaction.user if self.message_reaction is not None else None


class Answer(msgspec.Struct, frozen=True):
    """What getUpdates says: updates, each still as it came."""

    result: tuple[msgspec.Raw, ...]


ALLOWED = (
    "message", "edited_message", "callback_query", "poll_answer", "my_chat_member", "chat_member", "chat_join_request",
    "message_reaction",
)  # fmt: skip
"""All that is asked for, always by name: left out, the last setting stays; empty, members and reactions never come.

https://core.telegram.org/bots/api#getupdates
"""
