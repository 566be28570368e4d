"""Messages without effect: all that glocal does with them, and nio's own parse of the same sync."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from nio.responses import SyncResponse
from nio.rooms import MatrixRoom

from adapters.matrix.api import schema_checks
from adapters.matrix.inbound.translate import translate
from adapters.matrix.rooms.state import AdapterState
from bench.house import opened
from bench.measure import Result, in_turn
from bots.ports import Cursor

ROOMS, MESSAGES, RUNS = 20, 100, 15
ME = "@glocal:bench.example"


def _event(room: int, number: int) -> dict[str, object]:
    return {
        "type": "m.room.message",
        "sender": f"@member{number % 50}:bench.example",
        "event_id": f"$event{room}_{number}_abcdefghijklmnopqrstuvwxyz",
        "origin_server_ts": 1_790_000_000_000 + number,
        "content": {"msgtype": "m.text", "body": f"Did anybody see the garden this morning? It is number {number}"},
        "unsigned": {"age": 1234},
    }


def sync() -> dict[str, object]:
    """Return a sync response with plain messages in several rooms."""
    rooms = {
        f"!room{room}:bench.example": {
            "timeline": {"events": [_event(room, n) for n in range(MESSAGES)], "limited": False, "prev_batch": "p"},
            "state": {"events": []},
            "ephemeral": {"events": []},
            "account_data": {"events": []},
            "unread_notifications": {},
            "summary": {},
        }
        for room in range(ROOMS)
    }
    return {"next_batch": "s2", "rooms": {"join": rooms, "invite": {}, "leave": {}}, "to_device": {"events": []}}


def known() -> AdapterState:
    """Return the adapter's state with the rooms and their members."""
    rooms = {}
    for number in range(ROOMS):
        room = MatrixRoom(f"!room{number}:bench.example", ME)
        for member in range(50):
            room.add_member(f"@member{member}:bench.example", f"Member {member}", None)
        rooms[room.room_id] = room
    return AdapterState(account="matrix", me=ME, rooms=rooms)


def idle() -> list[Result]:
    """Measure `idle_dispatch_ratio`: parsing, translation and dispatch, relative to nio's parsing alone."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder)))


async def _measure(folder: Path) -> list[Result]:
    document, state, now = sync(), known(), datetime.now(UTC)
    async with opened(folder) as house:

        def parse() -> None:
            schema_checks.uninstall()
            SyncResponse.from_dict(document)

        def through() -> None:
            schema_checks.install()
            response = SyncResponse.from_dict(document)
            assert isinstance(response, SyncResponse)
            values = translate(response, state, "s1", {}, now)
            assert len(values) == ROOMS * MESSAGES
            handed = house.dispatch.submit(values, Cursor("matrix", "s2"))
            try:
                handed.send(None)
            except StopIteration:
                return
            raise AssertionError("a message that concerns nobody waited for the database")

        raw, whole = in_turn(RUNS, parse, through)
    each = 1e6 / ROOMS / MESSAGES
    what = f"{ROOMS * MESSAGES} plain messages: {whole * each:.1f} µs each, nio's parse {raw * each:.1f} µs"
    return [Result("idle_dispatch_ratio", whole / raw, "x", "≤ 1.3", what)]
