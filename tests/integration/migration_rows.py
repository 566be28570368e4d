"""Rows for every table of any revision, made from the schema that the revision has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Column, Connection, MetaData, Table, select

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
Rows = dict[str, dict[str, object]]


def _schema(connection: Connection) -> list[Table]:
    schema = MetaData()
    schema.reflect(connection)
    return [table for table in schema.sorted_tables if table.name != "alembic_version"]


def _value(column: Column[object]) -> object:
    kind = column.type.python_type
    if column.foreign_keys or kind in (int, bool):
        return 1
    name = f"{column.table.name}.{column.name}"
    return AT if kind is datetime else name.encode() if kind is bytes else name


def fill(connection: Connection) -> None:
    """Insert one row into each table. Every column has a value, and every reference leads to a row."""
    for table in _schema(connection):
        connection.execute(table.insert().values({column.name: _value(column) for column in table.columns}))
        if connection.dialect.name == "postgresql" and "id" in table.columns:
            connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), 1)")


def read_all(connection: Connection) -> Rows:
    """Return the row of each table that has one."""
    found = {table.name: connection.execute(select(table)).mappings().all() for table in _schema(connection)}
    return {table: dict(rows[0]) for table, rows in found.items() if rows}


def renamed(rows: Rows, tables: Mapping[str, str], columns: Mapping[tuple[str, str], str]) -> Rows:
    """Return the rows under the names that tables and columns have later."""
    return {
        tables.get(table, table): {columns.get((table, column), column): value for column, value in row.items()}
        for table, row in rows.items()
    }
