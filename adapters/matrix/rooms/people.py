"""Persons and moments, as Matrix states them."""

from __future__ import annotations

from datetime import UTC, datetime

from nio.rooms import MatrixRoom

from adapters.matrix.rooms.state import Known
from bots.core.inbound import Person

_EARLIEST, _LATEST = -62_135_596_800_000, 253_402_300_799_000
"""Milliseconds: the first and last moment a datetime can hold. Other homeservers may state any time."""


def person(known: Known, room: MatrixRoom, user: str) -> Person:
    """A person as the room shows them."""
    member = room.users.get(user)
    name = member.display_name if member is not None else None
    return Person(platform="matrix", user=user, name=name or localpart(user), admin=known.manages(room.room_id, user))


def localpart(user: str) -> str:
    """`anna` of `@anna:example.org`: the name of who has set none."""
    return user[1:].split(":", 1)[0] or user


def moment(milliseconds: int) -> datetime:
    """A Matrix timestamp, held within what a datetime can say."""
    return datetime.fromtimestamp(max(_EARLIEST, min(milliseconds, _LATEST)) / 1000, UTC)
