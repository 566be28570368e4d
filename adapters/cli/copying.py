"""`glocal migrate` and `glocal copy`: the tables of a database, and its move to another one."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from adapters.cli.file_lock import exclusive, lock_file
from adapters.cli.opened_database import is_missing, opened
from adapters.cli.settings import model
from adapters.cli.settings.errors import SettingsProblem
from adapters.cli.settings.model import Settings
from storage.advisory_lock import RUN, AdvisoryLock
from storage.database import Database
from storage.errors import DatabaseUnusable, explain
from storage.migrate import upgrade
from storage.transfer import CopyRefused, TableCopy, transfer
from storage.urls import name_of, parse_url


def migrate(config: Path | None) -> int:
    """Give the database the newest tables; return the exit code. Raises SettingsProblem."""
    settings = model.load(config)
    model.create_database_file(settings)
    code = _alone(settings, lambda database: upgrade(database.engine))
    if not code:
        print(f"{settings.database_name}: the tables are up to date.")
    return code


def copy(config: Path | None, to: str) -> int:
    """Copy the database into an empty one; return the exit code. Raises SettingsProblem."""
    settings = model.load(config)
    target = _target(to)
    name = name_of(parse_url(target))
    if is_missing(settings):
        print(f"{settings.database_name}: there is no database yet; `glocal run` makes it.", file=sys.stderr)
        return 1

    async def act(database: Database) -> None:
        await upgrade(database.engine)
        _print(await fill(database, target))

    code = _alone(settings, act)
    if not code:
        print(f'Copied to {name}. Now set storage.url = "{name}", and start the bot.')
    return code


async def fill(source: Database, url: str) -> list[TableCopy]:
    """Make the tables of an empty database, and copy all rows into it.

    Raises CopyRefused, DatabaseUnusable, and sqlalchemy.exc.DBAPIError.
    """
    name = name_of(parse_url(url))
    try:
        async with opened(url) as target, _held(target):
            await upgrade(target.engine)
            return await transfer(source, target)
    except CopyRefused as refused:
        raise CopyRefused(f"{name}: {refused}. Nothing was copied") from None
    except DBAPIError as error:
        raise CopyRefused(explain(name, error.orig)) from error


@asynccontextmanager
async def _held(database: Database) -> AsyncIterator[None]:
    """Hold the lock of a server's database. Raises DatabaseUnusable while a bot has it."""
    if database.file is not None:
        yield
        return
    lock = AdvisoryLock(database.engine, RUN)
    if not await lock.acquire():
        raise _in_use(name_of(database.url))
    try:
        yield
    finally:
        await lock.release()


def _in_use(name: str) -> DatabaseUnusable:
    return DatabaseUnusable(f"{name}: the bot is using this database. Stop it first.")


def _target(to: str) -> str:
    """Return the URL of the target; make a new file for the owner alone. Raises SettingsProblem."""
    try:
        url = parse_url(to)
    except ValueError as problem:
        raise SettingsProblem([f"--to {problem}"]) from None
    if url.get_backend_name() != "sqlite":
        return url.render_as_string(hide_password=False)
    file = Path(url.database or "")
    if not url.database or file.exists():
        raise SettingsProblem([f"--to: {file} exists already" if url.database else "--to has no file in it"])
    os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    return to


def _alone(settings: Settings, act: Callable[[Database], Awaitable[None]]) -> int:
    """Act on the database while no bot uses it; return the exit code."""

    async def held() -> None:
        async with opened(settings.database_url) as database, _held(database):
            await act(database)

    with exclusive(lock_file(settings.process_files)) as alone:
        try:
            if not alone:
                raise _in_use(settings.database_name)
            asyncio.run(held())
        except (CopyRefused, DatabaseUnusable) as problem:
            print(problem, file=sys.stderr)
        except DBAPIError as error:
            print(explain(settings.database_name, error.orig), file=sys.stderr)
        else:
            return 0
    return 2


def _print(copies: list[TableCopy]) -> None:
    width = max(len(copy.name) for copy in copies)
    for copied in copies:
        print(f"  {copied.name:{width}}  {copied.rows:>9,} rows  checksum {copied.checksum}")
    print(f"  {'total':{width}}  {sum(copied.rows for copied in copies):>9,} rows")
