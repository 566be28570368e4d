"""The sandbox's own SQLite database, which one process writes in short transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_CHANGES_KEPT = 5_000
_SCHEMA = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS people (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, locale TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL,
    reachable INTEGER NOT NULL DEFAULT 1, position INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS rooms (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, direct TEXT, locale TEXT NOT NULL,
    zone TEXT NOT NULL, place TEXT NOT NULL, position INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS members (
    room TEXT NOT NULL, person TEXT NOT NULL, admin INTEGER NOT NULL, PRIMARY KEY (room, person));
CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY, room TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, text TEXT NOT NULL,
    content TEXT, form TEXT, reply_to TEXT, private_to TEXT, card TEXT, key TEXT, edits INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0, poll_open INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS messages_of_room ON messages (room, id);
CREATE INDEX IF NOT EXISTS messages_of_card ON messages (card) WHERE card IS NOT NULL;
CREATE TABLE IF NOT EXISTS reactions (
    id INTEGER PRIMARY KEY, message INTEGER NOT NULL, person TEXT NOT NULL, emoji TEXT NOT NULL,
    UNIQUE (message, person, emoji));
CREATE TABLE IF NOT EXISTS votes (
    message INTEGER NOT NULL, person TEXT NOT NULL, choice TEXT NOT NULL, PRIMARY KEY (message, person, choice));
CREATE TABLE IF NOT EXISTS files (
    message INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (message, number));
CREATE TABLE IF NOT EXISTS log (id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, value TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS log_of_account ON log (account, id);
CREATE TABLE IF NOT EXISTS performed (
    account TEXT NOT NULL, key TEXT NOT NULL, receipt TEXT NOT NULL, PRIMARY KEY (account, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS changes (
    rev INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, subject TEXT NOT NULL);
"""


class Store:
    """One connection. A committed transaction survives a killed process and a power cut."""

    def __init__(self, path: Path | None) -> None:
        self._connection = sqlite3.connect(path or ":memory:", isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.executescript(_SCHEMA)
        self._connection.execute(
            "DELETE FROM changes WHERE rev <= (SELECT max(rev) FROM changes) - ?", (_CHANGES_KEPT,)
        )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Open a transaction: commit at the end, roll back on an exception. A nested one joins the outer one."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def execute(self, sql: str, *values: object) -> int:
        """Run a statement and return the number of changed rows."""
        return self._connection.execute(sql, values).rowcount

    def fetch_all(self, sql: str, *values: object) -> Sequence[sqlite3.Row]:
        """Return all rows of a query."""
        return self._connection.execute(sql, values).fetchall()

    def fetch_one(self, sql: str, *values: object) -> sqlite3.Row | None:
        """Return the first row of a query."""
        found: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
        return found

    def fetch_number(self, sql: str, *values: object) -> int:
        """Return the first column of the first row; 0 when there is none."""
        found = self.fetch_one(sql, *values)
        return int(found[0] or 0) if found is not None else 0

    def state(self, name: str, default: str = "") -> str:
        """Return a stored setting."""
        found = self.fetch_one("SELECT value FROM state WHERE name = ?", name)
        return str(found[0]) if found is not None else default

    def set_state(self, name: str, value: str) -> None:
        """Store a setting."""
        self.execute("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", name, value)

    def next_serial(self) -> int:
        """Return a number that was never used before, inside a transaction."""
        number = int(self.state("serial", "0")) + 1
        self.set_state("serial", str(number))
        return number
