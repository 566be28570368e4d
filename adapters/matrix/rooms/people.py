"""Persons, times and the common fields of Matrix events."""

from __future__ import annotations

from datetime import UTC, datetime

from nio.events import BadEvent, Event
from nio.rooms import MatrixRoom

from adapters.matrix.rooms.state import AdapterState
from bots.core.inbound.base import CommonFields, Person, PersonFields

_EARLIEST, _LATEST = -62_135_596_800_000, 253_402_300_799_000  # milliseconds: the range of a datetime


def person(state: AdapterState, room: MatrixRoom, user: str) -> Person:
    """Return a person with their display name in the room."""
    member = room.users.get(user)
    name = member.display_name if member is not None else None
    admin = state.power_levels_of(room.room_id).is_admin(user)
    return Person(platform="matrix", user=user, name=name or localpart(user), admin=admin)


def common_fields(state: AdapterState, room: str, event: Event | BadEvent) -> CommonFields:
    """Return the fields that all inbound values of an event have."""
    return {"key": f"{state.account}:{event.event_id}", "account": state.account, "room": room, "at": sent_at(event)}


def sender_fields(state: AdapterState, room: MatrixRoom, event: Event | BadEvent) -> PersonFields:
    """Return the fields that all inbound values of an event have, with its sender as the person."""
    return {**common_fields(state, room.room_id, event), "person": person(state, room, event.sender)}


def localpart(user: str) -> str:
    """Return `anna` for `@anna:example.org`, the name of a person without a display name."""
    return user[1:].split(":", 1)[0] or user


def sent_at(event: Event | BadEvent) -> datetime:
    """Return the time of an event."""
    return to_datetime(event.server_timestamp)


def to_datetime(milliseconds: int) -> datetime:
    """Convert a Matrix timestamp, limited to the range of a datetime. Other homeservers may send any number."""
    return datetime.fromtimestamp(max(_EARLIEST, min(milliseconds, _LATEST)) / 1000, UTC)
