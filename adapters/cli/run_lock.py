"""The lock of the one process that runs the bot on a database: a file's on this host, a server's on all hosts.

On a server other processes stand by, and one of them takes over when the lock becomes free.
"""

from __future__ import annotations

import asyncio

import structlog

from adapters.cli import service_manager
from adapters.cli.file_lock import exclusive, lock_file
from adapters.cli.settings.model import Settings
from bots.retry import retry_while_locked
from storage.advisory_lock import AdvisoryLock
from storage.database import Database

log = structlog.get_logger()
NAME = "run"
STAND_BY_SECONDS = 0.5
"""How often a process that stands by tries to take the lock."""


def used_by_another(settings: Settings) -> str:
    """Return what to say when another process on this host holds the lock."""
    return (
        f"{settings.database_name}: another `glocal run` uses this database. Stop it first, or name another one in"
        " storage.url."
    )


def is_running_here(settings: Settings) -> bool:
    """Return whether a bot on this host uses the database."""
    with exclusive(lock_file(settings.process_files)) as free:
        return not free


async def is_running(settings: Settings, database: Database) -> bool:
    """Return whether a bot uses the database, on whichever host. Raises sqlalchemy.exc.OperationalError."""
    if settings.database_file is not None:
        return is_running_here(settings)
    return await AdvisoryLock(database.engine, NAME).is_held()


async def take(settings: Settings, database: Database) -> AdvisoryLock | None:
    """Stand by until no other process holds the lock, and take it. None for a file, whose lock `run` holds already."""
    if settings.database_file is not None:
        return None
    lock = AdvisoryLock(database.engine, NAME)
    waiting = False
    while not await retry_while_locked(lock.acquire):
        if not waiting:
            log.info("standing-by", database=settings.database_name)
            service_manager.notify("READY=1\nSTATUS=standing by")
        waiting = True
        await asyncio.sleep(STAND_BY_SECONDS)
    if waiting:
        log.warning("taking-over", database=settings.database_name)
    return lock
