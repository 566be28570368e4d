"""Chats, topics and memberships: https://core.telegram.org/bots/api#chat"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.standins.telegram.users import BotAccount, Json, User

if TYPE_CHECKING:
    from tests.standins.telegram.messages import Message

ADMIN_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_send_welcome_messages",
)  # fmt: skip
GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")
PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users",
    "can_pin_messages", "can_manage_topics",
)  # fmt: skip
PRESENT = ("creator", "administrator", "member", "restricted")


@dataclass
class Member:
    """A user's status in a chat."""

    user: User
    status: str = "member"
    rights: dict[str, bool] = field(default_factory=dict)
    anonymous: bool = False
    title: str | None = None

    @property
    def present(self) -> bool:
        """Whether the user is in the chat."""
        return self.status in PRESENT

    @property
    def admin(self) -> bool:
        """Whether the user is the owner or an administrator."""
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        """Whether an administrator has this right, or a restricted member this permission."""
        if self.status == "creator":
            return True
        return self.rights.get(right, self.status == "member") if self.status != "administrator" else self.rights[right]

    def json(self) -> Json:
        """Return the ChatMember object."""
        told: Json = {"user": self.user.json(), "status": self.status}
        if self.status == "creator":
            told["is_anonymous"] = self.anonymous
        elif self.status == "administrator":
            told |= {"can_be_edited": False, "is_anonymous": self.anonymous, **self.rights}
        elif self.status == "restricted":
            told |= {"is_member": True, "until_date": 0, **{name: self.rights.get(name, True) for name in PERMISSIONS}}
        elif self.status == "kicked":
            told["until_date"] = 0
        if self.title and self.admin:
            told["custom_title"] = self.title
        return told


@dataclass
class Topic:
    """A topic of a forum. `created` is the service message with its id."""

    id: int
    name: str
    created: Message
    closed: bool = False
    deleted: bool = False


@dataclass(eq=False)
class Chat:
    """A chat. `private` has the person and the bot, who know the chat by the other's id."""

    id: int
    kind: str
    title: str | None = None
    username: str | None = None
    forum: bool = False
    big: bool = False
    private: tuple[User, BotAccount] | None = None
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    general_closed: bool = False
    linked: Chat | None = None
    moved_to: int | None = None
    last_message: int = 0
    last_bot: int = 0

    def json(self) -> Json:
        """Return the Chat object."""
        if self.private:
            told = {
                k: v for k, v in self.private[0].json().items() if k in {"id", "first_name", "last_name", "username"}
            }
            return told | {"type": "private"}
        named: Json = {"id": self.id, "type": self.kind, "title": self.title}
        if self.username:
            named["username"] = self.username
        return named | ({"is_forum": True} if self.forum else {})

    def member(self, user: User) -> Member:
        """Return a user's membership, or "left" for a stranger."""
        return self.members.get(user.id) or Member(user, "left")

    def present(self, user: User) -> bool:
        """Whether the user is in the chat."""
        return self.member(user).present or (self.private is not None and user in self.private)

    def bots(self) -> list[BotAccount]:
        """The bots in the chat."""
        if self.private:
            return [self.private[1]]
        return [one.user for one in self.members.values() if isinstance(one.user, BotAccount) and one.present]

    def all_rights(self) -> dict[str, bool]:
        """All rights of an administrator in this chat."""
        more = CHANNEL_RIGHTS if self.kind == "channel" else GROUP_RIGHTS
        return dict.fromkeys((*ADMIN_RIGHTS, *more), True)

    def full(self) -> Json:
        """Return the ChatFullInfo object: https://core.telegram.org/bots/api#chatfullinfo"""
        gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
        told = self.json() | {
            "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts, False),
        }  # fmt: skip
        if self.kind in {"group", "supergroup"}:
            told["permissions"] = dict.fromkeys(PERMISSIONS, True)
        if self.linked is not None:
            told["linked_chat_id"] = self.linked.id
        return told
