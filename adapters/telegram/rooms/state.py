"""The adapter's state while it runs: the bot, its commands, the admins of chats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from adapters.telegram.api.chats import Membership, User
from adapters.telegram.rooms.message_numbers import MessageNumbers
from bots.commands.declaration import Command
from bots.core.inbound.base import CommonFields

_MOST_USERS = 50_000


@dataclass(frozen=True)
class ChatAdmins:
    """The admins of a chat, by user id."""

    members: Mapping[int, Membership] = field(default_factory=dict)

    @classmethod
    def of(cls, members: Iterable[Membership]) -> ChatAdmins:
        """Collect the memberships that are an admin's."""
        return cls({member.user.id: member for member in members if member.administers})

    def manages(self, user: int) -> bool:
        """Return whether the user is an admin who manages the chat."""
        return user in self.members and self.members[user].manages

    def anonymous_manages(self, title: str | None) -> bool:
        """Return whether every anonymous admin with this custom title manages the chat.

        Telegram does not name the one who wrote. None: it does not tell the title either.
        """
        found = self._anonymous(title)
        return bool(found) and all(member.manages for member in found)

    def has_anonymous(self, title: str) -> bool:
        """Return whether there is an anonymous admin with this custom title."""
        return bool(self._anonymous(title))

    def _anonymous(self, title: str | None) -> list[Membership]:
        hidden = [member for member in self.members.values() if member.is_anonymous]
        return [member for member in hidden if title is None or (member.custom_title or "") == title]

    def after(self, change: Membership) -> ChatAdmins:
        """Return the admins after one membership changed."""
        others = [member for member in self.members.values() if member.user.id != change.user.id]
        return ChatAdmins.of([*others, change])


@dataclass
class AdapterState:
    """The state of one signed-in account.

    `admins`: the admins of each chat that `AdminCache` has fetched; `user_ids`: the user id of each username seen since
    the start, because bots can't look usernames up.
    """

    account: str
    bot_id: int
    username: str
    commands: Mapping[str, Command] = field(default_factory=dict)
    reads_all: bool = True
    admins: dict[int, ChatAdmins] = field(default_factory=dict)
    user_ids: dict[str, int] = field(default_factory=dict)
    message_numbers: MessageNumbers = field(default_factory=MessageNumbers)

    def admins_of(self, chat: int) -> ChatAdmins:
        """Return the admins of a chat; nobody while they are unknown."""
        return self.admins.get(chat) or ChatAdmins()

    def remember_username(self, user: User) -> None:
        """Remember the id of a user with a username."""
        if user.username is not None:
            if len(self.user_ids) >= _MOST_USERS:
                self.user_ids.clear()
            self.user_ids[user.username.lower()] = user.id

    def fields(self, room: str, at: datetime, *key: object) -> CommonFields:
        """Return the fields that all inbound values have. `key`: the parts that identify the event."""
        name = ":".join(("telegram", self.account, *map(str, key)))
        return {"key": name, "account": self.account, "room": room, "at": at}
