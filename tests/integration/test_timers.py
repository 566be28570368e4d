"""What comes due while the process looks at something else is not slept over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel
from sqlmodel.sql.expression import SelectOfScalar

from bots.clock import MovableClock, SystemClock
from bots.core.inbound import Attachment, TimerFired, Value
from bots.core.outbound import Admit, Content, Post, encode
from bots.core.richtext import Text
from bots.ports import Capabilities, Cursor, Later, Receipt, Sending
from bots.testing import MemoryAdapter, MemoryPlatform
from schedules.delivery.worker import Delivery
from schedules.timers import Timers
from storage.database import Database
from storage.queries import outbox
from storage.queries.timers import TIMER, TIMER_DONE
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")
START = datetime(2026, 11, 25, 9, tzinfo=UTC)


class CreepingClock(MovableClock):
    """Time goes on by 60 ms whenever somebody looks."""

    def now(self) -> datetime:
        """Aware UTC."""
        self.forward(timedelta(milliseconds=60))
        return super().now()


class Heard:
    """An inbox that notes what it is handed, and says once that a timer has fired."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.values: list[Value] = []
        self.something = asyncio.Event()

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Take them; the timers among them are done."""
        assert cursor is None
        async with self._database.transaction() as uow:
            for value in values:
                assert isinstance(value, TimerFired)
                timer = {"b_kind": value.kind, "b_subject": value.subject, "b_due": value.due}
                uow.defer(TIMER_DONE, timer)
        self.values += values
        self.something.set()

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """None was stored."""

    async def cursors(self, account: str) -> dict[str, str]:
        """None was stored."""
        return {}

    async def suggest(self, account: str, room: str, user: str, what: str, typed: str) -> list[tuple[str, str]]:
        """Nothing."""
        return []


class Interrupted(UnitOfWork):
    """One where `then` happens between a look at the rows and the answer."""

    then: Callable[[], Awaitable[None]] | None = None

    async def first(self, query: SelectOfScalar[T]) -> T | None:
        """The first row."""
        found = await super().first(query)
        if self.then is not None:
            await self.then()
        return found


class Interrupting(Database):
    """A database where something happens in the middle of the next look."""

    then: Callable[[], Awaitable[None]] | None = None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """A unit of work to look only."""
        async with super().reading() as uow:
            interrupted = Interrupted(uow.session)
            interrupted.then = self._once
            yield interrupted

    async def _once(self) -> None:
        happens, self.then = self.then, None
        if happens is not None:
            await happens()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Interrupting]:
    """An empty one."""
    made = Interrupting(f"sqlite:///{tmp_path / 'glocal.db'}")
    async with made.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    yield made
    await made.close()


async def states(database: Database) -> dict[str, int]:
    async with database.reading() as uow:
        return await outbox.counts(uow)


async def ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def queued(uow: UnitOfWork, key: str, call: Post | Admit, *, lane: str) -> None:
    """A row in the outbox, due now."""
    kind, payload = type(call).__name__, encode(call)
    row = outbox.row(
        key=key, account="memory", room=call.room, kind=kind, payload=payload, now=SystemClock().now(), lane=lane
    )
    uow.defer(outbox.PUT, row)


async def no_file(_attachment: Attachment) -> bytes | None:
    return None


async def test_a_row_that_comes_due_between_two_looks_is_sent(database: Interrupting) -> None:
    """An edit fell due after the delivery had looked for work and before it looked when to wake: it slept over it."""
    clock, platform = CreepingClock(START), MemoryPlatform(MovableClock(START))
    call = Post(room="#r", content=Content(text=(Text("due"),)))
    async with database.transaction() as uow:
        row = outbox.row(
            key="k1", account="memory", room="#r", kind="Post", payload=encode(call), now=START,
            not_before=START + timedelta(milliseconds=100),
        )  # fmt: skip
        uow.defer(outbox.PUT, row)
    delivery = Delivery(database, MemoryAdapter(platform), clock, Heard(database), no_file)
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(10):
        while not platform.sends:
            await asyncio.sleep(0.01)
    await ended(running)
    assert [shown.text for shown in platform.messages.values()] == ["due"]


class SlowAdapter(MemoryAdapter):
    """A platform that takes its time: `under_way` is set while it does, and it answers once `go_on` is."""

    def __init__(self, platform: MemoryPlatform, lanes: int = 8, *, idempotent: bool = False) -> None:
        super().__init__(platform, Capabilities(buttons=True, lanes=lanes, idempotent=idempotent))
        self.under_way = asyncio.Event()
        self.go_on = asyncio.Event()

    async def send(self, sending: Sending) -> Receipt:
        """Perform, in the end."""
        self.under_way.set()
        await self.go_on.wait()
        return await super().send(sending)


async def test_what_is_on_its_way_arrives_when_the_process_is_told_to_stop(database: Interrupting) -> None:
    """A post whose answer nobody waited for was sent again by the next process. What comes behind is left for that."""
    platform = MemoryPlatform(MovableClock(START))
    async with database.transaction() as uow:
        for key in ("k1", "k2"):
            call = Post(room="#r", content=Content(text=(Text(key),)))
            row = outbox.row(key=key, account="memory", room="#r", kind="Post", payload=encode(call), now=START)
            uow.defer(outbox.PUT, row)
    adapter = SlowAdapter(platform)
    delivery = Delivery(database, adapter, MovableClock(START), Heard(database), no_file)
    running = asyncio.create_task(delivery.run())
    await adapter.under_way.wait()
    running.cancel()
    await asyncio.sleep(0)
    adapter.go_on.set()
    await asyncio.gather(running, return_exceptions=True)
    async with database.reading() as uow:
        assert await outbox.counts(uow) == {"sent": 1, "pending": 1}
    assert [shown.text for shown in platform.messages.values()] == ["k1"]


async def test_a_timer_that_is_set_while_the_next_is_looked_up_fires(database: Interrupting) -> None:
    """The alarm for a later timer, read before, took the place of the alarm for this one."""
    clock, inbox = SystemClock(), Heard(database)
    timers = Timers(database, inbox, clock, retention=timedelta(days=1))

    async def set_timer(subject: str, due: datetime) -> None:
        async with database.transaction() as uow:
            uow.defer(TIMER, {"kind": "probe", "subject": subject, "due": due})
        timers.wake_at(due)

    await set_timer("later", clock.now() + timedelta(hours=1))
    database.then = lambda: set_timer("soon", clock.now() + timedelta(milliseconds=200))
    running = asyncio.create_task(timers.run())
    async with asyncio.timeout(10):
        await inbox.something.wait()
    await ended(running)
    assert [getattr(value, "subject", "") for value in inbox.values] == ["soon"]


class HeldPosts(SlowAdapter):
    """A platform that is slow with posts only."""

    async def send(self, sending: Sending) -> Receipt:
        """Perform, a post in the end."""
        if isinstance(sending.call, Post):
            return await super().send(sending)
        return await MemoryAdapter.send(self, sending)


@pytest.mark.parametrize("idempotent", [False, True])
async def test_a_room_that_moves_while_it_is_sent_to_gets_nothing_twice(
    database: Interrupting, idempotent: bool
) -> None:
    """The post under way, and what waited behind it, were sent by the old lane and by the new one: a key holds within
    one room only."""
    platform = MemoryPlatform(MovableClock(START))
    adapter = HeldPosts(platform, idempotent=idempotent)
    delivery = Delivery(database, adapter, SystemClock(), Heard(database), no_file)
    async with database.transaction() as uow:
        for key in ("k1", "k2"):
            queued(uow, key, Post(room="#r", content=Content(text=(Text(key),))), lane="#r")
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(10):
        await adapter.under_way.wait()
        async with database.transaction() as uow:
            await outbox.readdress(uow, "memory", "#r", "#s")
        adapter.go_on.set()
        while await states(database) != {"sent": 2}:
            await asyncio.sleep(0.01)
    await ended(running)
    assert [(shown.room, shown.text) for shown in platform.messages.values()] == [("#r", "k1"), ("#s", "k2")]


@pytest.mark.parametrize("lanes", [1, 2])
async def test_what_waits_for_nothing_is_sent_again_when_it_was_put_off(database: Interrupting, lanes: int) -> None:
    """It was slept over: whether a lane is free or a slow post holds the only one."""
    platform = MemoryPlatform(MovableClock(START))
    adapter = HeldPosts(platform, lanes)
    delivery = Delivery(database, adapter, SystemClock(), Heard(database), no_file)
    running = asyncio.create_task(delivery.run())
    async with database.transaction() as uow:
        queued(uow, "k1", Post(room="#r", content=Content(text=(Text("slow"),))), lane="#r")
    delivery.wake()
    async with asyncio.timeout(10):
        await adapter.under_way.wait()
    platform.faults = [Later(0.1, "busy")]
    async with database.transaction() as uow:
        queued(uow, "k2", Admit(room="#s", user="@zoe"), lane="k2")
    delivery.wake()
    async with asyncio.timeout(10):
        while not platform.admitted:
            await asyncio.sleep(0.01)
    adapter.go_on.set()
    await ended(running)
    assert platform.admitted == [("#s", "@zoe")]


async def test_a_later_timer_does_not_take_the_place_of_the_next_try(database: Interrupting) -> None:
    """The next timer could not be looked up; the alarm to look again was lost to one for tomorrow."""
    clock, inbox = SystemClock(), Heard(database)
    timers = Timers(database, inbox, clock, retention=timedelta(days=1))
    failed = asyncio.Event()

    async def fails() -> None:
        failed.set()
        raise OperationalError("select", None, Exception("disk I/O error"))

    async with database.transaction() as uow:
        soon = {"kind": "probe", "subject": "soon", "due": clock.now() + timedelta(seconds=1)}
        uow.defer(TIMER, soon)
    database.then = fails
    running = asyncio.create_task(timers.run())
    async with asyncio.timeout(10):
        await failed.wait()
        await asyncio.sleep(0.1)
        timers.wake_at(clock.now() + timedelta(days=1))
        await inbox.something.wait()
    await ended(running)
    assert [getattr(value, "subject", "") for value in inbox.values] == ["soon"]
