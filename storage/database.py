"""The database: one engine, short transactions, one writer at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.cancellation import unbroken_ends
from storage.unit_of_work import UnitOfWork

_DRIVERS = {"sqlite": "sqlite+aiosqlite"}


def async_url(url: str) -> URL:
    """`sqlite:///file.db` with the async driver named. Raises ValueError for a database that is not supported."""
    parsed = make_url(url)
    name = parsed.get_backend_name()
    if name not in _DRIVERS:
        raise ValueError(f"database {name!r} is not supported; use sqlite:///path/to/glocal.db")
    return parsed.set(drivername=_DRIVERS[name])


class Database:
    """Opens transactions. SQLite runs in WAL with synchronous=FULL: what is committed survives a power cut."""

    def __init__(self, url: str, *, busy_seconds: float = 5.0) -> None:
        self.url = async_url(url)
        self.engine: AsyncEngine = create_async_engine(self.url, connect_args={"timeout": busy_seconds})
        self._writing = asyncio.Lock()
        _prepare_sqlite(self.engine)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[UnitOfWork]:
        """A unit of work, committed at the end, rolled back when the body raises.

        Raises sqlalchemy.exc.OperationalError when the database is locked by another process, or full.
        """
        async with self._writing, unbroken_ends(AsyncSession(self.engine, expire_on_commit=False)) as session:
            uow = UnitOfWork(session)
            async with unbroken_ends(session.begin()):
                yield uow
                await uow.flush()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """A unit of work to look only; waits for no writer."""
        engine = self.engine.execution_options(begin="BEGIN")
        async with unbroken_ends(AsyncSession(engine, expire_on_commit=False)) as session:
            yield UnitOfWork(session)

    async def close(self) -> None:
        """Give the connections back."""
        await self.engine.dispose()


def _prepare_sqlite(engine: AsyncEngine) -> None:
    """Take transaction control from the driver (SQLAlchemy docs, "Enabling Non-Legacy SQLite Transactional Modes")."""

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN IMMEDIATE"))
