"""Tidying: when it happens, and what it leaves of the files."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.clock import MovableClock
from schedules.housekeeping import CHECK_SECONDS, Housekeeping
from schedules.timers import LONGEST_SLEEP_SECONDS, Timers
from storage.bulk_writes import insert_new
from storage.database import Database
from storage.queries import dead_letters
from storage.queries.timers import SET_TIMER
from storage.tables import DeadLetter
from tests.integration.schedule_fakes import RecordingInbox
from tests.stores import store
from tests.waiting import until

pytestmark = pytest.mark.file

START = datetime(2026, 11, 25, 9, tzinfo=UTC)
HOUSEKEEPING_TIMES = [
    (timedelta(hours=12), False),  # 21:00 on the same day
    (timedelta(hours=19), True),  # 04:00 on the next
    (timedelta(hours=-3), True),  # somebody set the clock back
]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An upgraded database."""
    made = Database(store("sqlite").url(tmp_path))
    yield made
    await made.close()


async def fill(database: Database) -> None:
    """Store four megabytes of dead letters that expired."""
    async with database.transaction() as uow:
        for number in range(4000):
            row = {"kind": "MessagePosted", "payload": "x" * 1000, "error": "E", "at": START - timedelta(days=90)}
            uow.defer(insert_new(DeadLetter), {**row, "key": f"d{number}"})


async def test_it_tidies_at_the_start_and_gives_the_space_back(database: Database, tmp_path: Path) -> None:
    """A bot that never runs at night keeps to the retention time, too; file and WAL shrink."""
    await fill(database)
    file, wal = tmp_path / "glocal.db", tmp_path / "glocal.db-wal"
    full = file.stat().st_size + wal.stat().st_size
    housekeeping = Housekeeping(database, MovableClock(START), retention=timedelta(days=30))
    running = asyncio.create_task(housekeeping.run())
    await until(lambda: housekeeping.last_tidy)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert (file.stat().st_size < full // 4, wal.stat().st_size) == (True, 0)


async def keep_much(database: Database) -> None:
    """Store sixteen megabytes that stay."""
    async with database.transaction() as uow:
        for number in range(160):
            row = {"kind": "MessagePosted", "payload": "x" * 100_000, "error": "E", "at": START}
            uow.defer(insert_new(DeadLetter), {**row, "key": f"kept{number}"})


async def test_even_a_little_space_is_given_back(database: Database, tmp_path: Path) -> None:
    """The free pages of a file that is mostly in use go back to the system, without rewriting the file."""
    await fill(database)
    await keep_much(database)
    await database.empty_log()
    full = (tmp_path / "glocal.db").stat().st_size
    await Housekeeping(database, MovableClock(START), retention=timedelta(days=30)).tidy()
    assert (tmp_path / "glocal.db").stat().st_size < full - 3_500_000


async def test_a_database_from_before_gives_space_back_too(tmp_path: Path) -> None:
    """A file that can't free single pages is rewritten once, when a quarter of it is free."""
    await Database(url := store("sqlite").url(tmp_path)).close()
    with closing(sqlite3.connect(file := tmp_path / "glocal.db")) as opened:
        opened.execute("PRAGMA auto_vacuum=NONE")
        opened.execute("VACUUM")
    database = Database(url)
    await fill(database)
    await database.empty_log()
    full = file.stat().st_size
    await Housekeeping(database, MovableClock(START), retention=timedelta(days=30)).tidy()
    await database.close()
    assert file.stat().st_size < full // 4
    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("PRAGMA auto_vacuum").fetchone() == (2,)


def test_nothing_sleeps_longer_than_a_minute() -> None:
    """After a step of the clock or a suspend, timers and tidying are a minute late at most."""
    assert max(LONGEST_SLEEP_SECONDS, CHECK_SECONDS) <= 60


async def test_taken_back_words_are_soon_in_no_file(database: Database, tmp_path: Path) -> None:
    """While the bot runs, the WAL does not keep them either."""
    row = {"key": "d", "kind": "MessagePosted", "payload": "WITHDRAWNWORDS", "error": "E", "at": START}
    housekeeping = Housekeeping(database, MovableClock(START), retention=timedelta(days=30), check_seconds=0.01)
    running = asyncio.create_task(housekeeping.run())
    await until(lambda: housekeeping.last_tidy)
    async with database.transaction() as uow:
        uow.defer(insert_new(DeadLetter), row)
    async with database.transaction() as uow:
        await dead_letters.forget(uow, "d")
    files = [tmp_path / "glocal.db", tmp_path / "glocal.db-wal"]
    await until(lambda: not any(b"WITHDRAWNWORDS" in file.read_bytes() for file in files))
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_the_log_stays_short_while_many_write(database: Database, tmp_path: Path) -> None:
    """Commits don't wait for the WAL to be moved, and it doesn't grow all the same."""
    longest = 0

    async def write(number: int) -> None:
        nonlocal longest
        for turn in range(40):
            async with database.transaction() as uow:
                row = {"kind": "MessagePosted", "payload": "x" * 100_000, "error": "E", "at": START}
                uow.defer(insert_new(DeadLetter), {**row, "key": f"d{number}-{turn}"})
            longest = max(longest, (tmp_path / "glocal.db-wal").stat().st_size)

    await asyncio.gather(*(write(number) for number in range(10)))
    assert longest < 16_000_000 < (tmp_path / "glocal.db").stat().st_size


@pytest.mark.parametrize(("moved", "again"), HOUSEKEEPING_TIMES)
async def test_it_tidies_once_a_night(database: Database, moved: timedelta, again: bool) -> None:
    """The clock decides, not how long the process slept."""
    clock = MovableClock(START)
    housekeeping = Housekeeping(database, clock, retention=timedelta(days=30), check_seconds=0.01)
    running = asyncio.create_task(housekeeping.run())
    first = await until(lambda: housekeeping.last_tidy)
    clock.advance(moved)
    if again:
        await until(lambda: housekeeping.last_tidy != first)
    else:
        await asyncio.sleep(0.2)
        assert housekeeping.last_tidy == first
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_a_timer_is_not_late_after_a_step_of_the_clock(database: Database) -> None:
    """Nobody tells us that the clock was set; the longest sleep, a minute in earnest, notices it."""
    clock, inbox = MovableClock(START), RecordingInbox(database)
    async with database.transaction() as uow:
        uow.defer(SET_TIMER, {"kind": "probe", "subject": "1", "due": START + timedelta(hours=1)})
    running = asyncio.create_task(Timers(database, inbox, clock, longest_sleep=0.05).run())
    await asyncio.sleep(0.2)
    assert inbox.values == []
    clock.advance(timedelta(hours=1))
    await until(lambda: inbox.values)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
