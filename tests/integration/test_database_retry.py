"""Delivery records its sends despite a locked database, and can be cancelled."""

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
from storage.queries import outbox, rate_limit_pauses
from tests.integration.schedule_fakes import RecordingInbox
from tests.waiting import PATIENCE

pytestmark = pytest.mark.file

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
    """An adapter that locks the database during each send, and returns `first` from the first one."""

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
    """Yield a database with short lock timeouts and a pending post to each room."""
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
    """Yield a process that has not locked the database yet."""
    assert await counts_by_state(database) == {"pending": len(ROOMS)}
    made = LockingProcess(tmp_path / "glocal.db")
    yield made
    made.close()


async def counts_by_state(database: Database) -> dict[str, int]:
    """Return the number of outbox rows in each state."""
    async with database.reading() as uow:
        return await outbox.counts_by_state(uow)


async def read_nothing(_attachment: Attachment) -> bytes | None:
    """Return no content of an attachment."""
    return None


async def wait_for_states(database: Database, wanted: dict[str, int]) -> None:
    """Wait until the outbox has these numbers of rows in each state."""
    async with asyncio.timeout(PATIENCE):
        while await counts_by_state(database) != wanted:
            await asyncio.sleep(0.02)


async def test_send_is_recorded_after_a_lock(database: Database, locker: LockingProcess) -> None:
    """Delivery records completed sends after the lock ends and does not repeat them."""
    platform = MemoryPlatform(MovableClock(START))
    adapter = LockingAdapter(platform, locker)
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), FileStore(read_nothing))
    running = asyncio.create_task(delivery.run())
    await adapter.sent.wait()
    await asyncio.sleep(0.3)
    assert (await counts_by_state(database)).get("sent") is None
    async with asyncio.timeout(PATIENCE):
        while (await counts_by_state(database)).get("sent") != len(ROOMS):
            locker.unlock()
            await asyncio.sleep(0.2)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert sorted(shown.room for shown in platform.messages.values()) == list(ROOMS)


async def test_pause_is_recorded_after_a_lock(database: Database, locker: LockingProcess) -> None:
    """Delivery records the postponed row and the account's pause after the lock ends."""
    adapter = LockingAdapter(MemoryPlatform(MovableClock(START)), locker)
    adapter.first = Later(3600, account_wide=True)
    async with database.transaction() as uow:
        for room in ROOMS[1:]:
            row = {"b_id": ROOMS.index(room) + 1, "b_state": "sent", "b_detail": "", "b_at": START, "b_erase": True}
            uow.defer(outbox.SETTLE, row)
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), FileStore(read_nothing))
    running = asyncio.create_task(delivery.run())
    await adapter.sent.wait()
    await asyncio.sleep(0.3)
    locker.unlock()
    await wait_for_states(database, {"pending": 1, "sent": 2})
    async with database.reading() as uow:
        assert await rate_limit_pauses.paused_until(uow, "memory") is not None
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_cancelled_delivery_logs_no_error(database: Database, locker: LockingProcess) -> None:
    """Cancelling delivery during a lock leaves no unretrieved exception."""
    loop_errors: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: loop_errors.append(context["message"]))
    adapter = LockingAdapter(MemoryPlatform(MovableClock(START)), locker)
    delivery = Delivery(database, adapter, SystemClock(), RecordingInbox(database), FileStore(read_nothing))
    running = asyncio.create_task(delivery.run())
    await adapter.sent.wait()
    await asyncio.sleep(0.3)
    running.cancel()
    await asyncio.wait([running], timeout=PATIENCE)
    assert running.done()
    gc.collect()
    assert loop_errors == []
