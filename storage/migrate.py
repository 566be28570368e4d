"""Bring a database to the newest schema."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine


def config() -> Config:
    """Alembic's configuration, without a file."""
    found = Config()
    found.set_main_option("script_location", "storage:migrations")
    found.set_main_option("path_separator", "os")
    return found


async def upgrade(engine: AsyncEngine) -> None:
    """Run the migrations that are missing. Raises sqlalchemy.exc.OperationalError when it is locked or full."""

    def run(connection: Connection) -> None:
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")

    async with engine.begin() as connection:
        await connection.run_sync(run)
