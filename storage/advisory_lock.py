"""A lock that one process holds on a PostgreSQL database, whichever host it runs on.

The server frees it when the connection ends, however it ends; the holder notices within seconds that it lost it.
https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
"""

from __future__ import annotations

import asyncio

import structlog
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

log = structlog.get_logger()
CHECK_SECONDS = 2.0
"""How often the holder asks whether its connection still stands."""
_HELD = text(
    "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_locks.database = pg_database.oid"
    " WHERE locktype = 'advisory' AND datname = current_database()"
    " AND (classid::bigint << 32) | objid::bigint = hashtextextended(:name, 0)"
)


class LockTaken(Exception):
    """Another process holds the lock."""


class AdvisoryLock:
    """A lock with this name on the engine's database. Its connection does nothing else."""

    def __init__(self, engine: AsyncEngine, name: str, *, check_seconds: float = CHECK_SECONDS) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._name = f"glocal:{name}"
        self._check_seconds = check_seconds
        self._connection: AsyncConnection | None = None

    async def acquire(self) -> bool:
        """Take the lock. Return False if another process holds it. Raises sqlalchemy.exc.OperationalError."""
        connection, taken = await self._engine.connect(), False
        try:
            lock = select(func.pg_try_advisory_lock(func.hashtextextended(self._name, 0)))
            taken = bool((await connection.execute(lock)).scalar_one())
        finally:
            if not taken:
                await connection.close()
        self._connection = connection if taken else None
        return taken

    async def keep(self) -> None:
        """Hold the lock until cancelled, and take it again when the connection ends. Raises LockTaken."""
        while True:
            await asyncio.sleep(self._check_seconds)
            try:
                async with asyncio.timeout(self._check_seconds * 5):
                    await self._check()
            except (DBAPIError, TimeoutError) as error:
                log.warning("lock-lost", name=self._name, why=str(getattr(error, "orig", error)))
                await self.release()

    async def _check(self) -> None:
        if self._connection is not None:
            await self._connection.execute(select(1))
        elif await self.acquire():
            log.info("lock-taken-again", name=self._name)
        else:
            raise LockTaken(self._name)

    async def release(self) -> None:
        """Give the lock back. The connection ends, since one that returned to the pool would keep it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.invalidate()
            await connection.close()

    async def is_held(self) -> bool:
        """Return whether any process holds the lock. Raises sqlalchemy.exc.OperationalError."""
        async with self._engine.connect() as connection:
            return bool((await connection.execute(_HELD, {"name": self._name})).scalar_one())
