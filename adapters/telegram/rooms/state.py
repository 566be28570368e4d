"""What the door knows while it runs: who the bot is, the commands it takes, who manages which chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from adapters.telegram.api.types import User
from bots.commands.declaration import Command

_MOST_USERS = 50_000


@dataclass
class Known:
    """`me` is the bot's user id. `managers`: the users who manage a chat, for the chats that were asked about. `users`:
    the ids behind user names, of whoever was met since the start: no bot can ask for one."""

    account: str
    me: int
    username: str
    names: Mapping[str, Command] = field(default_factory=dict)
    reads_all: bool = True
    managers: dict[int, frozenset[int]] = field(default_factory=dict)
    users: dict[str, int] = field(default_factory=dict)

    def meet(self, user: User) -> None:
        """Somebody with a user name was seen."""
        if user.username is not None:
            if len(self.users) >= _MOST_USERS:
                self.users.clear()
            self.users[user.username.lower()] = user.id

    def key(self, *parts: object) -> str:
        """A value's key: the account, and what makes the event itself."""
        return ":".join(("telegram", self.account, *map(str, parts)))

    def manages(self, chat: int, user: int) -> bool:
        """Whether the user manages the chat, as far as is known."""
        return user in self.managers.get(chat, ())
