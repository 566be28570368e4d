"""The database for one subcommand, whether the bot runs or not."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import DatabaseError

from adapters.cli.settings import model
from storage.database import Database

Result = TypeVar("Result")


def with_database(config: Path | None, action: Callable[[Database], Awaitable[Result]]) -> tuple[int, Result | None]:
    """Open the database for an action; return the exit code and the result. Raises SettingsProblem."""
    settings = model.load(config)
    file = settings.database_file
    if not file.is_file():
        print(f"{file}: there is no database yet; `glocal run` makes it.", file=sys.stderr)
        return 1, None

    async def act() -> Result:
        database = Database(settings.database_url)
        try:
            return await action(database)
        finally:
            await database.close()

    try:
        return 0, asyncio.run(act())
    except DatabaseError as error:
        print(f"{file}: {error.orig}. `glocal run` makes the tables; storage.url names the file.", file=sys.stderr)
        return 2, None
