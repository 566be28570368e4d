"""A highlight in the homes of very many communities: its copies, a reaction to one, and all others meanwhile."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from adapters.cli.application import Application, freeze_loaded_objects
from bench.house import LIKE_MATRIX, quiet
from bench.measure import Result, percentile
from bots.clock import MovableClock, SystemClock
from bots.core.outbound import Post
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Receipt, Sending, Sent
from bots.testing import BOT, MemoryAdapter, MemoryPlatform
from storage.bulk_writes import insert_new
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import timers
from storage.tables import (
    Community,
    Highlight,
    HighlightState,
    Membership,
    MembershipState,
    Network,
    Room,
    RoomRole,
    Share,
)
from storage.unit_of_work import UnitOfWork

SIZES = (100, 1_000, 10_000)
BESIDE = "#beside"
Fill = Callable[[UnitOfWork, int], Awaitable[None]]
"""Adds rows for a number of communities."""
_COMMUNITY, _MEMBERSHIP, _ROOM = insert_new(Community), insert_new(Membership), insert_new(Room)


class TimedDatabase(Database):
    """Records the seconds of each writing transaction."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.seconds: list[float] = []

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[UnitOfWork]:
        """Open a unit of work."""
        async with super().transaction() as uow:
            begin = time.perf_counter()
            yield uow
        self.seconds.append(time.perf_counter() - begin)


class CountingAdapter(MemoryAdapter):
    """Counts what it sends, and asks for help in a room beside all others. `waits`: the seconds until each answer.

    It keeps the first copy only: a platform's messages are not in the bot's memory.
    """

    def __init__(self) -> None:
        self.memory = MemoryPlatform(MovableClock(datetime.now(UTC)))
        super().__init__(self.memory, LIKE_MATRIX)
        self.sent = 0
        self.waits: list[float] = []
        self._answered = asyncio.Event()

    async def send(self, sending: Sending) -> Receipt:
        """Perform the call."""
        if sending.call.room == BESIDE:
            receipt = await super().send(sending)
            self._answered.set()
            return receipt
        self.sent += 1
        if self.sent == 1:
            return await super().send(sending)
        return Sent((f"copy{self.sent}",) if isinstance(sending.call, Post) else ())

    async def until(self, sent: int) -> float:
        """Ask for help again and again until so many messages and edits were sent; return the seconds it took."""
        begin = time.perf_counter()
        while self.sent < sent:
            await self.ask()
        return time.perf_counter() - begin

    async def ask(self) -> None:
        """Ask for help beside, and note how long the answer takes."""
        asked = time.perf_counter()
        self._answered.clear()
        self.memory.say(BESIDE, "@zoe", "!help")
        await self._answered.wait()
        self.waits.append(time.perf_counter() - asked)
        await asyncio.sleep(0.05)


def fan_out() -> list[Result]:
    """Measure the copies of one highlight, and a reaction to one of them."""
    found = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            found[size] = asyncio.run(_measure(Path(folder), size))
    most, fewer = found[SIZES[-1]], found[SIZES[-2]]
    what = f"a highlight in the homes of {SIZES[-1]:,} communities"
    times = SIZES[-1] / SIZES[-2]
    return [
        Result("fan_out_longest_transaction_ms", most["longest"] * 1000, "ms", "≤ 100", what),
        Result("fan_out_reaction_ms", most["reaction"] * 1000, "ms", "", "the transaction of a reaction to a copy"),
        Result("fan_out_copies_growth", most["copies"] / fewer["copies"] / times, "x", "≤ 1.2", "time a copy, 10x"),
        Result("fan_out_edits_growth", most["edits"] / fewer["edits"] / times, "x", "≤ 1.2", "time an edit, 10x"),
        Result("fan_out_copies_per_second", SIZES[-1] / most["copies"], "/s", "", what),
        Result("fan_out_edits_per_second", SIZES[-1] / most["edits"], "/s", "", "after a reaction"),
        Result("fan_out_others_p99_ms", most["others"] * 1000, "ms", "< 500", "commands in another room meanwhile"),
    ]


@asynccontextmanager
async def running(folder: Path, adapter: CountingAdapter, fill: Fill, size: int) -> AsyncIterator[TimedDatabase]:
    """Run an application on a database that `fill` filled, for a quarter of an hour at most."""
    quiet()
    database = TimedDatabase(f"sqlite:///{folder / 'bench.db'}")
    await upgrade(database.engine)
    async with database.transaction() as uow:
        await fill(uow, size)
    house = Application(database, [adapter], SystemClock(), limits=NO_LIMITS)
    freeze_loaded_objects()  # as `glocal run` does
    task = asyncio.create_task(house.run())
    try:
        async with asyncio.timeout(900):
            yield database
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await database.close()


async def _measure(folder: Path, size: int) -> dict[str, float]:
    adapter = CountingAdapter()
    async with running(folder, adapter, _fill, size) as database:
        database.seconds.clear()
        copies = await adapter.until(size)
        transactions = list(database.seconds)
        database.seconds.clear()
        copy = next(one for one in adapter.memory.messages.values() if one.author == BOT and one.room != BESIDE)
        adapter.memory.react(copy.id, "@zoe", "🎉")
        edits = await adapter.until(2 * size)
    return {
        "longest": max(transactions + database.seconds), "reaction": database.seconds[0], "copies": copies,
        "edits": edits, "others": percentile(adapter.waits, 0.99),
    }  # fmt: skip


async def _fill(uow: UnitOfWork, size: int) -> None:
    """Add a network, as many communities that listen, and one with a highlight whose hold-back is over."""
    now = datetime.now(UTC)
    await uow.add(Network(id=1, name="Network", created_at=now))
    for key in range(1, size + 2):
        community = Community(
            id=key, name=f"Town {key}", zone="UTC", quiet_hours="", created_at=now,
            receives_highlights=key != 1, relaying=key == 1, relaying_since=now if key == 1 else None,
        )  # fmt: skip
        room = Room(
            id=key, account="memory", platform="memory", room=f"#r{key}", role=RoomRole.HOME, community_id=key,
            created_at=now,
        )  # fmt: skip
        gives = Share.EVERYTHING if key == 1 else Share.NOTHING
        bond = Membership(
            network_id=1, community_id=key, state=MembershipState.ACTIVE, created_at=now, gives=gives,
            gives_since=now if key == 1 else None,
        )  # fmt: skip
        uow.defer(_COMMUNITY, community.model_dump())
        uow.defer(_MEMBERSHIP, bond.model_dump(exclude={"id"}))
        uow.defer(_ROOM, room.model_dump())
    await uow.flush()
    await uow.add(
        Highlight(
            id=1, community_id=1, room_id=1, account="memory", room="#r1", message="m", state=HighlightState.HELD,
            text="We planted forty trees this morning.", posted_at=now, created_at=now,
        )
    )  # fmt: skip
    uow.defer(timers.SET_TIMER, {"kind": "highlight-publish", "subject": "1", "due": now})
