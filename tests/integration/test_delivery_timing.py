"""Delivery misses no row that comes due or moves while it is busy."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bots.clock import MovableClock, SystemClock
from bots.core.outbound import Answer, ApproveJoinRequest, Content, Post, encode, kind_of
from bots.core.richtext import Text
from bots.ports import Later, Receipt, Sending
from bots.testing import MemoryAdapter, MemoryPlatform
from schedules.delivery.files import FileStore
from schedules.delivery.sending_tasks import MOST_UNORDERED
from schedules.delivery.worker import Delivery
from storage.database import Database
from storage.queries import outbox, room_moves
from storage.unit_of_work import UnitOfWork
from tests.integration.schedule_fakes import (
    START,
    InterruptingDatabase,
    RecordingInbox,
    SlowAdapter,
    cancel,
    read_nothing,
)
from tests.stores import store
from tests.waiting import PATIENCE


class CreepingClock(MovableClock):
    """A clock that advances by 60 ms at each reading."""

    def now(self) -> datetime:
        """Return the time as aware UTC."""
        self.advance(timedelta(milliseconds=60))
        return super().now()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[InterruptingDatabase]:
    """Yield an empty database."""
    made = InterruptingDatabase(store().url(tmp_path))
    yield made
    await made.close()


async def counts_by_state(database: Database) -> dict[str, int]:
    """Return the number of outbox rows in each state."""
    async with database.reading() as uow:
        return await outbox.counts_by_state(uow)


def enqueue(uow: UnitOfWork, key: str, call: Post | Answer | ApproveJoinRequest, *, lane: str) -> None:
    """Put a row into the outbox, due now."""
    kind, payload, now = kind_of(call), encode(call), SystemClock().now()
    row = outbox.pending_row(
        key=key, account="memory", room=call.room, kind=kind, payload=payload, now=now, ordering_key=lane
    )
    uow.defer(outbox.ENQUEUE, row)


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


class SlowPostsAdapter(SlowAdapter):
    """A slow adapter for posts and answers only."""

    async def send(self, sending: Sending) -> Receipt:
        """Perform the call, and wait for `go_on` before a post or an answer."""
        if isinstance(sending.call, Post | Answer):
            return await super().send(sending)
        return await MemoryAdapter.send(self, sending)


def post(text: str) -> Post:
    """Return a post."""
    return Post(room="#r", content=Content(text=(Text(text),)))


def answer(text: str) -> Answer:
    """Return an answer to a typed command."""
    return Answer(room="#r", user="@anna", content=Content(text=(Text(text),)))


@pytest.mark.parametrize("made", [post, answer])
@pytest.mark.parametrize("idempotent", [False, True])
async def test_room_moved_during_a_send_gets_each_message_once(
    database: InterruptingDatabase, idempotent: bool, made: Callable[[str], Post | Answer]
) -> None:
    """Each pending post or answer is sent once, to the right room, when the room moves during a send."""
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
            await room_moves.move_room(uow, "memory", "#r", "#s")
        delivery.note_moves([("memory", "#r")])
        delivery.wake()
        await asyncio.sleep(0.1)  # it reads the outbox meanwhile
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


async def test_room_that_comes_while_no_slot_is_free_gets_the_next_one(database: InterruptingDatabase) -> None:
    """A room whose message comes while the delivery is busy with another is served after it, without a new reason."""
    platform = MemoryPlatform(MovableClock(START))
    adapter = SlowPostsAdapter(platform, 1)
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), FileStore(read_nothing))
    async with database.transaction() as uow:
        enqueue(uow, "k1", Post(room="#r", content=Content(text=(Text("slow"),))), lane="#r")
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(PATIENCE):
        await adapter.under_way.wait()
    async with database.transaction() as uow:
        enqueue(uow, "k2", ApproveJoinRequest(room="#s", user="@zoe"), lane="#s")
    delivery.wake()
    await asyncio.sleep(0.1)
    adapter.go_on.set()
    async with asyncio.timeout(PATIENCE / 2):
        while not platform.approved_requests:
            await asyncio.sleep(0.01)
    await cancel(running)
    assert platform.approved_requests == [("#s", "@zoe")]


async def test_more_unordered_calls_than_fit_at_once_are_all_made(database: InterruptingDatabase) -> None:
    """Calls that wait for no others are all made, also when there are more of them than the delivery takes at once."""
    platform = MemoryPlatform(MovableClock(START))
    delivery = Delivery(
        database, MemoryAdapter(platform), SystemClock(), RecordingInbox(database), FileStore(read_nothing)
    )
    async with database.transaction() as uow:
        for number in range(3 * MOST_UNORDERED):
            key = f"k{number}"
            enqueue(uow, key, ApproveJoinRequest(room="#s", user=f"@m{number}"), lane=key)
    running = asyncio.create_task(delivery.run())
    async with asyncio.timeout(PATIENCE / 2):
        while len(platform.approved_requests) < 3 * MOST_UNORDERED:
            await asyncio.sleep(0.01)
    await cancel(running)
    assert len(platform.approved_requests) == 3 * MOST_UNORDERED
