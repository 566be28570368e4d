"""The upgrade of a SQLite file's tables in a process of its own.

What migrations load takes 15 MB, which a bot would keep until its next start.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy.exc import OperationalError

from adapters.cli.log_setup import configure
from storage.cancellation import shielded
from storage.database import Database
from storage.errors import DatabaseUnusable
from storage.migrate import is_newest, upgrade

if TYPE_CHECKING:
    from adapters.cli.settings.model import Settings

_UNUSABLE, _TEMPORARY = 2, 3
"""Exit codes of the process, which has written why to its standard output."""


class _Job(msgspec.Struct, frozen=True):
    """The database to upgrade, and how to log."""

    url: str
    level: str
    form: str


async def upgrade_apart(database: Database, settings: Settings) -> None:
    """Run the missing migrations, if any. A cancelled caller waits for their end.

    Raises sqlalchemy.exc.OperationalError and DatabaseUnusable, as `upgrade` does.
    """
    if await is_newest(database.engine):
        return
    job = _Job(settings.database_url, settings.log.level, settings.log.format)
    await shielded(_run(job))


async def _run(job: _Job) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "adapters.cli.upgrading", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        start_new_session=True,  # Ctrl-C in a terminal would end it, too
    )  # fmt: skip
    written, _ = await process.communicate(msgspec.json.encode(job))
    why = written.decode(errors="replace").strip()
    if process.returncode == _TEMPORARY:
        raise OperationalError("upgrade", None, sqlite3.OperationalError(why))
    if process.returncode:
        raise DatabaseUnusable(why or "The database's tables could not be upgraded; the log says why.")


def main() -> int:
    """Upgrade the database that standard input names; return the exit code."""
    job = msgspec.json.decode(sys.stdin.buffer.read(), type=_Job)
    configure(job.level, job.form)
    try:
        asyncio.run(_upgrade(job.url))
    except DatabaseUnusable as unusable:
        print(unusable)
        return _UNUSABLE
    except OperationalError as error:
        print(error.orig)
        return _TEMPORARY
    return 0


async def _upgrade(url: str) -> None:
    database = Database(url)
    try:
        await upgrade(database.engine)
    finally:
        await database.close()


if __name__ == "__main__":
    sys.exit(main())
