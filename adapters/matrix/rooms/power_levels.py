"""Who may do what in a room, by its newest power levels.

https://spec.matrix.org/v1.11/client-server-api/#mroompower_levels
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from adapters.matrix.api.content import named


class Powers(msgspec.Struct, frozen=True):
    """Who may change the room's settings: the `state_default` of m.room.power_levels, which is 50 when not set; and who
    may send what: `events`, and for all else `events_default`, which is 0 when not set.

    From room version 12 on creators stand above all levels; before a room has power levels its creator has 100.
    https://spec.matrix.org/v1.16/rooms/v12/
    """

    users: Mapping[str, int] = {}
    users_default: int = 0
    state_default: int = 50
    events: Mapping[str, int] = {}
    events_default: int = 0
    levelled: bool = False
    maker: str = ""
    creators: frozenset[str] = frozenset()
    above_all: bool = False
    predecessor: str = ""

    def manages(self, user: str) -> bool:
        """Whether the user is what the core calls an admin of the room."""
        return self._reaches(user, self.state_default)

    def may_send(self, user: str, kind: str) -> bool:
        """Whether the user may send message events of this type."""
        return self._reaches(user, self.needed(kind))

    def needed(self, kind: str) -> int:
        """The level that sending message events of this type takes."""
        return self.events.get(kind, self.events_default)

    def _reaches(self, user: str, level: int) -> bool:
        if user in self.creators and (self.above_all or not self.levelled):
            return True
        return self.users.get(user, self.users_default) >= level

    def with_levels(self, content: Mapping[str, object]) -> Powers:
        """After an m.room.power_levels event."""
        return msgspec.structs.replace(
            self,
            users=_levels(content.get("users")),
            users_default=_level(content.get("users_default"), 0),
            state_default=_level(content.get("state_default"), 50),
            events=_levels(content.get("events")),
            events_default=_level(content.get("events_default"), 0),
            levelled=True,
        )

    def with_creation(self, sender: str, content: Mapping[str, object]) -> Powers:
        """After the m.room.create event."""
        more = content.get("additional_creators")
        others = [user for user in more if isinstance(user, str)] if isinstance(more, list) else []
        version = str(content.get("room_version", "1"))
        above_all = (version.isdigit() and int(version) >= 12) or version.startswith("org.matrix.hydra")
        before = content.get("predecessor")
        predecessor = named(before.get("room_id")) if isinstance(before, dict) else None
        return msgspec.structs.replace(
            self, maker=sender, creators=frozenset([sender, *others]), above_all=above_all,
            predecessor=predecessor or "",
        )  # fmt: skip


def _levels(stated: object) -> dict[str, int]:
    """Levels by user or type."""
    return {name: _level(level, 0) for name, level in stated.items()} if isinstance(stated, dict) else {}


def _level(value: object, default: int) -> int:
    """Room versions before 10 allow levels as text."""
    if isinstance(value, int):
        return value
    try:
        return int(value) if isinstance(value, str) else default
    except ValueError:
        return default
