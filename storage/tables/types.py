"""Column types that behave the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import DateTime, Dialect, Index, MetaData, String, TextClause
from sqlalchemy.types import TypeDecorator

E = TypeVar("E", bound=StrEnum)
_WHERE = "where"
"""The key of a partial index's condition in its `info`."""


def partial_index(name: str, *columns: str, where: TextClause, unique: bool = False) -> Index:
    """Index the rows that satisfy a condition. SQLite knows it at once, PostgreSQL after `complete_indexes`."""
    return Index(name, *columns, unique=unique, sqlite_where=where, info={_WHERE: where})


def complete_indexes(metadata: MetaData) -> None:
    """Give the conditions of partial indexes to PostgreSQL's dialect, whose 2 MB a process with a file never loads."""
    for table in metadata.tables.values():
        for index in table.indexes:
            if _WHERE in index.info:
                index.dialect_options["postgresql"]["where"] = index.info[_WHERE]


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC datetime, stored naive if the database has no time zones. Raises ValueError on a naive value."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert to UTC; drop the time zone on SQLite."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a naive datetime cannot be stored: {value!r}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Convert back to an aware UTC datetime."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def enum_type(kind: type[E]) -> type[TypeDecorator[E]]:
    """Return a text column type for the values of `kind`. It raises ValueError on any other text."""

    class EnumText(TypeDecorator[E]):
        impl = String
        cache_ok = True

        def process_bind_param(self, value: E | None, _dialect: Dialect) -> str | None:
            return None if value is None else kind(value).value

        def process_result_value(self, value: str | None, _dialect: Dialect) -> E | None:
            return None if value is None else kind(value)

    return EnumText
