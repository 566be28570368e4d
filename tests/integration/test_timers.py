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
    """A clock that advances by 60 ms each time it is read."""

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


class Interrupted(UnitOfWork):
    """A unit of work that calls `then` between a query and its result."""

    then: Callable[[], Awaitable[None]] | None = None

    async def first(self, query: SelectOfScalar[T]) -> T | None:
        """Return the first row."""
        found = await super().first(query)
        if self.then is not None:
            await self.then()
        return found


class Interrupting(Database):
    """A database that calls `then` in the middle of the next query, once."""

    then: Callable[[], Awaitable[None]] | None = None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """Open a read-only unit of work."""
        async with super().reading() as uow:
            interrupted = Interrupted(uow.session)
            interrupted.then = self._once
            yield interrupted

    async def _once(self) -> None:
        then, self.then = self.then, None
        if then is not None:
            await then()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Interrupting]:
    """An empty database."""
    made = Interrupting(f"sqlite:///{tmp_path / 'glocal.db'}")
    async with made.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    yield made
    await made.close()


async def states(database: Database) -> dict[str, int]:
    async with database.reading() as uow:
        return await outbox.counts_by_state(uow)


async def cancel(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def enqueue(uow: UnitOfWork, key: str, call: Post | ApproveJoinRequest, *, lane: str) -> None:
    """Put a row into the outbox, due now."""
    kind, payload, now = kind_of(call), encode(call), SystemClock().now()
    row = outbox.pending_row(
        key=key, account="memory", room=call.room, kind=kind, payload=payload, now=now, ordering_key=lane
    )
    uow.defer(outbox.ENQUEUE, row)


async def no_file(_attachment: Attachment) -> bytes | None:
    return None


async def test_a_row_that_comes_due_between_two_queries_is_sent(database: Interrupting) -> None:
    """Delivery missed an edit that came due between the query for due rows and the query for the next due time."""
    clock, platform = CreepingClock(START), MemoryPlatform(MovableClock(START))
    call = Post(room="#r", content=Content(text=(Text("due"),)))
    async with database.transaction() as uow:
        row = outbox.pending_row(
            key="k1", account="memory", room="#r", kind="Post", payload=encode(call), now=START,
            not_before=START + timedelta(milliseconds=100),
        )  # fmt: skip
        uow.defer(outbox.ENQUEUE, row)
    delivery = Delivery(database, MemoryAdapter(platform), clock, RecordingInbox(database), no_file)
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(PATIENCE):
        while not platform.sends:
            await asyncio.sleep(0.01)
    await cancel(running)
    assert [shown.text for shown in platform.messages.values()] == ["due"]


class SlowAdapter(MemoryAdapter):
    """An adapter whose sends wait for `go_on`. It sets `under_way` when a send begins."""

    def __init__(self, platform: MemoryPlatform, lanes: int = 8, *, idempotent: bool = False) -> None:
        super().__init__(platform, Capabilities(buttons=True, concurrent_rooms=lanes, idempotent=idempotent))
        self.under_way = asyncio.Event()
        self.go_on = asyncio.Event()

    async def send(self, sending: Sending) -> Receipt:
        """Wait for `go_on`, then perform."""
        self.under_way.set()
        await self.go_on.wait()
        return await super().send(sending)


async def test_a_sending_that_has_begun_is_recorded_when_the_process_stops(database: Interrupting) -> None:
    """A sending that has begun is finished and recorded; otherwise the next process would repeat it."""
    platform = MemoryPlatform(MovableClock(START))
    async with database.transaction() as uow:
        for key in ("k1", "k2"):
            call = Post(room="#r", content=Content(text=(Text(key),)))
            row = outbox.pending_row(key=key, account="memory", room="#r", kind="Post", payload=encode(call), now=START)
            uow.defer(outbox.ENQUEUE, row)
    adapter = SlowAdapter(platform)
    delivery = Delivery(database, adapter, MovableClock(START), RecordingInbox(database), no_file)
    running = asyncio.create_task(delivery.run())
    await adapter.under_way.wait()
    running.cancel()
    await asyncio.sleep(0)
    adapter.go_on.set()
    await asyncio.gather(running, return_exceptions=True)
    async with database.reading() as uow:
        assert await outbox.counts_by_state(uow) == {"sent": 1, "pending": 1}
    assert [shown.text for shown in platform.messages.values()] == ["k1"]


async def test_a_timer_that_is_set_during_the_query_for_the_next_fires(database: Interrupting) -> None:
    """The wake-up for a later timer, queried before, replaced the wake-up for this one."""
    clock, inbox = SystemClock(), RecordingInbox(database)
    timers = Timers(database, inbox, clock)

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


class HeldPosts(SlowAdapter):
    """A slow adapter for posts only."""

    async def send(self, sending: Sending) -> Receipt:
        """Perform; wait for `go_on` with a post."""
        if isinstance(sending.call, Post):
            return await super().send(sending)
        return await MemoryAdapter.send(self, sending)


@pytest.mark.parametrize("idempotent", [False, True])
async def test_a_room_that_moves_during_a_sending_gets_nothing_twice(database: Interrupting, idempotent: bool) -> None:
    """The old room's queue and the new one's both sent the rows: a key makes sendings idempotent in one room only."""
    platform = MemoryPlatform(MovableClock(START))
    adapter = HeldPosts(platform, idempotent=idempotent)
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), no_file)
    async with database.transaction() as uow:
        for key in ("k1", "k2"):
            enqueue(uow, key, Post(room="#r", content=Content(text=(Text(key),))), lane="#r")
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(PATIENCE):
        await adapter.under_way.wait()
        async with database.transaction() as uow:
            await outbox.move_room(uow, "memory", "#r", "#s")
        adapter.go_on.set()
        while await states(database) != {"sent": 2}:
            await asyncio.sleep(0.01)
    await cancel(running)
    assert [(shown.room, shown.text) for shown in platform.messages.values()] == [("#r", "k1"), ("#s", "k2")]


@pytest.mark.parametrize("lanes", [1, 2])
async def test_an_unordered_call_is_retried(database: Interrupting, lanes: int) -> None:
    """Delivery missed the retry, with a free queue as well as with a slow post in the only one."""
    platform = MemoryPlatform(MovableClock(START))
    adapter = HeldPosts(platform, lanes)
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), no_file)
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


async def test_a_later_timer_does_not_replace_the_retry(database: Interrupting) -> None:
    """The query for the next timer failed, and a wake-up for tomorrow replaced the one for the retry."""
    clock, inbox = SystemClock(), RecordingInbox(database)
    timers = Timers(database, inbox, clock)
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
