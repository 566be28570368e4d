"""The lock that `glocal run` holds, so that only one process uses a database: on this host a file, on a server more."""

from __future__ import annotations

import asyncio

import structlog

from adapters.cli.file_lock import exclusive, lock_file
from adapters.cli.settings.model import Settings
from storage.advisory_lock import AdvisoryLock, LockTaken
from storage.database import Database

log = structlog.get_logger()
NAME = "run"
WAIT_SECONDS = 15
"""How long the lock of a process that was just killed may take to be freed by the server."""


def used_by_another(settings: Settings) -> str:
    """Return what to say when another process holds the lock."""
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
    """Take the lock on a server; None for a file, whose lock `run` holds already.

    Raises LockTaken if another process keeps it, and sqlalchemy.exc.OperationalError.
    """
    if settings.database_file is not None:
        return None
    lock = AdvisoryLock(database.engine, NAME)
    for _ in range(WAIT_SECONDS):
        if await lock.acquire():
            return lock
        log.warning("waiting-for-other-process", database=settings.database_name)
        await asyncio.sleep(1)
    raise LockTaken(NAME)
