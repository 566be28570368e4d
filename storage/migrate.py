"""Upgrade a database to the newest schema."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.cancellation import shielded, shielded_context


def config() -> Config:
    """Return Alembic's configuration, which needs no file."""
    made = Config()
    made.set_main_option("script_location", "storage:migrations")
    made.set_main_option("path_separator", "os")
    return made


class DatabaseUnusable(Exception):
    """A database that we can't use. The message gives the reason and the remedy."""


async def upgrade(engine: AsyncEngine) -> None:
    """Run the missing migrations.

    Raises sqlalchemy.exc.OperationalError if the database is locked or the disk full. Raises DatabaseUnusable if the
    file is not a database, or a newer version of the program wrote it.
    """

    def run(connection: Connection) -> None:
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")

    try:
        async with shielded_context(engine.begin()) as connection:
            await shielded(connection.run_sync(run))
    except OperationalError:
        raise
    except DatabaseError as error:
        raise DatabaseUnusable(
            f"{engine.url.database}: {error.orig}. Name another file in storage.url, or restore this one."
        ) from error
    except CommandError as error:
        raise DatabaseUnusable(
            f"{engine.url.database}: made by a newer version of glocal ({error}). Update glocal."
        ) from error
