"""A lock that one process holds on a PostgreSQL database, whichever host it runs on.

The server frees it when the connection ends, however it ends.
https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from contextlib import suppress

from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

RUN = "run"
"""The lock that every running bot shares, and that a command takes for itself when none may run."""
_TRY_SECONDS = 0.5
_UNLOCK_SECONDS = 2
_HELD = text(
    "SELECT name FROM unnest(CAST(:names AS text[])) AS name WHERE EXISTS ("
    "SELECT FROM pg_locks JOIN pg_database ON pg_locks.database = pg_database.oid"
    " WHERE locktype = 'advisory' AND granted AND datname = current_database()"
    " AND (classid::bigint << 32) | objid::bigint = hashtextextended('glocal:' || name, 0))"
)


class AdvisoryLock:
    """A lock with this name on the engine's database, for this process alone. Its connection does nothing else."""

    def __init__(self, engine: AsyncEngine, name: str) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._key = func.hashtextextended(f"glocal:{name}", 0)
        self._connection: AsyncConnection | None = None

    async def acquire(self) -> bool:
        """Take the lock. Return False if another process holds it. Raises sqlalchemy.exc.OperationalError."""
        connection, taken = await self._engine.connect(), False
        try:
            taken = bool((await connection.execute(select(func.pg_try_advisory_lock(self._key)))).scalar_one())
        finally:
            if not taken:
                await connection.close()
        self._connection = connection if taken else None
        return taken

    async def release(self) -> None:
        """Give the lock back: it is free on return. If the server doesn't answer, the connection's end frees it.

        The connection ends in any case, since one that returned to the pool might keep the lock.
        """
        connection, self._connection = self._connection, None
        if connection is None:
            return
        with suppress(DBAPIError, TimeoutError):
            async with asyncio.timeout(_UNLOCK_SECONDS):
                await connection.execute(select(func.pg_advisory_unlock(self._key)))
        await connection.invalidate()
        await connection.close()


class Turns:
    """A lock that processes take in turn. Each keeps it for some seconds after its work."""

    def __init__(self, engine: AsyncEngine, name: str) -> None:
        self._lock = AdvisoryLock(engine, name)
        self._giving_back: asyncio.Task[None] | None = None

    async def take(self) -> None:
        """Wait until no other process has the turn. Raises sqlalchemy.exc.OperationalError."""
        if self._giving_back is not None:
            await self._giving_back
        while not await self._lock.acquire():  # noqa: ASYNC110 - the server tells nobody that a lock is free
            await asyncio.sleep(_TRY_SECONDS)

    def give_back(self, seconds: float) -> None:
        """Let others have the turn after this time."""
        self._giving_back = asyncio.create_task(self._give_back(seconds))

    async def _give_back(self, seconds: float) -> None:
        try:
            await asyncio.sleep(seconds)
        finally:
            self._giving_back = None
            await self._lock.release()


async def held_locks(engine: AsyncEngine, names: Collection[str]) -> set[str]:
    """Return those of the locks that some process holds. Raises sqlalchemy.exc.OperationalError."""
    async with engine.connect() as connection:
        return set((await connection.execute(_HELD, {"names": sorted(names)})).scalars())
