"""Prepared writes that the unit of work defers and executes in bulk.

Define each Write as a module constant: the unit of work groups rows by its identity.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Executable, Table, bindparam, delete, select, update
from sqlalchemy import Insert as CoreInsert
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

    Insert = sqlite.Insert | postgresql.Insert


def insert_into(table: type[SQLModel], dialect: str) -> Insert:
    """Return the dialect's own Core insert, which has `on_conflict_do_…` and is faster than the ORM's."""
    core = table_of(table)
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # 2 MB, which SQLite does without

        return postgresql.insert(core)
    return sqlite.insert(core)


def table_of(table: type[SQLModel]) -> Table:
    """Return the Core table of a model."""
    return SQLModel.metadata.tables[str(table.__tablename__)]


@cache
def by_id(table: type[SQLModel]) -> Executable:
    """Return the query of the row whose only primary key is `id`."""
    return select(table).where(table_of(table).primary_key.columns[0] == bindparam("id"))


MAX_REPORTED = 64
"""Rows that a unit of work reports; it is faster to insert more of them without asking for their ids."""


class Write:
    """One statement, built once for each dialect. Writes to the same `table` (its name) keep their order.

    `reports`: the unit of work reports the inserted rows, for work on them after the commit.
    """

    def __init__(self, table: str, build: Callable[[str], Executable], *, reports: bool = False) -> None:
        self.table = table
        self.reports = reports
        self._build = build
        self._statements: dict[str, Executable] = {}

    def statement(self, dialect: str) -> Executable:
        """Return the statement for this dialect."""
        if dialect not in self._statements:
            self._statements[dialect] = self._build(dialect)
        return self._statements[dialect]

    def reporting(self, dialect: str) -> Executable:
        """Return the statement with the id and the key of each row that it inserts."""
        name = f"{dialect} reporting"
        if name not in self._statements:
            insert, columns = self.statement(dialect), SQLModel.metadata.tables[self.table].c
            assert isinstance(insert, CoreInsert)
            self._statements[name] = insert.returning(columns.id, columns.key)
        return self._statements[name]


@cache
def table_order(table: str) -> int:
    """Return the position of a table in the order of writes: after all tables it refers to."""
    return [table.name for table in SQLModel.metadata.sorted_tables].index(table)


def insert_new(table: type[SQLModel], *, reports: bool = False) -> Write:
    """Prepare an insert that ignores rows whose key exists already."""
    name = str(table.__tablename__)
    return Write(name, lambda dialect: insert_into(table, dialect).on_conflict_do_nothing(), reports=reports)


def upsert(
    table: type[SQLModel], *, keys: Sequence[str], replace: Sequence[str], newest: str | None = None,
    given: Mapping[str, ColumnElement[int]] | None = None,
) -> Write:  # fmt: skip
    """Prepare an insert that sets the `replace` columns of an existing row with the same `keys`.

    With `newest`, a time column, leave an existing row alone if it is newer. `given`: columns that the database
    computes.
    """

    def build(dialect: str) -> Executable:
        insert = insert_into(table, dialect)
        insert = insert.values(dict(given)) if given else insert
        older = None if newest is None else table_of(table).c[newest] <= insert.excluded[newest]
        values = {c: insert.excluded[c] for c in replace}
        return insert.on_conflict_do_update(index_elements=list(keys), set_=values, where=older)

    return Write(str(table.__tablename__), build)


def delete_by(
    table: type[SQLModel], *columns: str, newest: str | None = None,
    given: Mapping[str, ColumnElement[int]] | None = None,
) -> Write:  # fmt: skip
    """Prepare a deletion of the rows with these `columns`. Bind the values as `b_<column>`.

    With `newest`, a time column, leave newer rows alone. `given`: as in `upsert`.
    """
    core, same = table_of(table), _bound(table, columns)
    same += [core.c[column] == value for column, value in (given or {}).items()]
    older = [] if newest is None else [core.c[newest] <= bindparam(f"b_{newest}", type_=core.c[newest].type)]
    statement = delete(core).where(*same, *older)
    return Write(str(table.__tablename__), lambda _dialect: statement)


def update_by(table: type[SQLModel], *columns: str, values: Mapping[str, object], newest: str | None = None) -> Write:
    """Prepare an update of the rows with these `columns`. Bind the values to look for as `b_<column>`.

    With `newest`, a time column, set it too, and leave newer rows alone.
    """
    statement = update(table_of(table)).where(*_bound(table, columns)).values(**values)
    if newest is not None:
        column = table_of(table).c[newest]
        time = bindparam(f"b_{newest}", type_=column.type)
        statement = statement.where(column <= time).values({newest: time})
    return Write(str(table.__tablename__), lambda _dialect: statement)


def _bound(table: type[SQLModel], columns: Sequence[str]) -> list[ColumnElement[bool]]:
    return [table_of(table).c[column] == bindparam(f"b_{column}") for column in columns]
