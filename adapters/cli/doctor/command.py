"""Check settings, files, database, clock, accounts and rooms, and say what to do."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

from adapters.cli.adapter_factory import configured
from adapters.cli.backup import stores
from adapters.cli.doctor.findings import Finding
from adapters.cli.doctor.platforms import platform_findings
from adapters.cli.file_lock import lock_file
from adapters.cli.settings import model
from adapters.cli.settings.model import Settings
from adapters.cli.settings.proxies import prepare_proxies
from adapters.cli.status import is_running
from storage.migrate import config as migrations
from storage.migrate import newest_revision


def examine(config: Path | None) -> int:
    """Print the findings; return 0, or 1 when something has to be done. Raises SettingsProblem."""
    settings, path = model.load(config), model.file_of(config)
    prepare_proxies()
    print(f"ok    settings: {path if path.exists() else 'no file; the environment and the defaults apply'}")
    return asyncio.run(_examine(settings, path))


async def _examine(settings: Settings, config: Path) -> int:
    bad = 0
    async for finding in _findings(settings, config):
        bad += not finding.good
        print(f"{'ok   ' if finding.good else 'TO DO'} {finding.about}: {finding.text}")
    return 1 if bad else 0


async def _findings(settings: Settings, config: Path) -> AsyncIterator[Finding]:
    for finding in (*_file_rights(settings, config), *_database(settings)):
        yield finding
    if not configured(settings):
        yield Finding(False, "accounts", "none is set up. `glocal init` creates glocal.toml")
    async for finding in platform_findings(settings):
        yield finding


def _file_rights(settings: Settings, config: Path) -> Iterator[Finding]:
    """Check who else can read secrets and data."""
    database = settings.database_file
    files = [config, database, database.with_name(f"{database.name}-wal"), *stores(settings).values()]
    loose = [file for file in files if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077]
    for file in loose:
        yield Finding(
            False, "file rights", f"others can read {file}. Run: chmod {'700' if file.is_dir() else '600'} {file}"
        )
    if not loose:
        yield Finding(True, "file rights", "settings, database and stores are for their owner only")


def _database(settings: Settings) -> Iterator[Finding]:
    file = settings.database_file
    if not file.is_file() or not file.stat().st_size:
        yield Finding(True, "database", f"{file} isn't there yet. `glocal run` makes it")
        return
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            (check,) = opened.execute("PRAGMA quick_check").fetchone()
            (revision,) = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.Error, TypeError) as error:
        yield Finding(False, "database", f"{file}: {error}. `glocal restore` brings a backup back")
        return
    yield Finding(check == "ok", "database", f"{file}: {check}" + ("" if check == "ok" else "; restore a backup"))
    newest = newest_revision(migrations())
    state = "up to date" if revision == newest else f"`glocal run` upgrades it to {newest}, and copies it before"
    yield Finding(True, "migrations", f"revision {revision}; {state}")
    if lock_file(file).exists():
        yield Finding(True, "process", "the bot is running" if is_running(file) else "the bot isn't running")
