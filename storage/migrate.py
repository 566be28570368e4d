"""Upgrade a database to the newest tables. Alembic is loaded only when there is something to do: it takes 7 MB."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.cancellation import shielded, shielded_context

_VERSIONS = Path(__file__).parent / "migrations" / "versions"


def newest_revision() -> str:
    """Return the revision that this program works with: the number of the newest migration."""
    return max(file.name.partition("_")[0] for file in _VERSIONS.glob("[0-9]*_*.py"))


async def is_newest(engine: AsyncEngine) -> bool:
    """Return whether the database has the newest tables. False if it doesn't answer."""
    return await _revision(engine) == newest_revision()


async def upgrade(engine: AsyncEngine) -> None:
    """Run the missing migrations, if any. Raises what `storage.migrations.runner.run_migrations` raises."""
    if not await is_newest(engine):
        from storage.migrations.runner import run_migrations

        await run_migrations(engine)


async def _revision(engine: AsyncEngine) -> str | None:
    """Return the database's revision; None without one, or for an error, which the migrations meet and explain."""

    def read(connection: Connection) -> str | None:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()

    try:
        async with shielded_context(engine.connect()) as connection:
            return await shielded(connection.run_sync(read))
    except DBAPIError:
        return None
