"""Timers and outbox rows that come due while the process is busy are not missed."""

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
from bots.core.outbound import ApproveJoinRequest, Content, Post, encode, kind_of
from bots.core.richtext import Text
from bots.ports import Capabilities, Cursor, Later, Receipt, Sending
from bots.testing import MemoryAdapter, MemoryPlatform
from schedules.delivery.files import FileStore
from schedules.delivery.worker import Delivery
from schedules.timers import Timers
from storage.database import Database
from storage.queries import outbox
from storage.queries.timers import DELETE_FIRED_TIMER, SET_TIMER
from storage.unit_of_work import UnitOfWork
from tests.waiting import PATIENCE

T = TypeVar("T")
START = datetime(2026, 11, 25, 9, tzinfo=UTC)


class CreepingClock(MovableClock):
    """A clock that advances by 60 ms at each reading."""

    def now(self) -> datetime:
        """Return the time as aware UTC."""
        self.advance(timedelta(milliseconds=60))
        return super().now()


class RecordingInbox:
    """An inbox that records its values, and deletes the timers that fired."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.values: list[Value] = []
        self.submitted = asyncio.Event()

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Record the values and delete their timers."""
        assert cursor is None
        async with self._database.transaction() as uow:
            for value in values:
                assert isinstance(value, TimerFired)
                timer = {"b_kind": value.kind, "b_subject": value.subject, "b_due": value.due}
                uow.defer(DELETE_FIRED_TIMER, timer)
        self.values += values
        self.submitted.set()

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """Return no cursor."""

    async def cursors(self, account: str) -> dict[str, str]:
        """Return no cursor."""
        return {}

    async def suggest(self, account: str, room: str, user: str, what: str, typed: str) -> list[tuple[str, str]]:
        """Return no completions."""
        return []


class InterruptedUnitOfWork(UnitOfWork):
    """A unit of work that calls `then` between a query and its result."""

    then: Callable[[], Awaitable[None]] | None = None

    async def first(self, query: SelectOfScalar[T]) -> T | None:
        """Return the first row."""
        found = await super().first(query)
        if self.then is not None:
            await self.then()
        return found


class InterruptingDatabase(Database):
    """A database that calls `then` once, in the middle of the next query."""

    then: Callable[[], Awaitable[None]] | None = None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """Open a read-only unit of work."""
        async with super().reading() as uow:
            interrupted = InterruptedUnitOfWork(uow.session)
            interrupted.then = self._once
            yield interrupted

    async def _once(self) -> None:
        then, self.then = self.then, None
        if then is not None:
            await then()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[InterruptingDatabase]:
    """Yield an empty database."""
    made = InterruptingDatabase(f"sqlite:///{tmp_path / 'glocal.db'}")
    async with made.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    yield made
    await made.close()


async def counts_by_state(database: Database) -> dict[str, int]:
    """Return the number of outbox rows in each state."""
    async with database.reading() as uow:
        return await outbox.counts_by_state(uow)


