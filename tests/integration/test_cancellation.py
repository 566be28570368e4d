"""Whoever writes may be told to stop at any moment: the database is left whole, free and without a complaint."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from pathlib import Path

import pytest
from sqlmodel import select

from storage.cancellation import unbroken
from storage.database import Database
from storage.tables import Network
from tests.stage import START, Stage, staged

ROUNDS = 25
SEED = 20261125


async def is_free(stage: Stage) -> bool:
    """Whether another process could write at once."""
    other = sqlite3.connect(stage.path / "glocal.db", timeout=0, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return False
    finally:
        other.close()
    return True


async def test_dispatch_that_is_stopped_leaves_the_database_free(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The process held a lock that nobody could give back, and what it had just sent could not be noted any more."""
    chance = random.Random(SEED)
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" yes no')
        card = stage.last()
        for number in range(ROUNDS):
            stage.platform.say("#lyon", "@carla", f'!poll "Question {number}?" yes no')
            stage.platform.react(card.id, f"@m{number}", "1️⃣")
            reading = asyncio.create_task(stage.adapter.read_on(stage.house.dispatch))
            await asyncio.sleep(chance.uniform(0, 0.02))
            await stage.close()
            assert await is_free(stage), number
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)
            await stage.open()
            await stage.settle()
        native = [shown for shown in stage.shown() if shown.content is not None and shown.content.poll is not None]
        assert len(native) == ROUNDS + 1
    assert [record.message for record in caplog.records if record.exc_info] == []


async def test_what_is_cut_off_is_done_or_undone_and_can_be_told_twice(tmp_path: Path) -> None:
    """A statement under way is finished, then the transaction ends as for any other error."""
    database = Database(f"sqlite:///{tmp_path / 'glocal.db'}")
    async with database.engine.begin() as connection:
        await connection.run_sync(Network.metadata.create_all)
    begun = asyncio.Event()

    async def found() -> None:
        async with database.transaction() as uow:
            await uow.add(Network(name="one", code="one", created_at=START))
            begun.set()
            await unbroken(asyncio.sleep(0.05))
            await uow.add(Network(name="two", code="two", created_at=START))

    founding = asyncio.create_task(found())
    await begun.wait()
    founding.cancel()
    await asyncio.sleep(0)
    founding.cancel()
    await asyncio.gather(founding, return_exceptions=True)
    assert founding.cancelled()
    async with database.reading() as uow:
        assert await uow.all(select(Network)) == []
    await database.close()


async def test_unbroken_work_that_fails_says_so() -> None:
    """Its own error where nobody was told to stop; the word to stop where somebody was."""

    async def fails() -> None:
        await asyncio.sleep(0.02)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await unbroken(fails())
    working = asyncio.create_task(unbroken(fails()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert working.cancelled()
