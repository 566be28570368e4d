"""The database for one subcommand, whether the bot runs or not."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import DatabaseError, OperationalError

from adapters.cli.settings import model
from adapters.cli.settings.model import Settings
from storage.database import Database
from storage.errors import explain

Result = TypeVar("Result")


def is_missing(settings: Settings) -> bool:
    """Return whether the database is a file that isn't there yet, or is empty."""
    file = settings.database_file
    return file is not None and not (file.is_file() and file.stat().st_size)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """Open a database, and close it at the end."""
    database = Database(url)
    try:
        yield database
    finally:
        await database.close()


def with_database(config: Path | None, action: Callable[[Database], Awaitable[Result]]) -> tuple[int, Result | None]:
    """Open the database for an action; return the exit code and the result. Raises SettingsProblem."""
    settings = model.load(config)
    name = settings.database_name
    if is_missing(settings):
        print(f"{name}: there is no database yet; `glocal run` makes it.", file=sys.stderr)
        return 1, None

    async def act() -> Result:
        async with opened(settings.database_url) as database:
            return await action(database)

    try:
        return 0, asyncio.run(act())
    except OperationalError as error:
        print(explain(name, error.orig), file=sys.stderr)
    except DatabaseError as error:
        said = str(error.orig).splitlines()[0]
        print(f"{name}: {said}. `glocal run` makes the tables; storage.url names another database.", file=sys.stderr)
    return 2, None
