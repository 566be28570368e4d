"""Users, chats and memberships of the Bot API, with the fields that this adapter uses."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

PRIVATE, GROUP, SUPERGROUP, CHANNEL = "private", "group", "supergroup", "channel"


def moment(seconds: int) -> datetime:
    """Convert a Unix time in seconds."""
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
        """First and last name."""
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


class Membership(msgspec.Struct, frozen=True):
    """https://core.telegram.org/bots/api#chatmember, all its kinds in one; fields that a kind lacks are None."""

    user: User
    status: str
    is_member: bool | None = None
    is_anonymous: bool = False
    custom_title: str | None = None
    can_change_info: bool | None = None
    can_invite_users: bool | None = None
    can_send_messages: bool | None = None
    can_send_polls: bool | None = None
    can_send_photos: bool | None = None
    can_send_documents: bool | None = None

    @property
    def present(self) -> bool:
        """Whether the user is in the chat."""
        return bool(self.is_member) if self.status == "restricted" else self.status not in ("left", "kicked")

    @property
    def administers(self) -> bool:
        """Whether the user owns the chat or is an administrator of it."""
        return self.status in ("creator", "administrator")

    @property
    def manages(self) -> bool:
        """Whether the user owns the chat or may change its title, picture and description."""
        return self.status == "creator" or (self.status == "administrator" and bool(self.can_change_info))
