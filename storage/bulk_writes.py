"""Writes that can be put off and made many at a time.

Hold a Write in a module constant: its identity is what groups the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from sqlalchemy import Executable, Table, and_, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

Insert = sqlite.Insert | postgresql.Insert


def insert_into(table: type[SQLModel], dialect: str) -> Insert:
    """An insert that knows `on_conflict_do_…`, in the database's dialect; at the Core level, which is the fast one."""
    core = table_of(table)
    return postgresql.insert(core) if dialect == "postgresql" else sqlite.insert(core)


def table_of(table: type[SQLModel]) -> Table:
    """The Core table behind a model."""
    return SQLModel.metadata.tables[str(table.__tablename__)]


class Write:
    """One statement, built once a dialect. Rows of one `lane` (a table's name) keep their order among themselves."""

    def __init__(self, lane: str, build: Callable[[str], Executable]) -> None:
        self.lane = lane
        self._build = build
        self._built: dict[str, Executable] = {}

    def statement(self, dialect: str) -> Executable:
        """The statement for this dialect."""
        if dialect not in self._built:
            self._built[dialect] = self._build(dialect)
        return self._built[dialect]


@cache
def place_in_order(lane: str) -> int:
    """Where a table's writes stand among all tables': those it refers to come first."""
    return [table.name for table in SQLModel.metadata.sorted_tables].index(lane)


def insert_new(table: type[SQLModel]) -> Write:
    """Insert; a row whose key exists already is left as it is."""
    return Write(str(table.__tablename__), lambda dialect: insert_into(table, dialect).on_conflict_do_nothing())


def upsert(table: type[SQLModel], *, keys: Sequence[str], replace: Sequence[str], newest: str | None = None) -> Write:
    """Insert, or set the `replace` columns of the row that has the same `keys`; with `newest` (a column), only where
    that row is not newer by it."""

    def build(dialect: str) -> Executable:
        insert = insert_into(table, dialect)
        older = None if newest is None else table_of(table).c[newest] <= insert.excluded[newest]
        changed = {c: insert.excluded[c] for c in replace}
        return insert.on_conflict_do_update(index_elements=list(keys), set_=changed, where=older)

    return Write(str(table.__tablename__), build)


def delete_by(table: type[SQLModel], *columns: str, newest: str | None = None) -> Write:
    """Delete the rows whose `columns` equal the given ones; bind them as `b_<column>`. With `newest` (a column), only
    those that are not newer by it."""
    core = table_of(table)
    same = [core.c[column] == bindparam(f"b_{column}") for column in columns]
    older = [] if newest is None else [core.c[newest] <= bindparam(f"b_{newest}", type_=core.c[newest].type)]
    statement = delete(core).where(and_(*same, *older))
    return Write(str(table.__tablename__), lambda _dialect: statement)
