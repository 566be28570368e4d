"""Permissions: the platform's own admin right over the room, or a role that somebody was given.

A connector runs a community, in its rooms. A coordinator runs a network, in its rooms. In a room of a linked community,
a coordinator has the rights of any member, and those over what is the network's own (`Right.COORDINATOR`).
"""

from __future__ import annotations

from enum import StrEnum


class Right(StrEnum):
    """The right that a command requires."""

    ANYONE = "anyone"
    CONNECTOR = "connector"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


_IN_COMMUNITY = {
    Right.ANYONE: frozenset({"anyone"}),
    Right.CONNECTOR: frozenset({"connector", "admin"}),
    Right.COORDINATOR: frozenset({"coordinator"}),
    Right.ADMIN: frozenset({"admin"}),
}
_IN_NETWORK = {**_IN_COMMUNITY, Right.CONNECTOR: frozenset({"coordinator", "admin"})}
"""In a network's own room, coordinators may do what connectors do elsewhere."""


def allowed(right: Right, roles: frozenset[str], *, admin: bool, network_room: bool) -> bool:
    """Return whether these roles suffice. An admin of a network's room counts as its coordinator."""
    held = set(roles) | {"anyone"}
    if admin:
        held.add("admin")
        if network_room:
            held.add("coordinator")
    return bool(held & (_IN_NETWORK if network_room else _IN_COMMUNITY)[right])
