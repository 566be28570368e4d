"""Timers and outbox rows that come due while the process is busy are not missed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bots.clock import SystemClock
from schedules.timers import BATCH_SIZE, Timers
from storage.queries.timers import SET_TIMER, Kinds
from tests.integration.schedule_fakes import InterruptingDatabase, RecordingInbox, cancel
from tests.stores import store
from tests.waiting import PATIENCE


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[InterruptingDatabase]:
    """Yield an empty database."""
    made = InterruptingDatabase(store().url(tmp_path))
    yield made
    await made.close()


async def test_timer_set_during_the_query_fires(database: InterruptingDatabase) -> None:
    """A timer set during the query for the next due time fires on time."""
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


async def test_many_due_timers_are_submitted_in_parts(database: InterruptingDatabase) -> None:
    """Of very many timers that are due together few are one transaction, so that an answer does not wait for all."""
    clock, inbox = SystemClock(), RecordingInbox(database)
    async with database.transaction() as uow:
        for number in range(100):
            uow.defer(SET_TIMER, {"kind": "probe", "subject": str(number), "due": clock.now()})
    assert await Timers(database, inbox, clock).fire_due()
    assert (sum(inbox.sizes), max(inbox.sizes)) == (100, BATCH_SIZE)
    assert BATCH_SIZE <= 32


async def test_background_timers_and_others_have_two_owners(database: InterruptingDatabase) -> None:
    """Each fires its kinds alone, and together they fire all."""
    clock = SystemClock()
    async with database.transaction() as uow:
        for kind in ("redraw", "reminder"):
            uow.defer(SET_TIMER, {"kind": kind, "subject": "1", "due": clock.now()})
    for which, kind in ((Kinds({"redraw"}, others=False), "redraw"), (Kinds({"redraw"}), "reminder")):
        inbox = RecordingInbox(database)
        assert await Timers(database, inbox, clock, which=which).fire_due()
        assert [getattr(value, "kind", "") for value in inbox.values] == [kind]
    assert not await Timers(database, RecordingInbox(database), clock).fire_due()


async def test_a_later_timer_does_not_replace_the_retry(database: InterruptingDatabase) -> None:
    """After a failed query a wake-up for a later timer does not replace the retry."""
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


async def test_a_stop_at_the_moment_of_a_wake_up_is_not_lost(database: InterruptingDatabase) -> None:
    """The timers end when they are cancelled in the same moment in which something wakes them."""
    clock = SystemClock()
    timers = Timers(database, RecordingInbox(database), clock)
    async with database.transaction() as uow:
        uow.defer(SET_TIMER, {"kind": "probe", "subject": "later", "due": clock.now() + timedelta(hours=1)})
    running = asyncio.create_task(timers.run())
    await asyncio.sleep(0.3)  # until they sleep
    timers.wake_at(clock.now() + timedelta(minutes=30))
    await asyncio.sleep(0)
    running.cancel()
    done, _ = await asyncio.wait({running}, timeout=PATIENCE)
    assert running in done and running.cancelled()
