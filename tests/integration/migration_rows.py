"""Rows for every table of any revision, made from the schema that the revision has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Column, Connection, MetaData, Table, inspect

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
Rows = dict[str, dict[str, object]]


def _schema(connection: Connection, only: Sequence[str] | None = None) -> list[Table]:
    schema = MetaData()
    schema.reflect(connection, only=only)
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
        _insert(connection, table)


def _insert(connection: Connection, table: Table) -> None:
    connection.execute(table.insert().values({column.name: _value(column) for column in table.columns}))
    if connection.dialect.name == "postgresql" and "id" in table.columns:
        connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), 1)")


def fill_new(connection: Connection, before: Rows) -> None:
    """Give each table that was not there `before` one row, and each column that was not there a value."""
    columns = inspect(connection).get_multi_columns().items()
    names = {
        str(table): {each["name"] for each in found} for (_, table), found in columns if table != "alembic_version"
    }
    changed = {table: new for table, found in names.items() if (new := found - before.get(table, {}).keys())}
    tables = [table for table in _schema(connection, list(changed)) if table.name in changed] if changed else []
    for table in reversed(tables):
        if table.name not in before:
            connection.execute(table.delete())  # what the migration put there
    for table in tables:
        if table.name in before:
            connection.execute(table.update().values({name: _value(table.c[name]) for name in changed[table.name]}))
        else:
            _insert(connection, table)


def read_all(connection: Connection) -> Rows:
    """Return the row of each table that has one, as the driver gives it."""
    names = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    found = {name: connection.exec_driver_sql(f'SELECT * FROM "{name}"').mappings().all() for name in names}
    return {table: dict(rows[0]) for table, rows in found.items() if rows}


def renamed(rows: Rows, tables: Mapping[str, str], columns: Mapping[tuple[str, str], str]) -> Rows:
    """Return the rows under the names that tables and columns have later."""
    return {
        tables.get(table, table): {columns.get((table, column), column): value for column, value in row.items()}
        for table, row in rows.items()
    }
