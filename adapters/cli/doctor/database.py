"""The database: whether it answers, is whole, and has the newest tables."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from adapters.cli.doctor.findings import Finding
from adapters.cli.file_lock import lock_file
from adapters.cli.opened_database import is_missing, opened
from adapters.cli.run_lock import is_running, is_running_here
from adapters.cli.running_bot import running_on
from adapters.cli.settings.model import Settings
from storage.errors import explain
from storage.migrate import newest_revision
from storage.postgresql import OLDEST

_REVISION = "SELECT version_num FROM alembic_version"


async def database_findings(settings: Settings) -> AsyncIterator[Finding]:
    """Examine the database."""
    file = settings.database_file
    if is_missing(settings):
        yield Finding(True, "database", f"{file} isn't there yet. `glocal run` makes it")
    elif file is not None:
        for finding in _file(file, settings):
            yield finding
    else:
        async for finding in _server(settings):
            yield finding


def _file(file: Path, settings: Settings) -> Iterator[Finding]:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
            (check,) = database.execute("PRAGMA quick_check").fetchone()
            (revision,) = database.execute(_REVISION).fetchone()
    except (sqlite3.Error, TypeError) as error:
        yield Finding(False, "database", f"{file}: {error}. `glocal restore` brings a backup back")
        return
    yield Finding(check == "ok", "database", f"{file}: {check}" + ("" if check == "ok" else "; restore a backup"))
    yield _migrations(revision, "`glocal run` upgrades it to {newest}, and copies it before")
    if lock_file(file).exists():
        yield _process(running=is_running_here(settings))


async def _server(settings: Settings) -> AsyncIterator[Finding]:
    name = settings.database_name
    try:
        async with opened(settings.database_url) as database, database.engine.connect() as connection:
            version = int((await connection.execute(text("SHOW server_version_num"))).scalar_one()) // 10_000
            has_tables = (await connection.execute(text("SELECT to_regclass('alembic_version')"))).scalar_one()
            revision = (await connection.execute(text(_REVISION))).scalar_one() if has_tables else None
            running = await is_running(settings, database)
            bot = await running_on(database) if running and revision == newest_revision() else None
    except DBAPIError as error:
        yield Finding(False, "database", explain(name, error.orig))
        return
    old = "" if version >= OLDEST else f", which is too old: {OLDEST} or newer is needed"
    yield Finding(version >= OLDEST, "database", f"{name}: PostgreSQL {version}{old}")
    yield _migrations(revision, "`glocal run` or `glocal migrate` upgrades it to {newest}")
    yield _process(running=running)
    for process in bot.processes if bot is not None else ():
        what = f"{process.process} holds {', '.join(process.holds) or 'nothing, and stands by'}"
        yield Finding(True, "process", what)
    for account in bot.unheld if bot is not None else ():
        if account.account in settings.all_accounts:
            yield Finding(False, "process", f"no process holds {account.account}. Start one with the role gateway")


def _migrations(revision: str | None, otherwise: str) -> Finding:
    newest = newest_revision()
    state = "up to date" if revision == newest else otherwise.format(newest=newest)
    return Finding(True, "migrations", f"revision {revision}; {state}" if revision else f"no tables yet; {state}")


def _process(*, running: bool) -> Finding:
    return Finding(True, "process", "the bot is running" if running else "the bot isn't running")
