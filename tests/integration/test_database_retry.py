"""What was sent is noted however long another process holds the database; who is told to stop stops all the same."""

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
from schedules.delivery.worker import Delivery
from storage.database import Database
from storage.queries import outbox
from tests.integration.test_timers import Heard

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
ROOMS = ("#r1", "#r2", "#r3")


class Holder:
    """Another process that takes the database for itself."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=0)

    async def take(self) -> None:
        """As soon as nobody writes, until it is given back."""
        while not self._connection.in_transaction:
            try:
                self._connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                await asyncio.sleep(0.005)

    def give_back(self) -> None:
        """The others may write again."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """No more of it."""
        self.give_back()
        self._connection.close()


class TakenMeanwhile(MemoryAdapter):
    """While a post is sent, somebody takes the database; `first` is what the platform answers to the first one."""

    def __init__(self, platform: MemoryPlatform, holder: Holder) -> None:
        super().__init__(platform, Capabilities(buttons=True))
        self._holder = holder
        self.first: Receipt | None = None
        self.sent = asyncio.Event()

    async def send(self, sending: Sending) -> Receipt:
        """Perform."""
        first, self.first = self.first, None
        receipt = first or await super().send(sending)
        await self._holder.take()
        self.sent.set()
        return receipt


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """One with a post to each room in its outbox, which does not wait long for other writers."""
    made = Database(f"sqlite:///{tmp_path / 'glocal.db'}", busy_seconds=0.05)
    async with made.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with made.transaction() as uow:
        for room in ROOMS:
            payload = encode(Post(room=room, content=Content(text=(Text("tea"),))))
            row = outbox.row(key=room, account="memory", room=room, kind="Post", payload=payload, now=START)
            uow.defer(outbox.PUT, row)
    yield made
    await made.close()


@pytest.fixture
async def holder(database: Database, tmp_path: Path) -> AsyncIterator[Holder]:
    """Who has not taken it yet."""
    assert await states(database) == {"pending": len(ROOMS)}
    made = Holder(tmp_path / "glocal.db")
    yield made
    made.close()


async def states(database: Database) -> dict[str, int]:
    async with database.reading() as uow:
        return await outbox.counts(uow)


async def no_file(_attachment: Attachment) -> bytes | None:
    return None


async def comes_to(database: Database, wanted: dict[str, int]) -> None:
    async with asyncio.timeout(20):
        while await states(database) != wanted:
            await asyncio.sleep(0.02)


async def test_what_was_sent_while_the_database_was_taken_is_noted(database: Database, holder: Holder) -> None:
    """Its row stayed "sending", and the next process sent it once more, on a platform that shows it twice."""
    platform = MemoryPlatform(MovableClock(START))
    adapter = TakenMeanwhile(platform, holder)
    delivery = Delivery(database, adapter, SystemClock(), Heard(database), no_file)
    running = asyncio.create_task(delivery.run())
    await adapter.sent.wait()
    await asyncio.sleep(0.3)
    assert (await states(database)).get("sent") is None
    async with asyncio.timeout(20):
        while (await states(database)).get("sent") != len(ROOMS):
            holder.give_back()
            await asyncio.sleep(0.2)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert sorted(shown.room for shown in platform.messages.values()) == list(ROOMS)


async def test_a_pause_asked_for_while_the_database_was_taken_is_kept(database: Database, holder: Holder) -> None:
    """The row that was put off stayed "sending" until the next start, which knew nothing of the pause."""
    adapter = TakenMeanwhile(MemoryPlatform(MovableClock(START)), holder)
    adapter.first = Later(3600, account_wide=True)
    async with database.transaction() as uow:
        for room in ROOMS[1:]:
            uow.defer(outbox.SETTLE, {"b_id": ROOMS.index(room) + 1, "b_state": "sent", "b_detail": "", "b_at": START})
    delivery = Delivery(database, adapter, SystemClock(), Heard(database), no_file)
    running = asyncio.create_task(delivery.run())
    await adapter.sent.wait()
    await asyncio.sleep(0.3)
    holder.give_back()
    await comes_to(database, {"pending": 1, "sent": 2})
    async with database.reading() as uow:
        assert await outbox.paused_until(uow, "memory") is not None
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_who_is_told_to_stop_meanwhile_leaves_no_error_behind(database: Database, holder: Holder) -> None:
    """The log ended with "Future exception was never retrieved" and two screens of traceback."""
    complaints: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: complaints.append(context["message"]))
    adapter = TakenMeanwhile(MemoryPlatform(MovableClock(START)), holder)
    delivery = Delivery(database, adapter, SystemClock(), Heard(database), no_file)
    running = asyncio.create_task(delivery.run())
    await adapter.sent.wait()
    await asyncio.sleep(0.3)
    running.cancel()
    await asyncio.wait([running], timeout=20)
    assert running.done()
    gc.collect()
    assert complaints == []
