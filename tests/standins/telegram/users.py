"""People and bots on the platform: https://core.telegram.org/bots/api#user"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.standins.telegram.inbox import UpdateQueue

Json = dict[str, Any]


@dataclass(eq=False)
class User:
    """A person's account."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None
    is_bot: bool = False

    @property
    def full_name(self) -> str:
        """The name as clients show it."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def json(self) -> Json:
        """Return the User object."""
        told: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        more = (("last_name", self.last_name), ("username", self.username), ("language_code", self.language))
        return told | {name: value for name, value in more if value is not None}


ANONYMOUS = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
"""Stands for the group's admin who stays anonymous."""
CHANNEL_BOT = User(136817688, "Channel", username="Channel_Bot", is_bot=True)
"""Stands for who speaks as their channel."""
SERVICE = User(777000, "Telegram")
"""Forwards a channel's posts to its discussion group."""


@dataclass(eq=False)
class BotAccount(User):
    """A bot with its token, its settings at BotFather, and its own settings."""

    token: str = ""
    privacy: bool = True
    queue: UpdateQueue = field(init=False)
    opened: set[int] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    met: set[int] = field(default_factory=set)
    requests: dict[tuple[int, int], float] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def me(self) -> Json:
        """Return the answer to getMe."""
        return self.json() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
