"""Copy all rows from one database to another, such as from SQLite to PostgreSQL, and compare the two.

The source is read in one snapshot and the target is written in one transaction: it gets everything or nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Column,
    MetaData,
    String,
    Table,
    TypeDecorator,
    bindparam,
    cast,
    func,
    insert,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy.dialects.postgresql import REGCLASS
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel

from storage.database import Database
from storage.tables import UtcDateTime

PAGE = 1000
"""Rows that are read and written at once."""
_COUNTED = {
    table.name for table in SQLModel.metadata.tables.values() if table.dialect_options["sqlite"]["autoincrement"]
}
"""Tables whose ids are never given to another row, even after the last one was deleted."""
Values = Mapping[str, object]


class CopyRefused(Exception):
    """Nothing was copied; the message says why."""


@dataclass(frozen=True)
class TableCopy:
    """A table after the copy: its name, its number of rows, and a checksum of their values in any order."""

    name: str
    rows: int
    checksum: str


async def transfer(source: Database, target: Database) -> list[TableCopy]:
    """Copy all rows between two databases that have the newest tables; return the tables.

    Raises CopyRefused if the target has rows already or ends up with other rows than the source, and
    sqlalchemy.exc.DBAPIError.
    """
    async with source.reading_engine.connect() as reading, target.engine.begin() as writing:
        copies = []
        for table in _tables():
            if (await writing.execute(select(*table.primary_key).limit(1))).first() is not None:
                raise CopyRefused(f"there are rows in its table {table.name} already. Name an empty database")
            copied, written = await _copy(table, reading, writing), await _summary(table, writing)
            if copied != written:
                raise CopyRefused(f"{written.rows} of {copied.rows} rows of {table.name} arrived, or not all unchanged")
            await _continue_ids(table, reading, writing)
            copies.append(written)
    return copies


def _tables() -> list[Table]:
    """Return all tables, those referred to first, with enums as texts: a state that we don't know is copied too.

    Leave out what running processes write for each other.
    """
    plain = MetaData()
    for table in SQLModel.metadata.sorted_tables:
        if table.info.get("passing"):
            continue
        for column in table.to_metadata(plain).columns:
            if isinstance(column.type, TypeDecorator) and not isinstance(column.type, UtcDateTime):
                column.type = String()
    return plain.sorted_tables


async def _copy(table: Table, reading: AsyncConnection, writing: AsyncConnection) -> TableCopy:
    """Copy the rows of a table. A column that refers to the same table is set once all of them are there."""
    total = _Checksum()
    inward = [column for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
    without = {column.name: None for column in inward}
    async for page in _pages(table, reading):
        total.add(page)
        await writing.execute(insert(table), [{**row, **without} for row in page])
    for column in inward:
        statement = update(table).where(table.c.id == bindparam("row_id")).values({column: bindparam("referred")})
        async for page in _pages(table, reading):
            set_rows = [{"row_id": row["id"], "referred": row[column.name]} for row in page]
            await writing.execute(statement, set_rows)
    return total.of(table)


async def _summary(table: Table, connection: AsyncConnection) -> TableCopy:
    total = _Checksum()
    async for page in _pages(table, connection):
        total.add(page)
    return total.of(table)


async def _pages(table: Table, connection: AsyncConnection) -> AsyncIterator[list[Values]]:
    """Yield the rows of a table, a page at a time, in the order of their primary key."""
    keys: list[Column[object]] = list(table.primary_key)
    query = select(table).order_by(*keys).limit(PAGE)
    rows = (await connection.execute(query)).mappings().all()
    while rows:
        yield [{name: _storable(value) for name, value in row.items()} for row in rows]
        last = tuple_(*(bindparam(None, rows[-1][key.name], type_=key.type) for key in keys))
        rows = (await connection.execute(query.where(tuple_(*keys) > last))).mappings().all()


def _storable(value: object) -> object:
    """Replace a NUL, which old versions stored and PostgreSQL doesn't."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


class _Checksum:
    """A number of rows, and the sum of their SHA-256: databases sort text in different orders."""

    def __init__(self) -> None:
        self._rows, self._sum = 0, 0

    def add(self, page: list[Values]) -> None:
        self._rows += len(page)
        for row in page:
            text_of_row = json.dumps(row, default=_as_text, sort_keys=True)
            self._sum += int.from_bytes(hashlib.sha256(text_of_row.encode()).digest())

    def of(self, table: Table) -> TableCopy:
        return TableCopy(table.name, self._rows, f"{self._sum % 2**256:064x}"[:16])


def _as_text(value: object) -> str:
    assert isinstance(value, datetime), value
    return value.isoformat()


async def _continue_ids(table: Table, reading: AsyncConnection, writing: AsyncConnection) -> None:
    """Let the next row get the id that it would have got in the source."""
    if "id" not in table.columns:
        return
    last = (await reading.execute(select(func.max(table.c.id)))).scalar() or 0
    if table.name in _COUNTED:
        last = max(last, await _last_given(table.name, reading))
    if not last:
        return
    if writing.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, "id")  # it keeps the name of a renamed table
        await writing.execute(select(func.setval(cast(sequence, REGCLASS), last)))
    elif table.name in _COUNTED:
        await writing.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
        values = {"name": table.name, "last": last}
        await writing.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), values)


async def _last_given(name: str, connection: AsyncConnection) -> int:
    """Return the last id that a table has given, 0 if none."""
    query = (
        "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(:name, 'id')::regclass), 0)"
        if connection.dialect.name == "postgresql"
        else "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = :name"
    )
    return int((await connection.execute(text(query), {"name": name})).scalar_one())
