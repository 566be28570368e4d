"""The locks of running bots: of the one process on a SQLite file, and of the processes on a server, on all hosts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import structlog

from adapters.cli.file_lock import exclusive, lock_file
from adapters.cli.settings.model import Settings
from bots.retry import retry_while_locked
from storage.advisory_lock import RUN, AdvisoryLock, held_locks
from storage.database import Database
from storage.migrate import is_newest, upgrade

log = structlog.get_logger()
_STAND_BY_SECONDS = 0.5


def used_by_another(settings: Settings) -> str:
    """Return the message about a lock that another process on this host holds."""
    return (
        f"{settings.database_name}: another `glocal run` uses this database. Stop it first, or name another one in"
        " storage.url."
    )


@contextmanager
def process_files(settings: Settings) -> Iterator[Path | None]:
    """Yield the path whose name the files of this process begin with.

    None if another process uses the SQLite file. On a server, each process that starts in this folder has its own.
    """
    for number in count(1):
        first = settings.process_files
        files = first if number == 1 else first.with_name(f"{first.name}-{number}")
        with exclusive(lock_file(files)) as free:
            if free or settings.database_file is not None:
                yield files if free else None
                return


def is_running_here(settings: Settings) -> bool:
    """Return whether a bot on this host uses the database."""
    with exclusive(lock_file(settings.process_files)) as free:
        return not free


async def is_running(settings: Settings, database: Database) -> bool:
    """Return whether a bot on any host uses the database. Raises sqlalchemy.exc.OperationalError."""
    if settings.database_file is not None:
        return is_running_here(settings)
    return bool(await held_locks(database.engine, [RUN]))


async def upgrade_alone(database: Database) -> None:
    """Wait until no other process uses a server's database, and give it the newest tables."""
    waiting = False
    while not await is_newest(database.engine):
        lock = AdvisoryLock(database.engine, RUN)
        if await retry_while_locked(lock.acquire):
            try:
                await retry_while_locked(lambda: upgrade(database.engine))
            finally:
                await lock.release()
            return
        if not waiting:
            log.warning("standing-by", lock=RUN, why="the tables are older, and other processes use them")
        waiting = True
        await asyncio.sleep(_STAND_BY_SECONDS)
