"""A SQLAlchemy dialect that runs SQLite's statements on the event loop's own thread.

A statement of ours takes some microseconds, a hop to another thread and back a hundred. Only what waits leaves the
thread: a commit waits for the disk, and some statements change many rows (`IN_THREAD`).
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL, Connection
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor, ExecutionContext
from sqlalchemy.pool import AsyncAdaptedQueuePool, Pool, StaticPool
from sqlalchemy.util import LRUCache, await_only, concurrency

from storage.cancellation import shielded

DRIVER = "direct"
IN_THREAD = "in_thread"
"""The execution option of a statement that may take long: it runs in a thread, so that everybody else is served."""
COMPILED: MutableMapping[Any, Any] = LRUCache(1000)
"""The compiled statements of all engines in this process."""


class DirectCursor(sqlite3.Cursor):
    """A cursor that reads each row from SQLite when it is fetched."""

    async def _async_soft_close(self) -> None:
        """Do nothing. SQLAlchemy calls it before it reads rows without awaiting, which this cursor allows."""


class DirectConnection(sqlite3.Connection):
    """A connection whose commits run in a thread. A cancelled caller waits until the commit is done."""

    _error: sqlite3.Error | None = None

    async def commit_ahead(self) -> bool:
        """Commit. If it returns False, the next `commit` raises what went wrong."""
        self._error = await shielded(asyncio.get_running_loop().run_in_executor(None, self._try_commit))
        return self._error is None

    def _try_commit(self) -> sqlite3.Error | None:
        """Commit, or undo what SQLite does not commit: it may leave the transaction open then."""
        try:
            super().commit()
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                self.rollback()
            return error
        return None

    def cursor(self, factory: Any = DirectCursor) -> Any:
        """Return a cursor."""
        return super().cursor(factory)

    def commit(self) -> None:
        """Commit. Raises sqlite3.OperationalError when the disk is full."""
        error, self._error = self._error, None
        if error is not None:
            raise error
        if self.in_transaction and concurrency.in_greenlet():
            await_only(shielded(asyncio.to_thread(super().commit)))
        else:
            super().commit()


class DirectPool(AsyncAdaptedQueuePool):
    """A pool without a limit: waiting for a free connection would block the loop, on which the others are returned."""

    def __init__(self, creator: Any, **options: Any) -> None:
        super().__init__(creator, **{**options, "max_overflow": -1})


class DirectDialect(SQLiteDialect_pysqlite):
    """SQLite for an asynchronous engine, without a thread for each connection."""

    driver = DRIVER
    supports_statement_cache = True
    is_async = True

    def __eq__(self, other: object) -> bool:
        """Equal all dialects of this kind, so that their engines can share COMPILED."""
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def get_pool_class(cls, url: URL) -> type[Pool]:
        """Return the pool of connections; one in memory exists once."""
        return DirectPool if cls._is_url_file_db(url) else StaticPool

    def create_connect_args(self, url: URL) -> tuple[Any, Any]:
        """Return the arguments of `sqlite3.connect`."""
        args, options = super().create_connect_args(url)
        return args, {**options, "factory": DirectConnection, "check_same_thread": False}

    def do_execute(
        self, cursor: DBAPICursor, statement: str, parameters: Any, context: ExecutionContext | None = None
    ) -> None:
        """Execute a statement, in a thread if its option says so."""
        if context is not None and context.execution_options.get(IN_THREAD):
            await_only(shielded(asyncio.to_thread(cursor.execute, statement, parameters)))
            return
        cursor.execute(statement, parameters)
        if concurrency.in_greenlet():
            await_only(_nothing())

    def do_executemany(
        self,
        cursor: Any,
        statement: str,
        parameters: Any,
        context: ExecutionContext | None = None,  # noqa: ARG002 - SQLAlchemy passes it by name
    ) -> None:
        """Execute a statement once for each of the parameters."""
        cursor.executemany(statement, parameters)
        if concurrency.in_greenlet():
            await_only(_nothing())

    def do_savepoint(self, connection: Connection, name: str) -> None:
        """Set a savepoint, without compiling a statement for its name; so do the next two."""
        connection.exec_driver_sql(f"SAVEPOINT {name}")

    def do_rollback_to_savepoint(self, connection: Connection, name: str) -> None:
        """Go back to a savepoint."""
        connection.exec_driver_sql(f"ROLLBACK TO SAVEPOINT {name}")

    def do_release_savepoint(self, connection: Connection, name: str) -> None:
        """Keep what happened since a savepoint."""
        connection.exec_driver_sql(f"RELEASE SAVEPOINT {name}")

    def get_driver_connection(self, connection: DBAPIConnection) -> Any:
        """Return the connection itself: it needs no adapter."""
        return connection


async def _nothing() -> None:
    """Return at once. SQLAlchemy refuses an asynchronous driver that awaits nothing during a statement."""


registry.register(f"sqlite.{DRIVER}", __name__, DirectDialect.__name__)
