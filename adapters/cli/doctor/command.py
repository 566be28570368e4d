"""Check settings, files, database, clock, accounts and rooms, and say what to do."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from adapters.cli.adapter_factory import configured
from adapters.cli.backup import stores
from adapters.cli.doctor.database import database_findings
from adapters.cli.doctor.findings import Finding
from adapters.cli.doctor.platforms import platform_findings
from adapters.cli.settings import model
from adapters.cli.settings.model import Settings
from adapters.cli.settings.proxies import prepare_proxies


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
    for finding in _file_rights(settings, config):
        yield finding
    async for finding in database_findings(settings):
        yield finding
    if not configured(settings):
        yield Finding(False, "accounts", "none is set up. `glocal init` creates glocal.toml")
    async for finding in platform_findings(settings):
        yield finding


def _file_rights(settings: Settings, config: Path) -> Iterator[Finding]:
    """Check who else can read secrets and data."""
    database = settings.database_file
    data = [] if database is None else [database, database.with_name(f"{database.name}-wal")]
    files = [config, *data, *stores(settings).values()]
    loose = [file for file in files if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077]
    for file in loose:
        yield Finding(
            False, "file rights", f"others can read {file}. Run: chmod {'700' if file.is_dir() else '600'} {file}"
        )
    if not loose:
        yield Finding(True, "file rights", "settings, database and stores are for their owner only")
