"""Permissions: the platform's own admin right over the room, or a role that somebody was given."""

from __future__ import annotations

from enum import StrEnum


class Right(StrEnum):
    """The right that a command requires."""

    ANYONE = "anyone"
    CONNECTOR = "connector"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


_SUFFICIENT_ROLES = {
    Right.ANYONE: frozenset({"anyone"}),
    Right.CONNECTOR: frozenset({"connector", "coordinator", "admin"}),
    Right.COORDINATOR: frozenset({"coordinator"}),
    Right.ADMIN: frozenset({"admin"}),
}


def allowed(right: Right, roles: frozenset[str], *, admin: bool, highlights_room: bool) -> bool:
    """Return whether these roles suffice. An admin of a network's highlights room counts as its coordinator."""
    held = set(roles) | {"anyone"}
    if admin:
        held.add("admin")
        if highlights_room:
            held.add("coordinator")
    return bool(held & _SUFFICIENT_ROLES[right])
