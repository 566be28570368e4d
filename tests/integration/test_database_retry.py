"""Delivery records what it sent, however long another process locks the database, and can still be cancelled."""

from __future__ import annotations

import asyncio
import gc
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from bots.clock import MovableClock, SystemClock
from bots.core.inbound import Attachment
from bots.core.outbound import Content, Post, encode
from bots.core.richtext import Text
from bots.ports import Capabilities, Later, Receipt, Sending
from bots.testing import MemoryAdapter, MemoryPlatform
from schedules.delivery.files import FileStore
from schedules.delivery.worker import Delivery
from storage.database import Database
from storage.queries import outbox
from tests.integration.test_timers import RecordingInbox
from tests.waiting import PATIENCE

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
ROOMS = ("#r1", "#r2", "#r3")


class LockingProcess:
    """Another process that locks the database."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=0)

    async def lock(self) -> None:
        """Lock the database as soon as nobody writes."""
        while not self._connection.in_transaction:
            try:
                self._connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                await asyncio.sleep(0.005)

    def unlock(self) -> None:
        """Unlock the database."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Unlock the database and close the connection."""
        self.unlock()
        self._connection.close()


class LockingAdapter(MemoryAdapter):
    """An adapter during whose sends the database gets locked. `first` is the receipt of the first send."""

    def __init__(self, platform: MemoryPlatform, locker: LockingProcess) -> None:
        super().__init__(platform, Capabilities(buttons=True))
        self._locker = locker
        self.first: Receipt | None = None
        self.sent = asyncio.Event()

    async def send(self, sending: Sending) -> Receipt:
        """Perform, and lock the database."""
        first, self.first = self.first, None
        receipt = first or await super().send(sending)
        await self._locker.lock()
        self.sent.set()
        return receipt


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A database with a post to each room in the outbox, which waits only briefly for other writers."""
    made = Database(f"sqlite:///{tmp_path / 'glocal.db'}", busy_seconds=0.05)
    async with made.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with made.transaction() as uow:
        for room in ROOMS:
            payload = encode(Post(room=room, content=Content(text=(Text("tea"),))))
            row = outbox.pending_row(key=room, account="memory", room=room, kind="Post", payload=payload, now=START)
            uow.defer(outbox.ENQUEUE, row)
    yield made
    await made.close()


@pytest.fixture
async def locker(database: Database, tmp_path: Path) -> AsyncIterator[LockingProcess]:
    """A process that has not locked the database yet."""
    assert await states(database) == {"pending": len(ROOMS)}
    made = LockingProcess(tmp_path / "glocal.db")
    yield made
    made.close()


async def states(database: Database) -> dict[str, int]:
    async with database.reading() as uow:
        return await outbox.counts_by_state(uow)


async def no_file(_attachment: Attachment) -> bytes | None:
    return None


async def wait_for_states(database: Database, wanted: dict[str, int]) -> None:
    async with asyncio.timeout(PATIENCE):
        while await states(database) != wanted:
            await asyncio.sleep(0.02)


async def test_a_sending_is_recorded_after_the_database_was_locked(database: Database, locker: LockingProcess) -> None:
    """The row remained "sending", and the next process sent it again."""
    platform = MemoryPlatform(MovableClock(START))
    adapter = LockingAdapter(platform, locker)
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), FileStore(no_file))
    running = asyncio.create_task(delivery.run())
    await adapter.sent.wait()
    await asyncio.sleep(0.3)
    assert (await states(database)).get("sent") is None
    async with asyncio.timeout(PATIENCE):
        while (await states(database)).get("sent") != len(ROOMS):
            locker.unlock()
            await asyncio.sleep(0.2)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert sorted(shown.room for shown in platform.messages.values()) == list(ROOMS)


async def test_a_pause_is_recorded_after_the_database_was_locked(database: Database, locker: LockingProcess) -> None:
    """The postponed row remained "sending" until the next start, which did not know of the pause."""
    adapter = LockingAdapter(MemoryPlatform(MovableClock(START)), locker)
    adapter.first = Later(3600, account_wide=True)
    async with database.transaction() as uow:
        for room in ROOMS[1:]:
            uow.defer(outbox.SETTLE, {"b_id": ROOMS.index(room) + 1, "b_state": "sent", "b_detail": "", "b_at": START})
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), FileStore(no_file))
    running = asyncio.create_task(delivery.run())
    await adapter.sent.wait()
    await asyncio.sleep(0.3)
    locker.unlock()
    await wait_for_states(database, {"pending": 1, "sent": 2})
    async with database.reading() as uow:
        assert await outbox.paused_until(uow, "memory") is not None
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_a_cancelled_delivery_leaves_no_error_behind(database: Database, locker: LockingProcess) -> None:
    """The log ended with "Future exception was never retrieved" and a long traceback."""
    complaints: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: complaints.append(context["message"]))
    adapter = LockingAdapter(MemoryPlatform(MovableClock(START)), locker)
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), FileStore(no_file))
    running = asyncio.create_task(delivery.run())
    await adapter.sent.wait()
    await asyncio.sleep(0.3)
    running.cancel()
    await asyncio.wait([running], timeout=PATIENCE)
    assert running.done()
    gc.collect()
    assert complaints == []
