"""A room flooded with 50,000 messages, and commands in another room meanwhile."""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.fan_out import BESIDE, CountingAdapter, running
from bench.measure import Result, percentile
from bots.core.inbound import CommandInvoked, MessagePosted, Person, Value
from bots.ports import Cursor, Inbox
from storage.tables import Community, Room, RoomRole
from storage.unit_of_work import UnitOfWork

FLOOD, SYNC, PEOPLE = 50_000, 100, 500
"""Messages, how many of them a platform hands over at once, and who writes them."""
COMMANDS = 5
"""Of a hundred messages, how many are commands: the others only count."""
ROOM = "#r1"


class FloodedAdapter(CountingAdapter):
    """An account in whose first room very many messages wait."""

    def __init__(self) -> None:
        super().__init__()
        self.flooded = asyncio.Event()
        self.seconds = 0.0

    async def run(self, inbox: Inbox) -> None:
        """Hand over the flood as fast as it is taken, and everything else as it comes."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(super().run(inbox))
            begin = time.perf_counter()
            for first in range(0, FLOOD, SYNC):
                values = [_value(number) for number in range(first, first + SYNC)]
                await inbox.submit(values, Cursor(self.account, str(first + SYNC), "flood"))
                await asyncio.sleep(0)  # as a platform's next answer does
            self.seconds = time.perf_counter() - begin
            self.flooded.set()


def room_flood() -> list[Result]:
    """Measure `room_flood_others_p99_ms`: commands in another room while one is flooded."""
    with tempfile.TemporaryDirectory() as folder:
        waits, seconds = asyncio.run(_measure(Path(folder)))
    p50, p99 = (percentile(waits, share) * 1000 for share in (0.5, 0.99))
    what = (
        f"{FLOOD:,} messages, {COMMANDS} % of them commands, into one room in {seconds:.0f} s; {len(waits)} commands in"
        f" another one meanwhile, half within {p50:.0f} ms"
    )
    return [
        Result("room_flood_others_p99_ms", p99, "ms", "< 500", what),
        Result("room_flood_messages_per_second", FLOOD / seconds, "/s", "", what),
    ]


async def _measure(folder: Path) -> tuple[list[float], float]:
    adapter = FloodedAdapter()
    async with running(folder, adapter, _fill, 2):
        while not adapter.flooded.is_set():
            await adapter.ask()
    return adapter.waits, adapter.seconds


async def _fill(uow: UnitOfWork, size: int) -> None:
    """Add two communities: the flooded one and the one beside it."""
    now = datetime.now(UTC)
    for key, name in zip(range(1, size + 1), (ROOM, BESIDE), strict=True):
        await uow.add(Community(id=key, name=f"Town {key}", zone="UTC", created_at=now))
        home = Room(
            account="memory", platform="memory", room=name, role=RoomRole.HOME, community_id=key, created_at=now
        )
        await uow.add(home)


def _value(number: int) -> Value:
    person = Person(platform="memory", user=f"@p{number % PEOPLE}", name=f"Person {number % PEOPLE}")
    now = datetime.now(UTC)
    if number % 100 < COMMANDS:
        return CommandInvoked(
            key=f"f{number}", account="memory", room=ROOM, at=now, person=person, line="help", message=f"f{number}"
        )
    return MessagePosted(
        key=f"f{number}", account="memory", room=ROOM, at=now, person=person, message=f"f{number}", text="Hello there!"
    )