async def cancel(task: asyncio.Task[None]) -> None:
    """Cancel a task and wait for its end."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def enqueue(uow: UnitOfWork, key: str, call: Post | ApproveJoinRequest, *, lane: str) -> None:
    """Put a row into the outbox, due now."""
    kind, payload, now = kind_of(call), encode(call), SystemClock().now()
    row = outbox.pending_row(
        key=key, account="memory", room=call.room, kind=kind, payload=payload, now=now, ordering_key=lane
    )
    uow.defer(outbox.ENQUEUE, row)


async def read_nothing(_attachment: Attachment) -> bytes | None:
    """Return no content of an attachment."""
    return None


async def test_a_row_that_comes_due_between_two_queries_is_sent(database: InterruptingDatabase) -> None:
    """Delivery sends a row that comes due between its query for due rows and its query for the next due time."""
    clock, platform = CreepingClock(START), MemoryPlatform(MovableClock(START))
    call = Post(room="#r", content=Content(text=(Text("due"),)))
    async with database.transaction() as uow:
        row = outbox.pending_row(
            key="k1", account="memory", room="#r", kind="Post", payload=encode(call), now=START,
            not_before=START + timedelta(milliseconds=100),
        )  # fmt: skip
        uow.defer(outbox.ENQUEUE, row)
    delivery = Delivery(database, MemoryAdapter(platform), clock, RecordingInbox(database), FileStore(read_nothing))
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(PATIENCE):
        while not platform.sends:
            await asyncio.sleep(0.01)
    await cancel(running)
    assert [shown.text for shown in platform.messages.values()] == ["due"]


class SlowAdapter(MemoryAdapter):
    """An adapter that sets `under_way` when a send begins and waits for `go_on`."""

    def __init__(self, platform: MemoryPlatform, lanes: int = 8, *, idempotent: bool = False) -> None:
        super().__init__(platform, Capabilities(buttons=True, concurrent_rooms=lanes, idempotent=idempotent))
        self.under_way = asyncio.Event()
        self.go_on = asyncio.Event()

    async def send(self, sending: Sending) -> Receipt:
        """Wait for `go_on`, then perform."""
        self.under_way.set()
        await self.go_on.wait()
        return await super().send(sending)


async def test_send_in_progress_is_recorded_at_the_stop(database: InterruptingDatabase) -> None:
    """At its stop delivery finishes and records a send in progress, so that it is not repeated."""
    platform = MemoryPlatform(MovableClock(START))
    async with database.transaction() as uow:
        for key in ("k1", "k2"):
            call = Post(room="#r", content=Content(text=(Text(key),)))
            row = outbox.pending_row(key=key, account="memory", room="#r", kind="Post", payload=encode(call), now=START)
            uow.defer(outbox.ENQUEUE, row)
    adapter = SlowAdapter(platform)
    delivery = Delivery(database, adapter, MovableClock(START), RecordingInbox(database), FileStore(read_nothing))
    running = asyncio.create_task(delivery.run())
    await adapter.under_way.wait()
    running.cancel()
    await asyncio.sleep(0)
    adapter.go_on.set()
    await asyncio.gather(running, return_exceptions=True)
    async with database.reading() as uow:
        assert await outbox.counts_by_state(uow) == {"sent": 1, "pending": 1}
    assert [shown.text for shown in platform.messages.values()] == ["k1"]


async def test_timer_set_during_the_query_fires(database: InterruptingDatabase) -> None:
    """A timer set during the query for the next due time fires on time."""
    clock, inbox = SystemClock(), RecordingInbox(database)
    timers = Timers(database, inbox, clock, retention=timedelta(days=1))

    async def set_timer(subject: str, due: datetime) -> None:
        async with database.transaction() as uow:
            uow.defer(SET_TIMER, {"kind": "probe", "subject": subject, "due": due})
        timers.wake_at(due)

    await set_timer("later", clock.now() + timedelta(hours=1))
    database.then = lambda: set_timer("soon", clock.now() + timedelta(milliseconds=200))
    running = asyncio.create_task(timers.run())
    async with asyncio.timeout(PATIENCE):
        await inbox.submitted.wait()
    await cancel(running)
    assert [getattr(value, "subject", "") for value in inbox.values] == ["soon"]


class SlowPostsAdapter(SlowAdapter):
    """A slow adapter for posts only."""

    async def send(self, sending: Sending) -> Receipt:
        """Perform the call, and wait for `go_on` before a post."""
        if isinstance(sending.call, Post):
            return await super().send(sending)
        return await MemoryAdapter.send(self, sending)


@pytest.mark.parametrize("idempotent", [False, True])
async def test_room_moved_during_a_send_gets_each_post_once(database: InterruptingDatabase, idempotent: bool) -> None:
    """Each pending post is sent once when the room moves during a send."""
    platform = MemoryPlatform(MovableClock(START))
    adapter = SlowPostsAdapter(platform, idempotent=idempotent)
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), FileStore(read_nothing))
    async with database.transaction() as uow:
        for key in ("k1", "k2"):
            enqueue(uow, key, Post(room="#r", content=Content(text=(Text(key),))), lane="#r")
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(PATIENCE):
        await adapter.under_way.wait()
        async with database.transaction() as uow:
            await outbox.move_room(uow, "memory", "#r", "#s")
        adapter.go_on.set()
        while await counts_by_state(database) != {"sent": 2}:
            await asyncio.sleep(0.01)
    await cancel(running)
    assert [(shown.room, shown.text) for shown in platform.messages.values()] == [("#r", "k1"), ("#s", "k2")]


@pytest.mark.parametrize("lanes", [1, 2])
async def test_an_unordered_call_is_retried(database: InterruptingDatabase, lanes: int) -> None:
    """Delivery retries an unordered call, with a free queue as well as behind a slow post."""
    platform = MemoryPlatform(MovableClock(START))
    adapter = SlowPostsAdapter(platform, lanes)
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), FileStore(read_nothing))
    running = asyncio.create_task(delivery.run())
    async with database.transaction() as uow:
        enqueue(uow, "k1", Post(room="#r", content=Content(text=(Text("slow"),))), lane="#r")
    delivery.wake()
    async with asyncio.timeout(PATIENCE):
        await adapter.under_way.wait()
    platform.faults = [Later(0.1, "busy")]
    async with database.transaction() as uow:
        enqueue(uow, "k2", ApproveJoinRequest(room="#s", user="@zoe"), lane="k2")
    delivery.wake()
    async with asyncio.timeout(PATIENCE):
        while not platform.approved_requests:
            await asyncio.sleep(0.01)
    adapter.go_on.set()
    await cancel(running)
    assert platform.approved_requests == [("#s", "@zoe")]


async def test_a_later_timer_does_not_replace_the_retry(database: InterruptingDatabase) -> None:
    """After a failed query a wake-up for a later timer does not replace the retry."""
    clock, inbox = SystemClock(), RecordingInbox(database)
    timers = Timers(database, inbox, clock, retention=timedelta(days=1))
    failed = asyncio.Event()

    async def fails() -> None:
        failed.set()
        raise OperationalError("select", None, Exception("disk I/O error"))

    async with database.transaction() as uow:
        soon = {"kind": "probe", "subject": "soon", "due": clock.now() + timedelta(seconds=1)}
        uow.defer(SET_TIMER, soon)
    database.then = fails
    running = asyncio.create_task(timers.run())
    async with asyncio.timeout(PATIENCE):
        await failed.wait()
        await asyncio.sleep(0.1)
        timers.wake_at(clock.now() + timedelta(days=1))
        await inbox.submitted.wait()
    await cancel(running)
    assert [getattr(value, "subject", "") for value in inbox.values] == ["soon"]
