"""One database transaction, as the features see it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from itertools import groupby
from typing import Any, TypeVar, TypeVarTuple, cast

from sqlalchemy import (
    CompoundSelect,
    CursorResult,
    Delete,
    Executable,
    Insert,
    Row,
    Select,
    Update,
    UpdateBase,
    inspect,
)
from sqlmodel import SQLModel
from sqlmodel.sql.expression import SelectOfScalar

from storage.bulk_writes import MAX_REPORTED, Write, by_id, table_order
from storage.session import DirectSession
from storage.sqlite_dialect import IN_THREAD

Table = TypeVar("Table", bound=SQLModel)
One = TypeVar("One")
Columns = TypeVarTuple("Columns")
Values = Mapping[str, object]


class UnitOfWork:
    """A session, and deferred writes that it executes in bulk.

    Each query flushes the deferred writes first. Name the tables it reads as `reads_tables` to flush only if a deferred
    write goes to one of them.

    Build a query that most values need once, as a module constant with bound parameters: to build it takes longer than
    to execute it.
    """

    def __init__(self, session: DirectSession) -> None:
        self.session = session
        self.inserted: list[dict[str, Any]] = []
        """The rows of the writes that report theirs, with their ids."""
        self.changed: set[str] = set()
        """The tables that other statements changed."""
        self.outbox_accounts: set[str] = set()
        """The accounts whose outbox got rows, or newer content for rows that wait."""
        self._deferred: list[tuple[Write, Mapping[str, object]]] = []
        self._loaded: dict[tuple[type[SQLModel], object], SQLModel | None] = {}
        self._remembered: dict[object, tuple[Collection[str], object]] = {}
        self._checkpoint = 0
        self.careful = True  # whether an attempt sets a savepoint (storage/attempts.py)

    def defer(self, write: Write, row: Mapping[str, object]) -> None:
        """Execute this write at the next flush."""
        self._deferred.append((write, row))

    def defers(self, table: str, **values: object) -> bool:
        """Return whether a write to this table, of a row with these values, waits for the next flush."""
        wanted = values.items()
        return any(write.table == table and wanted <= row.items() for write, row in self._deferred)

    def checkpoint(self) -> None:
        """Mark the beginning of a handler's writes, for `undo`."""
        self._checkpoint, self.session.flushed = len(self._deferred), False
        self.session.touched, self.session.earlier = set(), frozenset(map(id, self.session.dirty))

    @property
    def touched(self) -> set[str]:
        """The tables that were written since the checkpoint, or will be at the next flush."""
        deferred = {write.table for write, _ in self._deferred[self._checkpoint :]}
        return self.session.touched | self.session.changed_tables() | deferred

    @property
    def deferred(self) -> int:
        """How many writes were deferred since the checkpoint."""
        return len(self._deferred) - self._checkpoint

    def undo(self, keep: int = 0) -> bool:
        """Drop what was deferred since the checkpoint, but the first writes. Return False if that is not all."""
        if self.session.flushed or self.session.new or self.session.dirty or self.session.deleted:
            return False
        del self._deferred[self._checkpoint + keep :]
        return True

    async def flush(self) -> None:
        """Execute all deferred writes, grouped by statement. Raises sqlalchemy.exc.DBAPIError."""
        if not self._deferred:
            return
        if len(self._deferred) > self._checkpoint:
            self.session.flushed = True
        self.session.touched |= {write.table for write, _ in self._deferred[self._checkpoint :]}
        pending, self._deferred, self._checkpoint = self._deferred, [], 0
        await self.session.run(self.session.flush)
        pending.sort(key=lambda item: table_order(item[0].table))
        for write, group in groupby(pending, key=lambda item: item[0]):
            await self._write(write, [row for _, row in group])

    async def _write(self, write: Write, rows: list[Mapping[str, object]]) -> None:
        self.forget(write.table)
        if write.table == "outbox":
            self.outbox_accounts.update(str(row["account"]) for row in rows if "account" in row)
        if not write.reports or len(rows) > MAX_REPORTED:
            self.changed.add(write.table)
            await self.session.execute_many(write.statement(self.session.dialect_name), rows)
            return
        reported = await self.session.execute_returning(write.reporting(self.session.dialect_name), rows)
        ids, first = {key: number for number, key in reported}, {row["key"]: row for row in reversed(rows)}
        self.inserted += [{**first[key], "id": number} for key, number in ids.items()]

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """Roll back the body's writes if it raises, and keep the earlier ones."""
        await self.flush()
        inserted = len(self.inserted)
        try:
            nested = await self.session.run(self.session.begin_nested)
            await self.session.run(self.session.connection)  # sets it now: prepared statements don't ask the session
            try:
                yield
                await self.flush()
                await self.session.run(nested.__exit__, None, None, None)
            except BaseException as error:
                await self.session.run(nested.__exit__, type(error), error, error.__traceback__)
                raise
        except BaseException:
            self._deferred.clear()
            del self.inserted[inserted:]
            self._checkpoint = 0
            self._loaded.clear()
            self._remembered.clear()
            await self._refresh_expired()
            raise

    async def _refresh_expired(self) -> None:
        """Reload the rows that a rollback expired, since reading an attribute can't await the database."""
        for row in list(self.session.identity_map.values()):
            if inspect(row).expired:
                await self.session.run(self.session.refresh, row)

    async def get(self, table: type[Table], key: object) -> Table | None:
        """Return the row with this primary key, or None. Asks the database once in a transaction."""
        if key is None:
            return None
        at = (table, key)
        if at not in self._loaded:
            self._loaded[at] = await self._load(table, key)
        row = self._loaded[at]
        return row if isinstance(row, table) else None

    async def _load(self, table: type[Table], key: object) -> Table | None:
        prepared = self.session.prepared(by_id(table)) if isinstance(key, int) else None
        if prepared is None:
            return await self.session.run(self.session.get, table, key)
        return next((row[0] for row in self.session.direct(prepared, {"id": key})), None)

    async def add(self, row: Table) -> Table:
        """Insert a row at once, so that it has its id."""
        self.forget(str(row.__tablename__))
        self.session.add(row)
        await self.session.run(self.session.flush)
        return row

    async def add_all(self, rows: Sequence[SQLModel]) -> None:
        """Insert rows at once, so that they have their ids."""
        for table in {str(row.__tablename__) for row in rows}:
            self.forget(table)
        self.session.add_all(rows)
        await self.session.run(self.session.flush)

    async def delete(self, row: SQLModel) -> None:
        """Delete a row at once."""
        self._loaded.clear()
        self._remembered.clear()
        await self.session.run(self.session.delete, row)
        await self.session.run(self.session.flush)

    async def remember(self, key: object, reads_tables: Collection[str], compute: Callable[[], Awaitable[One]]) -> One:
        """Return what `compute` returned for this key in this transaction, unless these tables changed since."""
        await self._flush_before(reads_tables)
        if key not in self._remembered:
            self._remembered[key] = (reads_tables, await compute())
        return cast(One, self._remembered[key][1])

    def forget(self, table: str) -> None:
        """Drop what `remember` keeps of a table. Call it after changing a row's attribute."""
        self._remembered = {key: kept for key, kept in self._remembered.items() if table not in kept[0]}

    def cache(self, row: SQLModel, key: object) -> None:
        """Give `get` a row that another query has loaded."""
        self._loaded[(type(row), key)] = row

    async def _flush_before(self, reads_tables: Collection[str] | None) -> None:
        """Flush if a query of these tables (None: any table) has to see a deferred write."""
        if reads_tables is None or any(write.table in reads_tables for write, _ in self._deferred):
            await self.flush()

    async def first(self, query: SelectOfScalar[One], values: Values | None = None) -> One | None:
        """Return the first row of a select of one thing.

        `values`, here and below: of the bound parameters of a query that is a module constant.
        """
        await self.flush()
        if values is not None and (prepared := self.session.prepared(query)) is not None:
            return next((row[0] for row in self.session.direct(prepared, values)), None)
        return (await self.session.run(self.session.execute, query, values)).scalars().first()

    async def all(
        self, query: SelectOfScalar[One], values: Values | None = None, *, reads_tables: Collection[str] | None = None
    ) -> Sequence[One]:
        """Return all rows of a select of one thing."""
        await self._flush_before(reads_tables)
        return [row[0] for row in await self.session.select(query, values)]

    async def rows(
        self,
        query: Select[*Columns] | CompoundSelect[*Columns],
        values: Values | None = None,
        *,
        reads_tables: Collection[str] | None = None,
    ) -> Sequence[Row[*Columns]]:
        """Return all rows of a select of several columns."""
        await self._flush_before(reads_tables)
        return cast(Sequence[Row[*Columns]], await self.session.select(query, values))

    async def execute(self, statement: Executable, values: Values | None = None) -> CursorResult[tuple[object, ...]]:
        """Execute any other statement, after the deferred writes."""
        await self.flush()
        self._note_change(statement)
        result = await self.session.run(self.session.execute, statement, values)
        assert isinstance(result, CursorResult)
        return result

    def _note_change(self, statement: Executable) -> None:
        self.session.flushed = True
        if isinstance(statement, Update | Delete | Insert):
            self.changed.add(str(statement.table))
            self.session.touched.add(str(statement.table))
            self.forget(str(statement.table))

    async def execute_in_thread(self, statement: UpdateBase) -> None:
        """Execute a statement that may change many rows, and let everybody else be served meanwhile."""
        await self.flush()
        self._note_change(statement)
        await self.session.run_apart(self.session.execute, statement.execution_options(**{IN_THREAD: True}))
