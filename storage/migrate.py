"""Bring a database to the newest schema."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.cancellation import unbroken, unbroken_ends


def config() -> Config:
    """Alembic's configuration, without a file."""
    found = Config()
    found.set_main_option("script_location", "storage:migrations")
    found.set_main_option("path_separator", "os")
    return found


class Unusable(Exception):
    """The database can't be used as it is; the message says why, and what helps."""


async def upgrade(engine: AsyncEngine) -> None:
    """Run the migrations that are missing. Raises sqlalchemy.exc.OperationalError when it is locked or full, Unusable
    when it is no database, or one of a newer version."""

    def run(connection: Connection) -> None:
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")

    try:
        async with unbroken_ends(engine.begin()) as connection:
            await unbroken(connection.run_sync(run))
    except OperationalError:
        raise
    except DatabaseError as error:
        raise Unusable(
            f"{engine.url.database}: {error.orig}. Name another file in storage.url, or restore this one."
        ) from error
    except CommandError as error:
        raise Unusable(f"{engine.url.database}: made by a newer version of glocal ({error}). Update glocal.") from error
