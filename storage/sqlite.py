"""The SQLite backend: a file in WAL mode with synchronous=FULL, so that commits survive a power cut."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.util import await_only
from sqlalchemy.util.concurrency import in_greenlet

from storage.cancellation import shielded, shielded_context
from storage.errors import is_busy
from storage.sqlite_dialect import COMPILED, DRIVER

_INCREMENTAL = 2
_VACUUM_PAGES = 256
_FILE_PRAGMAS = {"auto_vacuum": _INCREMENTAL, "journal_mode": "wal"}
"""They stay in the file. The first has an effect on a new file only; to set it again would wait for other writers."""
_LOG_BYTES = 8 * 1024 * 1024
"""The length from which the write-ahead log is checkpointed at once, and to which SQLite cuts it."""
_PRAGMAS = (
    "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON",
    f"journal_size_limit={_LOG_BYTES}",
    "wal_autocheckpoint=0",  # a commit would wait for it now and then; see `note_commit`
)  # fmt: skip
_CHECKPOINT = "PRAGMA wal_checkpoint(PASSIVE)"
_CHECKPOINT_COMMITS = 256
"""Checkpoint the log after so many commits, however long it is."""
_LENGTH_COMMITS = 16
"""Look at the length of the log after so many commits."""
_BUSY_MILLISECONDS = 10
"""How long a statement itself waits for a lock. Nobody is served meanwhile, so that longer waits sleep in between."""
_BUSY_PAUSE_SECONDS = 0.02


class SqliteBackend:
    """A file, which one process writes at a time."""

    def __init__(self, url: URL, busy_seconds: float) -> None:
        """Prepare the engine. A writer waits `busy_seconds` for another process."""
        self.engine: AsyncEngine = create_async_engine(
            url.set(drivername=f"sqlite+{DRIVER}"), hide_parameters=True, execution_options={"compiled_cache": COMPILED}
        )
        self.writing_engine = self.engine
        self.reading_engine = self.engine.execution_options(begin="BEGIN")
        self.file = Path(url.database) if url.database and url.database != ":memory:" else None
        self._commits = 0
        self._checkpoint: asyncio.Task[object] | None = None
        _prepare(self.engine, busy_seconds)

    def note_commit(self, writing: asyncio.Lock) -> None:
        """Checkpoint the write-ahead log now and then, while the next transactions run.

        https://sqlite.org/wal.html#avoiding_excessively_large_wal_files
        """
        self._commits += 1
        if self._commits % _LENGTH_COMMITS or (self._checkpoint is not None and not self._checkpoint.done()):
            return
        if self._commits >= _CHECKPOINT_COMMITS or self._wal_size() > _LOG_BYTES:
            self._commits = 0
            self._checkpoint = asyncio.create_task(self._checkpoint_log(writing))

    async def _checkpoint_log(self, writing: asyncio.Lock) -> None:
        """Checkpoint while others write, then once more with the lock held, so that SQLite starts the log over."""
        with suppress(OperationalError):  # the disk is full; a later commit tries again
            await self._run(_CHECKPOINT)
            async with writing:
                await self._run(_CHECKPOINT)

    async def close(self) -> None:
        """Wait for a checkpoint, and close all connections."""
        if self._checkpoint is not None:
            await asyncio.gather(self._checkpoint, return_exceptions=True)
        await self.engine.dispose()

    async def give_space_back(self, writing: asyncio.Lock) -> None:
        """Return free pages to the file system in small steps, and empty the WAL.

        A database from before this existed is rewritten once, when a quarter of it is free.
        Raises sqlalchemy.exc.OperationalError.
        """
        while await self._pragma("freelist_count") and await self._pragma("auto_vacuum") == _INCREMENTAL:
            before = await self._pragma("freelist_count")
            async with writing:
                await self._run(f"PRAGMA incremental_vacuum({_VACUUM_PAGES})")
            if await self._pragma("freelist_count") >= before:
                break
        free, pages = await self._pragma("freelist_count"), await self._pragma("page_count")
        if free > _VACUUM_PAGES and free * 4 > pages:
            async with writing:
                await self._run("PRAGMA auto_vacuum=INCREMENTAL", "VACUUM")
        await self.empty_log(writing)

    async def empty_log(self, writing: asyncio.Lock) -> None:
        """Move what the WAL holds into the database, and cut it: it keeps erased words until then.

        A reader that needs the WAL keeps it; the next call cuts it. Raises sqlalchemy.exc.OperationalError.
        """
        if await asyncio.to_thread(self._wal_size):
            async with writing:
                await self._run("PRAGMA wal_checkpoint(TRUNCATE)")

    def _wal_size(self) -> int:
        """Return the bytes in the WAL."""
        wal = Path(f"{self.file}-wal")
        return wal.stat().st_size if wal.is_file() else 0

    async def _pragma(self, name: str) -> int:
        return int((await self._run(f"PRAGMA {name}"))[0][0])

    async def _run(self, *statements: str) -> list[tuple[int, ...]]:
        """Execute statements outside of a transaction; return the rows of the last one."""

        def run(connection: sqlite3.Connection) -> list[tuple[int, ...]]:
            cursor = connection.cursor()
            try:
                for statement in statements:
                    cursor.execute(statement)
                return list(cursor.fetchall())
            finally:
                cursor.close()

        async with shielded_context(self.engine.connect()) as connection:
            raw = (await connection.get_raw_connection()).driver_connection
            assert isinstance(raw, sqlite3.Connection)
            try:
                return await shielded(asyncio.to_thread(run, raw))
            except sqlite3.OperationalError as error:
                raise OperationalError("; ".join(statements), None, error) from error


def _prepare(engine: AsyncEngine, busy_seconds: float) -> None:
    """Begin transactions ourselves (SQLAlchemy docs, "Enabling Non-Legacy SQLite Transactional Modes")."""

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for name, value in _FILE_PRAGMAS.items():
            if cursor.execute(f"PRAGMA {name}").fetchone()[0] != value:
                cursor.execute(f"PRAGMA {name}={value}")
        for pragma in (*_PRAGMAS, f"busy_timeout={_BUSY_MILLISECONDS}"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        statement = connection.get_execution_options().get("begin", "BEGIN IMMEDIATE")
        for _ in range(int(busy_seconds / _BUSY_PAUSE_SECONDS)):
            if _begins(connection, statement):
                return
            if not in_greenlet():  # the caller tries again, where it can wait
                break
            await_only(asyncio.sleep(_BUSY_PAUSE_SECONDS))
        connection.exec_driver_sql(statement)


def _begins(connection: Connection, statement: str) -> bool:
    """Begin a transaction. Return False if another process writes right now."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(statement)
    except sqlite3.OperationalError as error:
        if is_busy(error):
            return False
        connection.exec_driver_sql(statement)  # raises it again, as SQLAlchemy's error
    finally:
        cursor.close()
    return True
