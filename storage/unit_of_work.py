"""One transaction, as the features see it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from itertools import groupby
from typing import TypeVar, TypeVarTuple

from sqlalchemy import CursorResult, Executable, Row, inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel
from sqlmodel.sql.expression import Select, SelectOfScalar

from storage.bulk_writes import Write, place_in_order
from storage.cancellation import unbroken, unbroken_ends

Table = TypeVar("Table", bound=SQLModel)
One = TypeVar("One")
Columns = TypeVarTuple("Columns")


class UnitOfWork:
    """A session and the writes put off until they can be made many at a time."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self._deferred: list[tuple[Write, Mapping[str, object]]] = []
        self._kept: dict[tuple[type[SQLModel], object], SQLModel | None] = {}

    def defer(self, write: Write, row: Mapping[str, object]) -> None:
        """Make this write at the next flush. Nothing is sent to the database now."""
        self._deferred.append((write, row))

    def mark(self) -> int:
        """Where the put-off writes stand, for `drop_since`."""
        return len(self._deferred)

    def drop_since(self, mark: int) -> None:
        """Forget the writes put off since `mark`."""
        del self._deferred[mark:]

    async def flush(self) -> None:
        """Make all put-off writes, grouped. Raises sqlalchemy.exc.DBAPIError."""
        if not self._deferred:
            return
        pending, self._deferred = self._deferred, []
        await unbroken(self.session.flush())
        dialect = self.session.get_bind().dialect.name
        pending.sort(key=lambda item: place_in_order(item[0].lane))
        for write, group in groupby(pending, key=lambda item: item[0]):
            await unbroken(self.session.execute(write.statement(dialect), [row for _, row in group]))

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What the body wrote is undone when it raises; what came before stays."""
        await self.flush()
        try:
            async with unbroken_ends(self.session.begin_nested()):
                yield
                await self.flush()
        except BaseException:
            self._deferred.clear()
            self._kept.clear()
            await self._reread()
            raise

    async def _reread(self) -> None:
        """Read again what the rollback made stale, so that it can be looked at without asking the database."""
        for row in list(self.session.identity_map.values()):
            if inspect(row).expired:
                await unbroken(self.session.refresh(row))

    async def get(self, table: type[Table], key: object) -> Table | None:
        """The row with this primary key (None has none), asked for once a transaction."""
        if key is None:
            return None
        at = (table, key)
        if at not in self._kept:
            self._kept[at] = await unbroken(self.session.get(table, key))
        found = self._kept[at]
        return found if isinstance(found, table) else None

    async def add(self, row: Table) -> Table:
        """Insert now, so that the row has its id."""
        self.session.add(row)
        await unbroken(self.session.flush())
        return row

    async def delete(self, row: SQLModel) -> None:
        """Delete now."""
        self._kept.clear()
        await unbroken(self.session.delete(row))
        await unbroken(self.session.flush())

    def know(self, row: SQLModel, key: object) -> None:
        """`get` need not ask for this row, which came along with another query."""
        self._kept[(type(row), key)] = row

    async def _see(self, of: Collection[str] | None) -> None:
        """Make the put-off writes that a query has to see: all, or none where none goes to the tables it reads."""
        if of is None or any(write.lane in of for write, _ in self._deferred):
            await self.flush()

    async def first(self, query: SelectOfScalar[One]) -> One | None:
        """The first row of a select of one thing, put-off writes made before."""
        await self.flush()
        return (await unbroken(self.session.execute(query))).scalars().first()

    async def all(self, query: SelectOfScalar[One], *, of: Collection[str] | None = None) -> Sequence[One]:
        """All rows of a select of one thing, put-off writes (`of` these tables, where given) made before."""
        await self._see(of)
        return (await unbroken(self.session.execute(query))).scalars().all()

    async def rows(self, query: Select[*Columns], *, of: Collection[str] | None = None) -> Sequence[Row[*Columns]]:
        """All rows of a select of several columns, put-off writes (`of` these tables, where given) made before."""
        await self._see(of)
        return (await unbroken(self.session.execute(query))).all()

    async def execute(self, statement: Executable) -> CursorResult[tuple[object, ...]]:
        """Any other statement, put-off writes made before."""
        await self.flush()
        result = await unbroken(self.session.execute(statement))
        assert isinstance(result, CursorResult)
        return result
