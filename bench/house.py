"""A core on a fresh database, for the benchmarks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import structlog

from adapters.cli.application import Application
from bots.clock import MovableClock
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Capabilities
from bots.testing import MemoryAdapter, MemoryPlatform
from storage.database import Database
from storage.migrate import upgrade

LIKE_MATRIX = Capabilities(buttons=False, native_polls=True, idempotent=True)


def quiet() -> None:
    """Log only errors."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    logging.getLogger("psycopg").setLevel(logging.ERROR)


@asynccontextmanager
async def opened(folder: Path, url: str = "") -> AsyncIterator[Application]:
    """Yield an application that dispatches, but sends nothing and fires no timers by itself.

    It uses a new SQLite file in the folder, or the empty database of the URL.
    """
    quiet()
    database = Database(url or f"sqlite:///{folder / 'bench.db'}")
    await upgrade(database.engine)
    clock = MovableClock(datetime.now(UTC))
    house = Application(database, [MemoryAdapter(MemoryPlatform(clock), LIKE_MATRIX)], clock, limits=NO_LIMITS)
    await house.resume()
    running = asyncio.create_task(house.dispatch.run())
    try:
        yield house
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await database.close()
