"""Updates of the Bot API, with the fields that this adapter uses. https://core.telegram.org/bots/api#update

Decoding checks every type, so that a malformed update is found before it does harm, and costs a fraction of what a full
client library takes.
"""

from __future__ import annotations

import msgspec

from adapters.telegram.api.chats import Chat, Membership, User
from adapters.telegram.api.messages import Message


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


class MemberChange(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#chatmemberupdated"""

    chat: Chat
    date: int
    author: User = msgspec.field(name="from")
    old_chat_member: Membership = msgspec.field()
    new_chat_member: Membership = msgspec.field()


class JoinRequest(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#chatjoinrequest"""

    chat: Chat
    date: int
    user_chat_id: int
    author: User = msgspec.field(name="from")


class Update(msgspec.Struct, frozen=True):
    """One event; exactly one of the optional fields is set."""

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
        """The chat of the event; None for a vote, which names no chat."""
        for part in (self.message, self.edited_message, self.message_reaction, self.chat_member, self.my_chat_member):
            if part is not None:
                return part.chat
        if self.callback_query is not None and self.callback_query.message is not None:
            return self.callback_query.message.chat
        return self.chat_join_request.chat if self.chat_join_request is not None else None

    @property
    def actor(self) -> User | None:
        """The user who caused the event, where the update says so; the member of a membership change."""
        for part in (self.message, self.callback_query):
            if part is not None:
                return part.author
        if self.chat_member is not None:
            return self.chat_member.new_chat_member.user
        return self.message_reaction.user if self.message_reaction is not None else None


class GetUpdatesResponse(msgspec.Struct, frozen=True):
    """The response to getUpdates, each update still undecoded."""

    result: tuple[msgspec.Raw, ...]


ALLOWED_UPDATES = Update.__struct_fields__[1:]
"""The updates to ask for. Always send the list: without it Telegram keeps the last setting; with an empty one it sends
neither member changes nor reactions. https://core.telegram.org/bots/api#getupdates
"""
