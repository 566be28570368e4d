"""How late a running application sends a thousand things that are due in the same second."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.cli.application import Application
from bench.house import LIKE_MATRIX, quiet
from bench.measure import Result, percentile
from bots.clock import MovableClock, SystemClock
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Receipt, Sending
from bots.testing import MemoryAdapter, MemoryPlatform
from storage.database import Database
from storage.migrate import upgrade
from storage.unit_of_work import UnitOfWork

DUE, PENDING = 1_000, 100_000
Fill = Callable[[UnitOfWork, datetime], Awaitable[None]]
"""Adds `DUE` things that are due at an instant, and `PENDING` later ones."""


class TimingAdapter(MemoryAdapter):
    """Records when each call whose key begins with `prefix` was sent."""

    def __init__(self, prefix: str) -> None:
        super().__init__(MemoryPlatform(MovableClock(datetime.now(UTC))), LIKE_MATRIX)
        self.performed: list[datetime] = []
        self.all_done = asyncio.Event()
        self._prefix = prefix

    async def send(self, sending: Sending) -> Receipt:
        """Perform the call and record the time."""
        receipt = await super().send(sending)
        if sending.key.startswith(self._prefix):
            self.performed.append(datetime.now(UTC))
            if len(self.performed) == DUE:
                self.all_done.set()
        return receipt


def lateness(name: str, prefix: str, fill: Fill, what: str) -> list[Result]:
    """Measure `<name>_p99_s` and `<name>_p50_s`: seconds from the due time until the platform has the message."""
    with tempfile.TemporaryDirectory() as folder:
        late = asyncio.run(_measure(Path(folder), prefix, fill))
    return [
        Result(f"{name}_p99_s", percentile(late, 0.99), "s", "", what),
        Result(f"{name}_p50_s", percentile(late, 0.5), "s", "", what),
    ]


async def _measure(folder: Path, prefix: str, fill: Fill) -> list[float]:
    quiet()
    database = Database(f"sqlite:///{folder / 'bench.db'}")
    await upgrade(database.engine)
    due = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=60)
    async with database.transaction() as uow:
        await fill(uow, due)
    assert datetime.now(UTC) < due, "the rows were not made in time"
    adapter = TimingAdapter(prefix)
    house = Application(database, [adapter], SystemClock(), limits=NO_LIMITS)
    running = asyncio.create_task(house.run())
    try:
        async with asyncio.timeout(240):
            await adapter.all_done.wait()
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await database.close()
    return [(at - due).total_seconds() for at in adapter.performed]
