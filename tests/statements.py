"""The statements that SQLite executes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, event

from storage.database import Database

_ENDS = ("BEGIN", "COMMIT", "ROLLBACK")


@contextmanager
def noted(database: Database, *opened: Connection) -> Iterator[list[str]]:
    """Note the statements of transactions that begin now, and of these that are open, but not their ends."""
    statements: list[str] = []
    traced: list[sqlite3.Connection] = []

    def note(statement: str) -> None:
        if statement.split()[0] not in _ENDS or "SAVEPOINT" in statement:
            statements.append(statement)

    def trace(connection: Connection) -> None:
        raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.set_trace_callback(note)
        traced.append(raw)

    for connection in opened:
        trace(connection)
    event.listen(database.engine.sync_engine, "begin", trace)
    try:
        yield statements
    finally:
        event.remove(database.engine.sync_engine, "begin", trace)
        for raw in traced:
            raw.set_trace_callback(None)
