"""`glocal run`: run the bot until SIGINT, SIGTERM or SIGHUP."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import structlog

from adapters.cli import adapter_factory, run_lock, service_manager
from adapters.cli.application import Application, freeze_loaded_objects
from adapters.cli.first_start import check_database
from adapters.cli.listening import listen
from adapters.cli.log_setup import configure
from adapters.cli.log_stream import LogStream
from adapters.cli.roles import EVERYTHING, Part, ProcessRole
from adapters.cli.running_bot import RunningBot
from adapters.cli.settings import model
from adapters.cli.settings.errors import SettingsProblem
from adapters.cli.settings.proxies import prepare_proxies
from adapters.cli.settings.secrets import all_secrets
from adapters.cli.status_file import Status, current, keep_status, status_file
from adapters.cli.stop import StopRequest
from adapters.cli.supervision import Supervisor
from adapters.cli.upgrading import upgrade_apart
from bots.clock import SystemClock
from bots.features.registry import FEATURES
from bots.ports import AccountRefused
from bots.retry import retry_while_locked
from bots.routing.router import Router
from storage.crash_journal import CrashJournal, journal_file
from storage.database import Database
from storage.errors import DatabaseUnusable

log = structlog.get_logger()
NO_ACCOUNT = 1
"""Exit code: the settings have no account."""
UNUSABLE = 2
"""Exit code: the database or a setting has to be fixed first."""
REFUSED = 3
"""Exit code: the platforms reject all accounts; restarting doesn't help."""
LOG_CLOSED = 4
"""Exit code: nobody reads the log any more."""

FAULT = 5
"""Exit code: a fault of glocal itself, which the log shows."""


def run(config: Path | None, part: Part = EVERYTHING, *, new_database: bool = False) -> int:
    """Run; return 0 after a signal, or one of the codes above."""
    loaded, stop = model.load(config), StopRequest()
    stream = LogStream(sys.stderr, lambda: stop.stop(LOG_CLOSED))
    configure(loaded.log.level, loaded.log.format, stream, levels=loaded.log.levels, secrets=all_secrets(loaded))
    part.check(loaded)
    if ProcessRole.GATEWAY in part.roles:
        if not adapter_factory.configured(loaded):
            print("No account is set up. `glocal init` creates glocal.toml.", file=sys.stderr)
            return NO_ACCOUNT
        check_database(loaded, new=new_database)
    prepare_proxies()
    model.create_database_file(loaded)
    with run_lock.process_files(loaded) as files:
        if files is None:
            print(run_lock.used_by_another(loaded), file=sys.stderr)
            return UNUSABLE
        return _run_to_the_end(loaded, part, files, stop)


def _run_to_the_end(loaded: model.Settings, part: Part, files: Path, stop: StopRequest) -> int:
    try:
        asyncio.run(_serve(loaded, part, files, stop))
    except* DatabaseUnusable as unusable:
        stop.stop(UNUSABLE, "\n".join(str(problem) for problem in _flat(unusable)))
    except* AccountRefused as refused:
        stop.stop(REFUSED, "\n".join(str(error) for error in _flat(refused)))
    except* SettingsProblem as problem:
        stop.stop(UNUSABLE, "\n".join(str(error) for error in _flat(problem)))
    except* Exception as error:
        log.exception("ended-by-a-fault")
        why = "; ".join(f"{type(one).__name__}: {one}" for one in _flat(error))
        stop.stop(FAULT, f"glocal ended by a fault of its own: {why}. Please report it.")
    if stop.why:
        print(stop.why, file=sys.stderr)
    return stop.code


def _flat(group: BaseExceptionGroup[BaseException]) -> Iterator[BaseException]:
    """Yield the exceptions of a group and of the groups in it."""
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from _flat(error)
        else:
            yield error


async def _serve(loaded: model.Settings, part: Part, files: Path, stop: StopRequest) -> None:
    """Run until somebody or something requests a stop."""
    serving = asyncio.current_task()
    assert serving is not None, "asyncio.run made a task"
    stop.listen(serving)
    database = Database(loaded.database_url, on_unusable=lambda why: stop.stop(UNUSABLE, why))
    alive = asyncio.create_task(service_manager.keep_alive())
    try:
        if database.file is not None:
            await retry_while_locked(lambda: upgrade_apart(database, loaded))
            await _run_alone(loaded, database, files)
        else:
            from adapters.cli.shared_process import run_shared  # not without psycopg

            gc.enable()  # it may stand by for long
            service_manager.notify("READY=1")
            await run_lock.upgrade_alone(database)
            await run_shared(loaded, part, database, CrashJournal(journal_file(files)))
    except asyncio.CancelledError:
        log.info("stopped")
    finally:
        alive.cancel()
        service_manager.notify("STOPPING=1")
        await database.close()


async def _run_alone(loaded: model.Settings, database: Database, files: Path) -> None:
    """Run the whole bot. Raises what the application raises, in an ExceptionGroup."""
    clock, router = SystemClock(), Router(FEATURES)
    supervisor, started_at = Supervisor(clock), clock.now()
    makers = adapter_factory.adapter_makers(loaded, router.declared_commands)
    adapters = [supervisor.add(make) for make in makers.values()]
    journal = CrashJournal(journal_file(files))
    retention = timedelta(days=loaded.retention_days)
    application = Application(
        database, adapters, clock, router=router, retention=retention, journal=journal,
        web_address=loaded.monitoring.web_address,
    )  # fmt: skip
    freeze_loaded_objects()
    log.info("started", database=loaded.database_name, accounts=list(makers))

    def status() -> Status:
        return current(supervisor.health, started_at, clock.now(), application.housekeeping.last_tidy)

    async def running() -> RunningBot:
        return RunningBot([status()])

    listener = listen(loaded.monitoring)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(keep_status(status_file(files), status))
        if listener is not None:
            from adapters.cli.monitoring import MonitoringServer  # its libraries take 5 MB

            tasks.create_task(
                MonitoringServer(database, running, clock, address=loaded.monitoring.web_address).serve(listener)
            )
        service_manager.notify("READY=1")
        await application.run()
