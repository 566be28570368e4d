"""`glocal run`: run the bot until SIGINT or SIGTERM."""

from __future__ import annotations

import asyncio
import signal
import sys
from datetime import timedelta
from pathlib import Path

import structlog

from adapters.cli import adapter_factory
from adapters.cli.application import Application
from adapters.cli.log_setup import configure
from adapters.cli.settings import model
from bots.clock import SystemClock
from bots.features.registry import FEATURES
from bots.ports import AccountRefused
from bots.retry import retry_while_locked
from bots.routing.router import Router
from storage.crash_journal import CrashJournal
from storage.database import Database
from storage.migrate import DatabaseUnusable, upgrade

log = structlog.get_logger()
REFUSED = 3
"""Exit code: a platform rejects the account; restarting doesn't help."""
UNUSABLE = 2
"""Exit code: the database or a setting has to be fixed first."""


def run(config: Path | None) -> int:
    """Run; return 0 after a signal, 1 without an account, 2 for an unusable database, 3 for a refused account."""
    loaded = model.load(config)
    configure(loaded.log.level, loaded.log.format)
    if not adapter_factory.configured(loaded):
        print("No account is configured. `glocal init` writes a glocal.toml to begin with.", file=sys.stderr)
        return 1
    code = 0
    model.create_database_file(loaded)
    try:
        asyncio.run(_serve(loaded))
    except* DatabaseUnusable as unusable:
        code = UNUSABLE
        for problem in unusable.exceptions:
            print(problem, file=sys.stderr)
    except* AccountRefused as refused:
        code = REFUSED
        for error in refused.exceptions:
            print(error, file=sys.stderr)
    return code


async def _serve(loaded: model.Settings) -> None:
    """Run until SIGINT or SIGTERM."""
    serving = asyncio.current_task()
    assert serving is not None, "asyncio.run made a task"
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, serving.cancel)
    database = Database(loaded.database_url)
    router = Router(FEATURES)
    adapters = adapter_factory.adapters(loaded, router.declared_commands)
    application = Application(
        database,
        adapters,
        SystemClock(),
        router=router,
        retention=timedelta(days=loaded.retention_days),
        journal=CrashJournal(database.journal_path),
    )
    try:
        await retry_while_locked(lambda: upgrade(database.engine))
        log.info("started", database=str(database.url), accounts=[adapter.account for adapter in application.adapters])
        await application.run()
    except asyncio.CancelledError:
        log.info("stopped")
    finally:
        await database.close()
