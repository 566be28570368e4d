"""A cancelled writer leaves the database consistent, unlocked, and without errors in the log."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from pathlib import Path

import pytest
from sqlmodel import select

from storage.cancellation import shielded
from storage.database import Database
from storage.tables import Network
from tests.stage import START, Stage, staged

ROUNDS = 25
SEED = 20261125


async def is_unlocked(stage: Stage) -> bool:
    """Return whether another process can write at once."""
    other = sqlite3.connect(stage.path / "glocal.db", timeout=0, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return False
    finally:
        other.close()
    return True


@pytest.mark.file
async def test_cancelled_dispatch_leaves_the_database_unlocked(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A dispatch that is cancelled during a write leaves the database unlocked and loses no value."""
    chance = random.Random(SEED)
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" yes no')
        card = stage.last()
        for number in range(ROUNDS):
            stage.platform.say("#lyon", "@carla", f'!poll "Question {number}?" yes no')
            stage.platform.react(card.id, f"@m{number}", "1️⃣")
            reading = asyncio.create_task(stage.adapter.read_new(stage.application.dispatch))
            await asyncio.sleep(chance.uniform(0, 0.02))
            await stage.close()
            assert await is_unlocked(stage), number
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)
            await stage.open()
            await stage.settle()
        native = [shown for shown in stage.shown() if shown.content is not None and shown.content.poll is not None]
        assert len(native) == ROUNDS + 1
    assert [record.message for record in caplog.records if record.exc_info] == []


async def test_a_cancelled_transaction_is_rolled_back_even_when_cancelled_twice(tmp_path: Path) -> None:
    """A cancelled transaction finishes its statement and is rolled back, even if cancelled twice."""
    database = Database(f"sqlite:///{tmp_path / 'glocal.db'}")
    async with database.engine.begin() as connection:
        await connection.run_sync(Network.metadata.create_all)
    begun = asyncio.Event()

    async def write() -> None:
        async with database.transaction() as uow:
            await uow.add(Network(name="one", created_at=START))
            begun.set()
            await shielded(asyncio.sleep(0.05))
            await uow.add(Network(name="two", created_at=START))

    writing = asyncio.create_task(write())
    await begun.wait()
    writing.cancel()
    await asyncio.sleep(0)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    assert writing.cancelled()
    async with database.reading() as uow:
        assert await uow.all(select(Network)) == []
    await database.close()


async def test_shielded_work_raises_its_error() -> None:
    """Shielded work raises its own error, or CancelledError if the caller was cancelled."""

    async def fails() -> None:
        await asyncio.sleep(0.02)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await shielded(fails())
    working = asyncio.create_task(shielded(fails()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert working.cancelled()
