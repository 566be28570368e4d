"""Who may do what: the platform's own right over the room, or a role given by name."""

from __future__ import annotations

from enum import StrEnum


class Right(StrEnum):
    """What a command asks of the person who types it."""

    ANYONE = "anyone"
    CONNECTOR = "connector"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


_ENOUGH = {
    Right.ANYONE: frozenset({"anyone"}),
    Right.CONNECTOR: frozenset({"connector", "coordinator", "admin"}),
    Right.COORDINATOR: frozenset({"coordinator"}),
    Right.ADMIN: frozenset({"admin"}),
}


def allowed(right: Right, roles: frozenset[str], *, admin: bool, highlights_room: bool) -> bool:
    """Whether these roles are enough. Who manages a network's highlights room coordinates the network."""
    held = set(roles) | {"anyone"}
    if admin:
        held.add("admin")
        if highlights_room:
            held.add("coordinator")
    return bool(held & _ENOUGH[right])
