"""The database: one engine, short transactions, one writer at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.cancellation import shielded_context
from storage.unit_of_work import UnitOfWork

_DRIVERS = {"sqlite": "sqlite+aiosqlite"}


def async_url(url: str) -> URL:
    """Add the async driver to a URL such as `sqlite:///file.db`. Raises ValueError for an unsupported database."""
    parsed = make_url(url)
    name = parsed.get_backend_name()
    if name not in _DRIVERS:
        raise ValueError(f"database {name!r} is not supported; use sqlite:///path/to/glocal.db")
    return parsed.set(drivername=_DRIVERS[name])


class Database:
    """Opens transactions. SQLite runs in WAL mode with synchronous=FULL, so that commits survive a power cut."""

    def __init__(self, url: str, *, busy_seconds: float = 5.0) -> None:
        self.url = async_url(url)
        self.engine: AsyncEngine = create_async_engine(self.url, connect_args={"timeout": busy_seconds})
        self._writing = asyncio.Lock()
        _prepare_sqlite(self.engine)

    @property
    def journal_path(self) -> Path | None:
        """Where the crash journal belongs: beside the database file. None for a database in memory."""
        file = self.url.database
        return Path(f"{file}-crash") if file and file != ":memory:" else None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[UnitOfWork]:
        """Open a unit of work; commit it at the end, roll it back if the body raises.

        Raises sqlalchemy.exc.OperationalError if another process holds the database or the disk is full.
        """
        async with self._writing, shielded_context(AsyncSession(self.engine, expire_on_commit=False)) as session:
            uow = UnitOfWork(session)
            async with shielded_context(session.begin()):
                yield uow
                await uow.flush()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """Open a read-only unit of work, which doesn't wait for writers."""
        engine = self.engine.execution_options(begin="BEGIN")
        async with shielded_context(AsyncSession(engine, expire_on_commit=False)) as session:
            yield UnitOfWork(session)

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


def _prepare_sqlite(engine: AsyncEngine) -> None:
    """Begin transactions ourselves (SQLAlchemy docs, "Enabling Non-Legacy SQLite Transactional Modes")."""

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN IMMEDIATE"))
