"""The demo's clock, which goes on by itself while it is moved."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from adapters.cli.application import Application
from adapters.cli.demo.clock import next_stop
from adapters.sandbox.adapter import SandboxAdapter
from adapters.sandbox.platform.sandbox import Sandbox
from bots.clock import MovableClock
from storage.database import Database
from storage.tables import Timer
from tests.stores import store

BEGIN = datetime.fromisoformat("2026-11-25T15:00:13+00:00")


async def test_clock_stops_at_what_came_due_meanwhile(tmp_path: Path) -> None:
    """What came due since the bot last looked is the next stop: the clock doesn't pass over all that follows."""
    clock = MovableClock(BEGIN)
    sandbox = Sandbox(clock=clock)
    database = Database(store("sqlite").url(tmp_path))
    try:
        application = Application(database, [SandboxAdapter(sandbox, "web-matrix")], clock)
        passed, later = BEGIN - timedelta(milliseconds=1), BEGIN + timedelta(hours=2)
        async with database.transaction() as uow:
            for subject, due in (("1", passed), ("2", later)):
                await uow.add(Timer(kind="alerts", subject=subject, due=due))
        assert await next_stop(application) == passed
    finally:
        await database.close()
        sandbox.close()
