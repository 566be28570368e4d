"""The session of one transaction: direct calls in SQLite, greenlets that await a server otherwise."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import Executable, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import Session
from sqlalchemy.util import greenlet_spawn

from storage.cancellation import shielded
from storage.errors import is_busy
from storage.prepared import Prepared, prepare
from storage.sqlite_dialect import DirectConnection

P = ParamSpec("P")
Result = TypeVar("Result")


class DirectSession(Session):
    """SQLAlchemy's session, whose methods go through `run`.

    `flushed`: whether it wrote anything since somebody set this to False. `touched`: the tables of the rows that it
    wrote since somebody emptied this; `earlier`: the ids of Python objects that were changed before that.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        super().__init__(engine.sync_engine, expire_on_commit=False)
        self.dialect = engine.dialect
        self.dialect_name = engine.dialect.name
        self.flushed = False
        self.touched: set[str] = set()
        self.earlier: frozenset[int] = frozenset()

    async def run(self, work: Callable[P, Result], *args: P.args, **named: P.kwargs) -> Result:
        """Call a method of the session: at once in SQLite, which needs some microseconds for a statement."""
        if self.dialect_name == "sqlite":
            return work(*args, **named)
        return await self.run_apart(work, *args, **named)

    async def run_apart(self, work: Callable[P, Result], *args: P.args, **named: P.kwargs) -> Result:
        """Call a method of the session in a greenlet, which can wait for a server, a thread or a lock.

        A cancellation would break the connection in the middle of a statement: it is raised afterwards.
        """
        return await shielded(greenlet_spawn(partial(work, *args, **named)))

    def prepared(self, statement: Executable, columns: tuple[str, ...] | None = None) -> Prepared | None:
        """Return a statement that never changes as `direct` takes it. None: SQLAlchemy has to execute it.

        `columns`: of the rows that it inserts.
        """
        return prepare(statement, self.dialect, columns) if self.dialect_name == "sqlite" else None

    def direct(self, prepared: Prepared, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Execute a prepared statement, and return what its rows stand for. Raises sqlalchemy.exc.DBAPIError."""
        self.flush()
        text, parameters = prepared.bind(values)
        try:
            return prepared.read(self, self._raw.execute(text, parameters).fetchall())
        except sqlite3.Error:  # SQLAlchemy raises it as its own error
            return prepared.read(self, self.connection().exec_driver_sql(text, tuple(parameters)).all())

    def direct_many(self, prepared: Prepared, rows: Sequence[Mapping[str, Any]]) -> None:
        """Execute a prepared statement without results for each of the rows. Raises sqlalchemy.exc.DBAPIError."""
        bound = [prepared.bind(row) for row in rows]
        text, parameters = bound[0][0], [one for _, one in bound]
        try:
            self._raw.executemany(text, parameters)
        except sqlite3.Error:
            self.connection().exec_driver_sql(text, [tuple(one) for one in parameters])

    async def select(self, query: Executable, values: Mapping[str, Any] | None) -> Sequence[tuple[Any, ...]]:
        """Return the rows of a query. With `values` it is one that never changes."""
        if values is not None and (prepared := self.prepared(query)) is not None:
            return self.direct(prepared, values)
        return (await self.run(self.execute, query, values)).all()

    async def execute_many(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
        """Execute a statement without results for each of the rows."""
        prepared = self.prepared(statement, tuple(rows[0]))
        if prepared is not None:
            self.direct_many(prepared, rows)
        else:
            await self.run(self.execute, statement, rows)

    async def execute_returning(
        self, statement: Executable, rows: Sequence[Mapping[str, Any]]
    ) -> Sequence[tuple[Any, ...]]:
        """Execute a statement for each of the rows, and return what they return."""
        prepared = self.prepared(statement, tuple(rows[0]))
        if prepared is not None:
            return [found for row in rows for found in self.direct(prepared, row)]
        return (await self.run(self.execute, statement, rows)).all()

    @cached_property
    def _raw(self) -> DirectConnection:
        """SQLite's connection, in the session's transaction."""
        raw = self.connection().connection.dbapi_connection
        assert isinstance(raw, DirectConnection)
        return raw

    def changed_tables(self) -> set[str]:
        """Return the tables of the rows that wait to be written, but for those that were changed `earlier`."""
        changed = (*self.new, *self.deleted, *(row for row in self.dirty if self.is_modified(row)))
        return {str(row.__tablename__) for row in changed if id(row) not in self.earlier}

    async def begin_now(self) -> None:
        """Begin the transaction, and wait for another process that writes."""
        try:
            await self.run(self.connection)
        except OperationalError as error:
            if self.dialect_name != "sqlite" or not is_busy(error.orig):
                raise
            await self.run_apart(self.connection)

    async def commit_now(self) -> None:
        """Commit; close the session then. Raises sqlalchemy.exc.DBAPIError.

        SQLite itself commits. SQLAlchemy, which takes longer to note that than SQLite for a statement, raises what went
        wrong, and finds nothing to roll back when the session is closed.
        """
        if self.dialect_name != "sqlite":
            await self.run_apart(self.commit)
            return
        self.flush()
        if not await self._raw.commit_ahead():
            self.commit()


@event.listens_for(DirectSession, "before_flush")
def _note_flush(session: DirectSession, *_: object) -> None:
    session.flushed = True
    session.touched |= session.changed_tables()
