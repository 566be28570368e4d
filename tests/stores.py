"""Where tests keep their databases: in SQLite files, or with `--store postgres` on a real server.

Each test names its database by a folder of its own, so that it finds it again after a restart of the bot.
"""

from __future__ import annotations

import fcntl
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import Protocol

import psycopg
import pytest
from alembic import command
from sqlalchemy import Connection, create_engine, text
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills SQLModel.metadata
from storage.migrations.runner import config
from tests.postgres_server import PostgresServer

FILE = "glocal.db"
_TEMPLATE = "with_tables"
_KEPT = 12
"""Databases that exist at the same time; tests use theirs one after the other."""


class Store(Protocol):
    """Makes databases for tests."""

    def url(self, folder: Path) -> str:
        """Return the URL of the folder's database, which is made with all tables if there is none."""

    def new_url(self, folder: Path) -> str:
        """Return the URL of the folder's database, which is made without tables if there is none."""

    def words_in(self, folder: Path, words: Sequence[str]) -> set[str]:
        """Return those of the words that the folder's database holds."""

    def settings(self, folder: Path) -> str:
        """Return the lines of glocal.toml that name the folder's database, which is made if there is none."""

    def environment(self, folder: Path) -> dict[str, str]:
        """Return the variables that name the folder's database; none if there is none."""

    def rows(self, folder: Path, statement: str) -> list[tuple[object, ...]]:
        """Return the rows of a query of the folder's database."""

    def locked(self, folder: Path) -> AbstractContextManager[None]:
        """Return a context in which another process holds the folder's database."""

    def close(self) -> None:
        """Stop what was started."""


_shared: list[Path] = []


def share(folder: Path) -> None:
    """Keep the file with all tables in this folder of all test processes, so that only one of them makes it."""
    _shared[:] = [folder]


@cache
def _file_with_tables() -> bytes:
    if not _shared:
        with tempfile.TemporaryDirectory() as folder:
            return _make_tables(Path(folder) / FILE)
    with (_shared[0] / "tables.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        file = _shared[0] / "tables.db"
        return file.read_bytes() if file.exists() else _make_tables(file)


def _make_tables(file: Path) -> bytes:
    made = file.with_suffix(".new")
    engine = create_engine(f"sqlite:///{made}")
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA auto_vacuum=INCREMENTAL")
        _migrate(connection)
    engine.dispose()
    return made.rename(file).read_bytes()


def _migrate(connection: Connection) -> None:
    """Make all tables as the program does: it finds nothing to upgrade afterwards."""
    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")


class SqliteStore:
    """A file in each folder."""

    def url(self, folder: Path) -> str:
        """Copy a file with all tables into the folder."""
        file = folder / FILE
        if not file.exists():
            file.write_bytes(_file_with_tables())
        return self.new_url(folder)

    def new_url(self, folder: Path) -> str:
        """Leave it to SQLite to make the file."""
        return f"sqlite:///{folder / FILE}"

    def words_in(self, folder: Path, words: Sequence[str]) -> set[str]:
        """Look into the files, the write-ahead log included."""
        contents = [file.read_bytes() for file in folder.iterdir() if file.is_file()]
        return {word for word in words if any(word.encode() in content for content in contents)}

    def settings(self, folder: Path) -> str:
        """Make it where the program looks for it."""
        self.url(folder)
        return ""

    def environment(self, folder: Path) -> dict[str, str]:
        """Leave it out too."""
        return {}

    def rows(self, folder: Path, statement: str) -> list[tuple[object, ...]]:
        """Query the file."""
        return _rows(self.new_url(folder), statement)

    @contextmanager
    def locked(self, folder: Path) -> Iterator[None]:
        """Lock the file."""
        other = sqlite3.connect(folder / FILE, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            other.execute("ROLLBACK")
            other.close()

    def close(self) -> None:
        """Do nothing: pytest removes the folders."""


class PostgresStore:
    """A database for each folder, on a server that starts with the first one."""

    def __init__(self) -> None:
        self._server: PostgresServer | None = None
        self._names: dict[Path, str] = {}
        self._made = 0

    @property
    def server(self) -> PostgresServer:
        """The running server, with a template that has all tables."""
        if self._server is None:
            self._server = PostgresServer()
            self._server.create()
            self._server.start()
            self._server.execute(f"CREATE DATABASE {_TEMPLATE}")
            engine = create_engine(self._server.url(_TEMPLATE).replace("postgresql:", "postgresql+psycopg:"))
            with engine.begin() as connection:
                _migrate(connection)
            engine.dispose()
        return self._server

    def url(self, folder: Path) -> str:
        """Copy the template."""
        return self._url(folder, _TEMPLATE)

    def new_url(self, folder: Path) -> str:
        """Make an empty database."""
        return self._url(folder, "template0")

    def _url(self, folder: Path, template: str) -> str:
        if folder not in self._names:
            self._made += 1
            self._names[folder] = f"test_{self._made}"
            self.server.execute(f"CREATE DATABASE {self._names[folder]} TEMPLATE {template}")
            self._drop_oldest()
        return self.server.url(self._names[folder])

    def _drop_oldest(self) -> None:
        while len(self._names) > _KEPT:
            oldest = next(iter(self._names))
            self.server.execute(f"DROP DATABASE {self._names.pop(oldest)} WITH (FORCE)")

    def words_in(self, folder: Path, words: Sequence[str]) -> set[str]:
        """Look into all rows. What the server's files keep of deleted ones is its own affair."""
        with psycopg.connect(self.new_url(folder)) as opened:
            rows = [opened.execute(f'SELECT t::text FROM "{name}" t').fetchall() for name in SQLModel.metadata.tables]
        return {word for word in words if any(word in text for found in rows for (text,) in found)}

    def settings(self, folder: Path) -> str:
        """Name the database."""
        return f'\n[storage]\nurl = "{self.new_url(folder)}"\n'

    def environment(self, folder: Path) -> dict[str, str]:
        """Name the database, if a test has made it."""
        return {"GLOCAL_STORAGE__URL": self.new_url(folder)} if folder in self._names else {}

    def rows(self, folder: Path, statement: str) -> list[tuple[object, ...]]:
        """Query the database."""
        return _rows(self.new_url(folder).replace("postgresql:", "postgresql+psycopg:"), statement)

    @contextmanager
    def locked(self, folder: Path) -> Iterator[None]:
        """Lock the tables, from a connection that ends with the context."""
        with psycopg.connect(self.new_url(folder)) as other:
            other.execute(f"LOCK TABLE {', '.join(SQLModel.metadata.tables)} IN ACCESS EXCLUSIVE MODE".encode())
            yield
            other.rollback()

    def close(self) -> None:
        """Stop the server."""
        if self._server is not None:
            self._server.stop()


_STORES: dict[str, Store] = {"sqlite": SqliteStore(), "postgres": PostgresStore()}
NAMES = tuple(_STORES)
BOTH = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))
"""The parameters of a test that runs on both, whichever store the run uses."""
_chosen = ["sqlite"]


def choose(name: str) -> None:
    """Use this store for the whole run."""
    _chosen[:] = [name]


def store(name: str | None = None) -> Store:
    """Return the store of this run, or the one with this name."""
    return _STORES[name or _chosen[0]]


def close_all() -> None:
    """Stop what the stores started."""
    for each in _STORES.values():
        each.close()


def query(folder: Path, statement: str) -> list[tuple[object, ...]]:
    """Return the rows of a query of the folder's database, in the store of this run."""
    return store().rows(folder, statement)


def _rows(url: str, statement: str) -> list[tuple[object, ...]]:
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(statement))]
    finally:
        engine.dispose()
