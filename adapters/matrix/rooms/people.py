"""Persons and times from Matrix."""

from __future__ import annotations

from datetime import UTC, datetime

from nio.events import BadEvent, Event
from nio.rooms import MatrixRoom

from adapters.matrix.rooms.state import AdapterState
from bots.core.inbound import Person

_EARLIEST, _LATEST = -62_135_596_800_000, 253_402_300_799_000  # milliseconds: the range of a datetime


def person(state: AdapterState, room: MatrixRoom, user: str) -> Person:
    """Return a person with their display name in the room."""
    member = room.users.get(user)
    name = member.display_name if member is not None else None
    return Person(platform="matrix", user=user, name=name or localpart(user), admin=state.is_admin(room.room_id, user))


def localpart(user: str) -> str:
    """Return `anna` for `@anna:example.org`, the name of a person without a display name."""
    return user[1:].split(":", 1)[0] or user


def sent_at(event: Event | BadEvent) -> datetime:
    """Return the time of an event."""
    return to_datetime(event.server_timestamp)


def to_datetime(milliseconds: int) -> datetime:
    """Convert a Matrix timestamp, limited to the range of a datetime. Other homeservers may send any number."""
    return datetime.fromtimestamp(max(_EARLIEST, min(milliseconds, _LATEST)) / 1000, UTC)
