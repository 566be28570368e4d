"""`glocal run`: the bot, until it is told to stop."""

from __future__ import annotations

import asyncio
import signal
import sys
from datetime import timedelta
from pathlib import Path

import structlog

from adapters.cli import adapter_factory
from adapters.cli.application import House
from adapters.cli.log_setup import configure
from adapters.cli.settings import model
from bots.clock import SystemClock
from bots.features.registry import FEATURES
from bots.ports import AccountRefused
from bots.retry import retry_while_locked
from bots.routing.router import Router
from storage.database import Database
from storage.migrate import Unusable, upgrade

log = structlog.get_logger()
REFUSED = 3
"""Exit code: a platform rejects the account; starting again without a change helps nothing."""
UNUSABLE = 2
"""Exit code: the database, or a setting, has to be mended first."""


def run(config: Path | None) -> int:
    """Returns the exit code: 0 when told to stop, 1 without an account, 2 when the database can't be used, 3 when an
    account is refused."""
    loaded = model.load(config)
    configure(loaded.log.level, loaded.log.format)
    if not adapter_factory.configured(loaded):
        print("No account is configured. `glocal init` writes a glocal.toml to begin with.", file=sys.stderr)
        return 1
    code = 0
    model.make_database_file(loaded)
    try:
        asyncio.run(_serve(loaded))
    except* Unusable as unusable:
        code = UNUSABLE
        for problem in unusable.exceptions:
            print(problem, file=sys.stderr)
    except* AccountRefused as refused:
        code = REFUSED
        for error in refused.exceptions:
            print(error, file=sys.stderr)
    return code


async def _serve(loaded: model.Settings) -> None:
    """Until SIGINT or SIGTERM."""
    serving = asyncio.current_task()
    assert serving is not None, "asyncio.run made a task"
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, serving.cancel)
    database = Database(loaded.database_url)
    router = Router(FEATURES)
    doors = adapter_factory.adapters(loaded, router.declared)
    house = House(database, doors, SystemClock(), router=router, retention=timedelta(days=loaded.retention_days))
    try:
        await retry_while_locked(lambda: upgrade(database.engine))
        log.info("started", database=str(database.url), accounts=[adapter.account for adapter in house.adapters])
        await house.run()
    except asyncio.CancelledError:
        log.info("stopped")
    finally:
        await database.close()
