"""Responses with events that nio cannot process: take these events out, and keep their payload.

Other homeservers and other people's clients write most of a response, so one event must not hold up the others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from nio.events import BadEvent, Event, RoomMemberEvent, ToDeviceEvent, UnknownBadEvent
from nio.events.account_data import AccountDataEvent
from nio.events.ephemeral import EphemeralEvent
from nio.events.invite_events import InviteEvent
from nio.events.presence import PresenceEvent
from nio.responses import ErrorResponse, RoomMessagesResponse, SyncResponse
from nio.rooms import MatrixInvitedRoom, MatrixRoom

from adapters.matrix.api.json_body import payload

_Check = Callable[[Any], object]  # Any: a part of a response can be anything
LONGEST_PAYLOAD = 100_000
"""Characters. An event has at most 65,536 bytes, a whole response has no limit."""


class Quarantined(msgspec.Struct, frozen=True):
    """A part of a response that nio cannot process. `event` is its id, if it has one."""

    room: str
    event: str
    payload: str
    error: str


def quarantined(room: str, part: object, error: Exception) -> Quarantined:
    """Keep a part of a response and why it cannot be processed."""
    event = part.get("event_id") if isinstance(part, dict) else None
    kept = payload(part)[:LONGEST_PAYLOAD]
    return Quarantined(room, event if isinstance(event, str) else "", kept, repr(error)[:1000])


class FilteredMessages(RoomMessagesResponse):
    """A page of a room's history, without the events that nio cannot parse; `quarantined` holds those."""

    quarantined: tuple[Quarantined, ...] = ()

    @classmethod
    def from_dict(cls, parsed_dict: dict[str, Any], room_id: str) -> RoomMessagesResponse | ErrorResponse:
        """Parse the page."""
        try:
            found: RoomMessagesResponse | ErrorResponse = super().from_dict(parsed_dict, room_id)
            return found
        except Exception:  # noqa: BLE001 - whatever nio raises, the other events must come through
            taken: list[Quarantined] = []
            chunk = [event for event in parsed_dict["chunk"] if _passes(taken, room_id, event, _check_event)]
        found = super().from_dict({**parsed_dict, "chunk": chunk}, room_id)
        if isinstance(found, FilteredMessages):
            found.quarantined = tuple(taken)
        return found


FILTERED_PAGES: dict[type, type] = {RoomMessagesResponse: FilteredMessages}


def clean_sync(raw: dict[str, Any]) -> list[Quarantined]:
    """Remove from a sync response each part that nio cannot process, and return them."""
    taken: list[Quarantined] = []
    for section, check in _GLOBAL.items():
        _clean(taken, "", raw.get(section), check)
    rooms: dict[str, Any] = raw["rooms"] if isinstance(raw.get("rooms"), dict) else {}
    for kind, listed in list(rooms.items()):
        if isinstance(listed, dict):
            rooms[kind] = {room: info for room, info in listed.items() if _clean_room(taken, kind, room, info)}
    return taken


def _clean_room(taken: list[Quarantined], kind: str, room: str, info: object) -> bool:
    """Remove the bad events of a room. Return whether nio can process the rest."""
    if isinstance(info, dict):
        for section, check in _IN_ROOM.items():
            _clean(taken, room, info.get(section), check)
    return _passes(taken, room, info, lambda part: parse_sync({"next_batch": "", "rooms": {kind: {room: part}}}))


def _clean(taken: list[Quarantined], room: str, section: object, check: _Check) -> None:
    if isinstance(section, dict) and isinstance(section.get("events"), list):
        section["events"] = [event for event in section["events"] if _passes(taken, room, event, check)]


def _passes(taken: list[Quarantined], room: str, part: object, check: _Check) -> bool:
    """Return whether the check raises nothing; otherwise keep the part."""
    try:
        check(part)
    except Exception as error:  # noqa: BLE001 - whatever nio raises, the part is not processed
        taken.append(quarantined(room, part, error))
        return False
    return True


def _check_event(source: dict[str, Any]) -> None:
    """Process one event of a room as nio does. Raises anything."""
    event = Event.parse_event(source)
    room = MatrixRoom("!room", "@me")
    if isinstance(event, RoomMemberEvent):
        room.handle_membership(event)
    elif not isinstance(event, BadEvent | UnknownBadEvent):
        room.handle_event(event)


def _check_invitation(source: dict[str, Any]) -> None:
    event = InviteEvent.parse_event(source)
    if isinstance(event, InviteEvent):
        MatrixInvitedRoom("!room", "@me").handle_event(event)  # type: ignore[arg-type]  # nio annotates it as its base class does


def parse_sync(raw: dict[str, Any]) -> SyncResponse:
    """Parse a sync response. Raises anything."""
    found = SyncResponse.from_dict(raw)
    if not isinstance(found, SyncResponse):
        raise TypeError("not a sync response")
    return found


_GLOBAL: dict[str, _Check] = {
    "to_device": ToDeviceEvent.parse_event,
    "account_data": AccountDataEvent.parse_event,
    "presence": PresenceEvent.from_dict,
}
_IN_ROOM: dict[str, _Check] = {
    "state": _check_event,
    "timeline": _check_event,
    "invite_state": _check_invitation,
    "ephemeral": EphemeralEvent.parse_event,
    "account_data": AccountDataEvent.parse_event,
}
