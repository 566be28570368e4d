"""Run the migrations: on a SQLite file after copying it, on PostgreSQL while others wait."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import structlog
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, func, inspect, select
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.cancellation import shielded, shielded_context
from storage.copies import copy_database, upgrade_copy_file
from storage.errors import DatabaseUnusable, explain, is_temporary
from storage.postgresql import OLDEST
from storage.urls import name_of

log = structlog.get_logger()


def config() -> Config:
    """Return Alembic's configuration, which needs no file."""
    made = Config()
    made.set_main_option("script_location", "storage:migrations")
    made.set_main_option("path_separator", "os")
    return made


async def run_migrations(engine: AsyncEngine, settings: Config | None = None) -> None:
    """Run the missing migrations in one transaction. Copy a file that has tables first, and log where to.

    Raises sqlalchemy.exc.OperationalError if the database is locked or unreachable, or the disk full. Raises
    DatabaseUnusable if the file is not a database, the server doesn't let us in, a newer version of the program wrote
    it, or it can't be copied or upgraded.
    """
    given, name = settings or config(), name_of(engine.url)
    try:
        async with shielded_context(engine.connect()) as connection:
            await shielded(connection.run_sync(_upgrade, given))
    except DatabaseError as error:
        if isinstance(error, OperationalError) and is_temporary(error.orig):
            raise
        raise DatabaseUnusable(explain(name, error.orig)) from error
    except CommandError as error:
        raise DatabaseUnusable(f"{name}: made by a newer version of glocal ({error}). Update glocal.") from error


def _upgrade(connection: Connection, settings: Config) -> None:
    on_sqlite = connection.dialect.name == "sqlite"
    with _foreign_keys_off(connection) if on_sqlite else nullcontext(), connection.begin():
        if not on_sqlite:
            _check_server(connection)
        before, newest = MigrationContext.configure(connection).get_current_revision(), _head(settings)
        if before == newest:
            return
        if before is None and {*inspect(connection).get_table_names()} - {"alembic_version"}:
            name = name_of(connection.engine.url)
            raise DatabaseUnusable(f"{name}: another program's database. Name another one in storage.url.")
        settings.attributes["connection"] = connection
        known = {script.revision for script in ScriptDirectory.from_config(settings).walk_revisions()}
        copy = _copy(connection, newest or "") if before in known and on_sqlite else None
        command.upgrade(settings, "head")
        if on_sqlite:
            _check_foreign_keys(connection, copy)
    if before is not None:
        log.info("database-upgraded", before=before, now=newest, copy_of_the_old_one=str(copy))


def _head(settings: Config) -> str | None:
    return ScriptDirectory.from_config(settings).get_current_head()


def _check_server(connection: Connection) -> None:
    """Wait for other processes that upgrade, and refuse a server that is too old. Raises DatabaseUnusable."""
    connection.exec_driver_sql("SET LOCAL lock_timeout = 0")  # an upgrade takes as long as it takes
    connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("glocal:upgrade", 0))))
    connection.exec_driver_sql("SET LOCAL lock_timeout TO DEFAULT")
    version = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one()) // 10_000
    if version < OLDEST:
        name = name_of(connection.engine.url)
        raise DatabaseUnusable(f"{name}: PostgreSQL {version} is too old; glocal needs {OLDEST} or newer.")


@contextmanager
def _foreign_keys_off(connection: Connection) -> Iterator[None]:
    """Switch foreign keys off: a migration that recreates a table drops the old one, to which other rows refer.

    SQLite ignores the pragma inside a transaction. https://sqlite.org/lang_altertable.html#otheralter
    """
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()


def _copy(connection: Connection, newest: str) -> Path | None:
    """Copy the database while the transaction keeps others from writing; None for one without a file."""
    name = connection.engine.url.database
    if not name or name == ":memory:":
        return None
    target = upgrade_copy_file(Path(name), newest)
    try:
        copy_database(Path(name), target)
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise DatabaseUnusable(
            f"{name}: needs an upgrade, and the copy {target} before it can't be made: {why}."
            " Give the folder space and write permission. Nothing is changed yet."
        ) from error
    return target


def _check_foreign_keys(connection: Connection, copy: Path | None) -> None:
    """Check what the pragma left unchecked. Raises DatabaseUnusable, which rolls the upgrade back."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = ", ".join(sorted({str(row[0]) for row in broken}))
        raise DatabaseUnusable(
            f"{name_of(connection.engine.url)}: after the upgrade {len(broken)} rows would refer to missing ones (in"
            f" {tables}). Nothing is changed. Please report it; a copy is in {copy}."
        )
