"""A process's own connection to PostgreSQL: it holds the locks of the process, and hears the others' notices.

The server frees all locks when the connection ends, however it ends. The process learns of that at once if the network
reports it, and otherwise before the server does: it asks every two seconds, and after three seconds without an answer
it counts as disconnected. The server gives a silent machine eleven (`storage/postgresql.py`).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol

import psycopg
import structlog
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.advisory_lock import RUN
from storage.notifications import CHANNEL

log = structlog.get_logger()
STAND_BY_SECONDS = 0.5
"""How often a process tries to take a lock that another one holds."""
COURTESY_SECONDS = 2.0
"""After the connection ended, others may have lost theirs too: for so long, take only what we held before."""
_CHECK_SECONDS = 2.0
_DOUBT_SECONDS = 3.0
_ANSWER_SECONDS = 5.0
_RECONNECT_SECONDS = (0.05, 0.2, 0.5)
_TRY = text(
    "SELECT name FROM unnest(CAST(:names AS text[])) AS name"
    " WHERE pg_try_advisory_lock(hashtextextended('glocal:' || name, 0))"
)
_SHARE = text("SELECT pg_try_advisory_lock_shared(hashtextextended('glocal:' || :name, 0))")


class SessionListener(Protocol):
    """Hears of the session. None of its methods may block."""

    def wanted(self) -> Collection[str]:
        """Return the names of all locks that the process wants to hold."""

    def connected(self) -> None:
        """Note that the session stands again, after `lost` for each lock that is gone. Notices may be missing."""

    def disconnected(self) -> None:
        """Note that the session has ended. Other processes may take its locks from now on."""

    def taken(self, name: str) -> None:
        """Note that the process holds this lock."""

    def refused(self, name: str) -> None:
        """Note that another process holds this lock, each time that it is so."""

    def lost(self, name: str) -> None:
        """Note that another process holds this lock."""

    def notice(self, payload: str) -> None:
        """Note what another process, or this one, has announced."""


class ServerSession:
    """The session of the process with this name."""

    def __init__(self, engine: AsyncEngine, name: str) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._name = name
        self._held: set[str] = set()
        self._courteous_until = 0.0

    async def run(self, listener: SessionListener) -> None:
        """Hold the session until cancelled, and open it again when it ends."""
        failures = 0
        while True:
            try:
                async with asyncio.timeout(_ANSWER_SECONDS * 2):
                    connection = await self._open()
                failures = 0
                try:
                    await self._serve(connection, listener)
                finally:
                    await _end(connection)
            except (DBAPIError, psycopg.Error, OSError, TimeoutError) as error:
                if not failures:
                    listener.disconnected()
                log.warning("session-lost", why=str(getattr(error, "orig", None) or error or type(error).__name__))
                self._courteous_until = asyncio.get_running_loop().time() + COURTESY_SECONDS
            await asyncio.sleep(_RECONNECT_SECONDS[min(failures, len(_RECONNECT_SECONDS) - 1)])
            failures += 1

    async def _open(self) -> AsyncConnection:
        connection = await self._engine.connect()
        try:
            await connection.execute(text(f"LISTEN {CHANNEL}"))
        except BaseException:
            await _end(connection)
            raise
        return connection

    async def _serve(self, connection: AsyncConnection, listener: SessionListener) -> None:
        """Take and keep the locks. Raises sqlalchemy.exc.DBAPIError, psycopg.Error or TimeoutError at the end."""
        await self._join(connection)
        await self._take_again(connection, listener)
        listener.connected()
        raw: Any = (await connection.get_raw_connection()).driver_connection
        while True:
            missing = set(listener.wanted()) - self._held
            async with _answering(listener):
                if missing and asyncio.get_running_loop().time() >= self._courteous_until:
                    taken = set(await _try(connection, missing))
                    self._held |= taken
                    for name in sorted(missing):
                        (listener.taken if name in taken else listener.refused)(name)
                else:
                    await connection.execute(text("SELECT 1"))
            async for heard in raw.notifies(timeout=STAND_BY_SECONDS if missing else _CHECK_SECONDS):
                listener.notice(heard.payload)

    async def _join(self, connection: AsyncConnection) -> None:
        """Say that this process uses the database. Stand by while a command, or an older glocal, has it for itself."""
        await _try(connection, [f"process:{self._name}"])
        told = False
        while not (await connection.execute(_SHARE, {"name": RUN})).scalar_one():
            if not told:
                log.info("standing-by", lock=RUN)
            told = True
            await asyncio.sleep(STAND_BY_SECONDS)

    async def _take_again(self, connection: AsyncConnection, listener: SessionListener) -> None:
        """Take the locks of the last session, as far as no other process was faster."""
        before, self._held = self._held, set(await _try(connection, self._held)) if self._held else set()
        for name in sorted(before - self._held):
            listener.lost(name)


@asynccontextmanager
async def _answering(listener: SessionListener) -> AsyncIterator[None]:
    """Give the server time to answer; count as disconnected while it takes long. Raises TimeoutError."""
    loop = asyncio.get_running_loop()
    began, doubt = loop.time(), loop.call_later(_DOUBT_SECONDS, listener.disconnected)
    try:
        async with asyncio.timeout(_ANSWER_SECONDS):
            yield
    finally:
        doubt.cancel()
    if loop.time() >= began + _DOUBT_SECONDS:
        listener.connected()


async def _try(connection: AsyncConnection, names: Collection[str]) -> Sequence[str]:
    """Take those of the locks that are free; return their names."""
    return (await connection.execute(_TRY, {"names": sorted(names)})).scalars().all()


async def _end(connection: AsyncConnection) -> None:
    """End the connection: one that returned to the pool would keep its locks."""
    await connection.invalidate()
    await connection.close()
