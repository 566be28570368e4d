"""The database: one engine, and short transactions that take turns within this process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.errors import explain, is_permanent
from storage.postgresql import PostgresBackend
from storage.session import DirectSession
from storage.sqlite import SqliteBackend
from storage.unit_of_work import UnitOfWork
from storage.urls import name_of, parse_url


class Backend(Protocol):
    """What differs between SQLite and PostgreSQL."""

    @property
    def engine(self) -> AsyncEngine:
        """The engine."""

    @property
    def writing_engine(self) -> AsyncEngine:
        """The engine with the options of transactions that write."""

    @property
    def reading_engine(self) -> AsyncEngine:
        """The engine with the options of transactions that only read."""

    @property
    def file(self) -> Path | None:
        """The database's file, if it is one."""

    def note_commit(self, writing: asyncio.Lock) -> None:
        """Do what has to be done now and then after a commit."""

    async def close(self) -> None:
        """Close all connections."""

    async def give_space_back(self, writing: asyncio.Lock) -> None:
        """Return what deleted rows leave free to the file system, with the lock held while it writes."""

    async def empty_log(self, writing: asyncio.Lock) -> None:
        """Remove deleted rows from the write-ahead log, with the lock held."""


def _backend(url: URL, busy_seconds: float) -> Backend:
    return PostgresBackend(url) if url.get_backend_name() == "postgresql" else SqliteBackend(url, busy_seconds)


class Database:
    """Opens transactions on SQLite or PostgreSQL."""

    def __init__(
        self, url: str, *, busy_seconds: float = 5.0, on_unusable: Callable[[str], None] | None = None
    ) -> None:
        """Prepare the engine. Call `on_unusable` with an explanation when the database fails for good."""
        self.url = parse_url(url)
        self._backend = _backend(self.url, busy_seconds)
        self.engine = self._backend.engine
        self.reading_engine = self._backend.reading_engine
        self._writing = asyncio.Lock()
        self._connected = False
        if on_unusable is not None:
            _watch_errors(self.engine, on_unusable)

    @property
    def file(self) -> Path | None:
        """The database's file; None on a server or in memory."""
        return self._backend.file

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[UnitOfWork]:
        """Open a unit of work; commit it at the end, roll it back if the body raises.

        Raises sqlalchemy.exc.OperationalError if the database can't be reached, another process holds it or changed
        what was read, or the disk is full.
        """
        async with self._writing, self._session(self._backend.writing_engine) as session:
            await session.begin_now()
            uow = UnitOfWork(session)
            yield uow
            await uow.flush()
            await session.commit_now()
        self._backend.note_commit(self._writing)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """Open a read-only unit of work, which doesn't wait for writers."""
        async with self._session(self.reading_engine) as session:
            yield UnitOfWork(session)

    @asynccontextmanager
    async def _session(self, engine: AsyncEngine) -> AsyncIterator[DirectSession]:
        """Open a session; close it at the end, which rolls back what was not committed."""
        session = DirectSession(engine)
        try:
            if not self._connected:  # SQLAlchemy prepares its dialect then, under a lock that awaits
                await session.run_apart(session.connection)
                self._connected = True
            yield session
        finally:
            await session.run(session.close)

    async def give_space_back(self) -> None:
        """Return what deleted rows left free to the file system. Raises sqlalchemy.exc.OperationalError."""
        await self._backend.give_space_back(self._writing)

    async def empty_log(self) -> None:
        """Remove what was deleted from the write-ahead log too. Raises sqlalchemy.exc.OperationalError."""
        await self._backend.empty_log(self._writing)

    async def close(self) -> None:
        """Close all connections."""
        await self._backend.close()


def _watch_errors(engine: AsyncEngine, on_unusable: Callable[[str], None]) -> None:
    """Report errors that no retry mends."""

    @event.listens_for(engine.sync_engine, "handle_error")
    def on_error(context: ExceptionContext) -> None:
        if is_permanent(context.original_exception):
            on_unusable(explain(name_of(engine.url), context.original_exception))
