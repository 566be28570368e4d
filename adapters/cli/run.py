"""`glocal run`: run the bot until SIGINT or SIGTERM."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import structlog

from adapters.cli import adapter_factory
from adapters.cli.application import Application
from adapters.cli.log_setup import configure
from adapters.cli.settings import model
from adapters.cli.supervision import Supervisor
from bots.clock import SystemClock
from bots.features.registry import FEATURES
from bots.ports import AccountRefused
from bots.retry import retry_while_locked
from bots.routing.router import Router
from storage.database import Database
from storage.migrate import DatabaseUnusable, upgrade

log = structlog.get_logger()
REFUSED = 3
"""Exit code: the platforms reject all accounts; restarting doesn't help."""
UNUSABLE = 2
"""Exit code: the database or a setting has to be fixed first."""


def run(config: Path | None) -> int:
    """Run; return 0 after a signal, 1 without an account, 2 for an unusable database, 3 when no account is accepted."""
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
        for error in _flat(refused):
            print(error, file=sys.stderr)
    return code


def _flat(group: BaseExceptionGroup[BaseException]) -> Iterator[BaseException]:
    """Yield the exceptions of a group and of the groups in it."""
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from _flat(error)
        else:
            yield error


async def _serve(loaded: model.Settings) -> None:
    """Run until SIGINT or SIGTERM."""
    serving = asyncio.current_task()
    assert serving is not None, "asyncio.run made a task"
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, serving.cancel)
    database = Database(loaded.database_url)
    router = Router(FEATURES)
    clock = SystemClock()
    supervisor = Supervisor(clock)
    adapters = [supervisor.add(make) for make in adapter_factory.adapter_makers(loaded, router.declared_commands)]
    application = Application(database, adapters, clock, router=router, retention=timedelta(days=loaded.retention_days))
    try:
        await retry_while_locked(lambda: upgrade(database.engine))
        log.info("started", database=str(database.url), accounts=[adapter.account for adapter in application.adapters])
        await application.run()
    except asyncio.CancelledError:
        log.info("stopped")
    finally:
        await database.close()
