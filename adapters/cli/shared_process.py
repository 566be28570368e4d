"""A process among others on a PostgreSQL server: put its parts together, and run them."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
from datetime import timedelta
from functools import partial

import msgspec
import structlog

from adapters.cli import adapter_factory
from adapters.cli.application import Application, freeze_loaded_objects
from adapters.cli.listening import listen
from adapters.cli.presence import Presence
from adapters.cli.roles import Part, ProcessRole
from adapters.cli.running_bot import running_on
from adapters.cli.settings.errors import SettingsProblem
from adapters.cli.settings.model import Monitoring, Settings
from adapters.cli.shared_run import TIMERS, WORKER, SharedRun
from adapters.cli.status_file import Status, current
from adapters.cli.supervision import Supervisor
from bots.clock import SystemClock
from bots.features.registry import FEATURES
from bots.routing.router import Router
from schedules.peers import Peers
from storage.advisory_lock import Turns
from storage.crash_journal import CrashJournal
from storage.database import Database

log = structlog.get_logger()
_PORT_SECONDS = 2.0
"""How often a process tries to get the monitoring port, which another one on this host may have."""


def new_process_name() -> str:
    """Return a name that no other process has: two containers may have the same host name and process id."""
    return f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(2)}"


async def run_shared(settings: Settings, part: Part, database: Database, journal: CrashJournal) -> None:
    """Run this part of the bot until cancelled. Raises what the application raises, in an ExceptionGroup."""
    clock, router = SystemClock(), Router(FEATURES)
    supervisor, started_at = Supervisor(clock), clock.now()
    peers = Peers(database, new_process_name())
    makers = adapter_factory.adapter_makers(settings, router.declared_commands, partial(Turns, database.engine))
    names = part.accounts_of(settings) if ProcessRole.GATEWAY in part.roles else []
    application = Application(
        database, [], clock, router=router, retention=timedelta(days=settings.retention_days), journal=journal,
        peers=peers, web_address=settings.monitoring.web_address,
    )  # fmt: skip
    locks = [lock for role, lock in ((ProcessRole.TIMERS, TIMERS), (ProcessRole.WORKER, WORKER)) if role in part.roles]
    shared = SharedRun(application, peers, supervisor, {name: makers[name] for name in names}, locks, makers)

    def status() -> Status:
        now = current(supervisor.health, started_at, clock.now(), application.housekeeping.last_tidy)
        return msgspec.structs.replace(now, process=peers.process, roles=sorted(part.roles), holds=shared.holds)

    presence = Presence(database, peers, supervisor, status, clock)
    freeze_loaded_objects()
    log.info(
        "started", database=settings.database_name, process=peers.process, roles=sorted(part.roles), accounts=names
    )
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(presence.run())
            if ProcessRole.WEB in part.roles and settings.monitoring.port:
                tasks.create_task(_serve_monitoring(settings.monitoring, database))
            await shared.run()
    finally:
        await presence.end()


async def _serve_monitoring(settings: Monitoring, database: Database) -> None:
    """Serve the monitoring port, as soon as no other process on this host does."""
    from adapters.cli.monitoring import MonitoringServer  # its libraries take 5 MB

    told = False
    while True:
        try:
            listener = listen(settings)
            break
        except SettingsProblem as problem:
            if not told:
                log.warning("monitoring-waits", why=str(problem))
            told = True
            await asyncio.sleep(_PORT_SECONDS)
    assert listener is not None, "there is a port"
    server = MonitoringServer(database, lambda: running_on(database), SystemClock(), address=settings.web_address)
    await server.serve(listener)
