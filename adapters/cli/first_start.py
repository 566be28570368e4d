"""Ask before the bot starts on an empty database although its account is known."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import typer
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import DBAPIError

from adapters.cli.adapter_factory import matrix_account
from adapters.cli.settings.accounts import Account, Discord, Matrix, Telegram
from adapters.cli.settings.errors import SettingsProblem
from adapters.cli.settings.model import Settings
from adapters.matrix.account import has_signed_in
from storage.urls import parse_url


def check_database(settings: Settings, *, new: bool) -> None:
    """Ask on a terminal whether an empty database is meant. Raises SettingsProblem if it is not."""
    known = known_accounts(settings)
    file = settings.database_file
    if new or not known or not (_is_empty(file) if file is not None else _has_no_tables(settings.database_url)):
        return
    found = (
        f"{settings.database_name} is empty, but {' and '.join(known)} has run before: everything the bot knew would be"
        " missing. Did somebody copy glocal.db without glocal.db-wal, or does storage.url name another database?"
    )
    remedy = (
        "`glocal restore` brings a backup back; `glocal copy` moves another database here; `glocal run --new-database`"
        " starts with an empty one."
    )
    print(found, file=sys.stderr)
    if not (sys.stdin.isatty() and typer.confirm("Start with an empty database?", default=False)):
        raise SettingsProblem([remedy])


def known_accounts(settings: Settings) -> list[str]:
    """Return the accounts that have left files in their store, or a database without its tables."""
    return [name for name, account in settings.all_accounts.items() if _has_run(name, account, settings)]


def _has_run(name: str, account: Account, settings: Settings) -> bool:
    match account:
        case Matrix():
            return has_signed_in(matrix_account(name, account, settings))
        case Discord():
            return any((settings.folder / account.store).glob(f"{name}.*.json"))
        case Telegram():
            return _is_copied_alone(settings.database_file)  # it keeps no files


def _is_copied_alone(file: Path | None) -> bool:
    """Return whether a database was in use, and lost what its WAL held: it has a page, but no tables and no WAL."""
    if file is None or not file.exists() or file.with_name(f"{file.name}-wal").exists():
        return False
    return bool(file.stat().st_size) and _is_empty(file)  # to look inside makes a WAL


def _is_empty(file: Path) -> bool:
    """Return whether there are no tables. A file that can't be read is not empty; the upgrade explains it."""
    if not file.exists() or not file.stat().st_size:
        return True
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return not database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    except sqlite3.Error:
        return False


def _has_no_tables(url: str) -> bool:
    """Return whether there are no tables on the server. An unreachable one does not count; `run` explains it."""
    engine = create_engine(parse_url(url).set(drivername="postgresql+psycopg"), connect_args={"connect_timeout": 10})
    try:
        with engine.connect() as connection:
            return not inspect(connection).get_table_names()
    except DBAPIError:
        return False
    finally:
        engine.dispose()
