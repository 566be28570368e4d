"""Permissions in a room, from its power levels.

https://spec.matrix.org/v1.11/client-server-api/#mroompower_levels
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from adapters.matrix.api.content import valid_id


class PowerLevels(msgspec.Struct, frozen=True):
    """The power levels of a room.

    Before a room has power levels, its creator has 100. Since room version 12, creators are above all levels.
    https://spec.matrix.org/v1.16/rooms/v12/
    """

    users: Mapping[str, int] = {}
    users_default: int = 0
    state_default: int = 50
    events: Mapping[str, int] = {}
    events_default: int = 0
    redact: int = 50
    is_set: bool = False
    creator: str = ""
    creators: frozenset[str] = frozenset()
    creators_above_all: bool = False
    predecessor: str = ""

    def is_admin(self, user: str) -> bool:
        """Return whether the user may change the room's settings, which makes them an admin for the core."""
        return self._has_level(user, self.state_default)

    def may_redact(self, user: str) -> bool:
        """Return whether the user may redact other people's messages, and so end their polls for all clients."""
        return self._has_level(user, self.redact)

    def may_send(self, user: str, kind: str) -> bool:
        """Return whether the user may send message events of this type."""
        return self._has_level(user, self.required_level(kind))

    def required_level(self, kind: str) -> int:
        """Return the level that a user needs to send message events of this type."""
        return self.events.get(kind, self.events_default)

    def _has_level(self, user: str, level: int) -> bool:
        if user in self.creators and (self.creators_above_all or not self.is_set):
            return True
        return self.users.get(user, self.users_default) >= level

    def with_levels(self, content: Mapping[str, object]) -> PowerLevels:
        """Return the levels after an m.room.power_levels event."""
        return msgspec.structs.replace(
            self,
            users=_levels(content.get("users")),
            users_default=_level(content.get("users_default"), 0),
            state_default=_level(content.get("state_default"), 50),
            events=_levels(content.get("events")),
            events_default=_level(content.get("events_default"), 0),
            redact=_level(content.get("redact"), 50),
            is_set=True,
        )

    def with_creation(self, sender: str, content: Mapping[str, object]) -> PowerLevels:
        """Return the levels after the m.room.create event."""
        more = content.get("additional_creators")
        others = [user for user in more if isinstance(user, str)] if isinstance(more, list) else []
        version = str(content.get("room_version", "1"))
        above_all = (version.isdigit() and int(version) >= 12) or version.startswith("org.matrix.hydra")
        old = content.get("predecessor")
        predecessor = valid_id(old.get("room_id")) if isinstance(old, dict) else None
        return msgspec.structs.replace(
            self, creator=sender, creators=frozenset([sender, *others]), creators_above_all=above_all,
            predecessor=predecessor or "",
        )  # fmt: skip


def _levels(value: object) -> dict[str, int]:
    """Parse levels by user or type."""
    return {name: _level(level, 0) for name, level in value.items()} if isinstance(value, dict) else {}


def _level(value: object, default: int) -> int:
    """Parse a level. Room versions before 10 allow text."""
    if isinstance(value, int):
        return value
    try:
        return int(value) if isinstance(value, str) else default
    except ValueError:
        return default
