"""Sync responses as a homeserver writes them, which nio processes without a network."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

from nio.client.base_client import Client
from nio.responses import SyncResponse

from adapters.matrix.inbound.translate import translate
from adapters.matrix.rooms.state import AdapterState, update
from bots.core.inbound import Value

ME, ANNA, BORIS = "@bot:hs.test", "@anna:hs.test", "@boris:hs.test"
ROOM = "!lyon:hs.test"
NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
Event = dict[str, Any]
_numbers = count(1)


def event(kind: str, sender: str, content: dict[str, Any], /, **more: Any) -> Event:
    """Return one event of a timeline."""
    number = next(_numbers)
    return {
        "type": kind, "sender": sender, "content": content, "event_id": f"$e{number}",
        "origin_server_ts": 1_700_000_000_000 + number, **more,
    }  # fmt: skip


def text(body: str, sender: str = ANNA, /, **content: Any) -> Event:
    """Return a text message."""
    return event("m.room.message", sender, {"msgtype": "m.text", "body": body, **content})


def member(user: str, membership: str, *, was: str | None = None, sender: str | None = None, **content: Any) -> Event:
    """Return a membership change."""
    unsigned = {"prev_content": {"membership": was, "displayname": user[1:5].title()}} if was else {}
    name = {"displayname": user[1:].split(":")[0].title()} if membership in ("join", "invite") else {}
    return event(
        "m.room.member", sender or user, {"membership": membership, **name, **content}, state_key=user,
        unsigned=unsigned,
    )  # fmt: skip


def power_levels(**users: int) -> Event:
    """Return power levels in which 50 may change settings."""
    levels = {f"@{name}:hs.test": level for name, level in users.items()}
    return event("m.room.power_levels", ANNA, {"users": levels, "state_default": 50}, state_key="")


def creation(version: str = "11", by: str = ANNA, **content: Any) -> Event:
    """Return the first event of a room."""
    return event("m.room.create", by, {"room_version": version, **content}, state_key="")


STATE = [creation(), member(ANNA, "join"), member(BORIS, "join"), member(ME, "join"), power_levels(anna=100)]


class Account:
    """The bot's account, which processes syncs and returns their values."""

    def __init__(self) -> None:
        self.client = Client(ME)
        self.client.user_id = ME
        self.state = AdapterState("matrix", ME, self.client.rooms)
        self._tokens = count(1)

    def sync_room(self, *timeline: Event, state: list[Event] | None = None, room: str = ROOM) -> list[Value]:
        """Return the values of a sync with these events in one room."""
        return self.sync({"join": {room: {"state": {"events": state or []}, "timeline": {"events": list(timeline)}}}})

    def sync_member_list(self) -> Account:
        """Process a sync with the room's members and return the account."""
        self.sync_room(state=[dict(event) for event in STATE])
        return self

    def sync(self, rooms: dict[str, Any], *, account_data: list[Event] | None = None) -> list[Value]:
        """Return the values of one sync."""
        response = self.process(rooms, account_data=account_data)
        return translate(response, self.state, "s0", {}, NOW)

    def process(self, rooms: dict[str, Any], *, account_data: list[Event] | None = None) -> SyncResponse:
        """Process a sync with nio and the adapter."""
        raw = {"next_batch": f"s{next(self._tokens)}", "rooms": rooms, "account_data": {"events": account_data or []}}
        response = SyncResponse.from_dict(raw)
        assert isinstance(response, SyncResponse)
        self.client.receive_response(response)
        update(self.state, response)
        return response


def only(values: list[Value]) -> Value:
    """Return the single value."""
    assert len(values) == 1, values
    return values[0]
