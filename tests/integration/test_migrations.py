"""The migrations make the tables that the code works with."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel

from storage.database import Database
from storage.migrate import config, upgrade


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, SQLModel.metadata))


async def test_the_migrations_make_exactly_the_declared_tables(tmp_path: Path) -> None:
    """From an empty file to the newest schema, nothing is missing and nothing is left over."""
    database = Database(f"sqlite:///{tmp_path / 'new.db'}")
    await upgrade(database.engine)
    async with database.engine.begin() as connection:
        assert await connection.run_sync(_differences) == []
    await database.close()


async def test_a_database_that_is_up_to_date_is_left_alone(tmp_path: Path) -> None:
    """A second start keeps what is stored."""
    database = Database(f"sqlite:///{tmp_path / 'old.db'}")
    await upgrade(database.engine)
    async with database.engine.begin() as connection:
        await connection.execute(text("INSERT INTO cursors (account, scope, token) VALUES ('matrix', '', 's1')"))
    await upgrade(database.engine)
    async with database.engine.begin() as connection:
        assert (await connection.execute(text("SELECT token FROM cursors"))).scalar() == "s1"
    await database.close()


async def test_every_migration_goes_back(tmp_path: Path) -> None:
    """Down to nothing and up again."""

    def down(connection: Connection) -> list[str]:
        settings = config()
        settings.attributes["connection"] = connection
        command.downgrade(settings, "base")
        return [name for name in inspect(connection).get_table_names() if name != "alembic_version"]

    database = Database(f"sqlite:///{tmp_path / 'back.db'}")
    await upgrade(database.engine)
    async with database.engine.begin() as connection:
        assert await connection.run_sync(down) == []
    await upgrade(database.engine)
    async with database.engine.begin() as connection:
        assert await connection.run_sync(_differences) == []
    await database.close()


def test_there_is_one_newest_migration() -> None:
    """Two heads would leave one of them out."""
    assert len(ScriptDirectory.from_config(config()).get_heads()) == 1
