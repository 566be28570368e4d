"""The adapter's state while it runs: the bot, its commands, the admins of chats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from adapters.telegram.api.chats import User
from bots.commands.declaration import Command
from bots.core.inbound.base import CommonFields

_MOST_USERS = 50_000


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
    admins: dict[int, frozenset[int]] = field(default_factory=dict)
    user_ids: dict[str, int] = field(default_factory=dict)

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
