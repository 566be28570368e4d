"""The migrations create the declared tables and keep the data."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel

from storage.database import Database
from storage.migrate import config, upgrade

AT = "2026-11-25 09:00:00"
OLD_ROWS = (
    f"INSERT INTO networks VALUES (1, 'Rhône', 'fr', 'Europe/Paris', 'abc', NULL, 18, NULL, '{AT}')",
    (
        "INSERT INTO communities (id, name, locale, zone, network_id, relaying, threshold, hold_back_minutes, welcome, "
        "rules, question, greeting_seconds, greeter_minutes, reminders, created_at) "
        f"VALUES (1, 'Lyon', 'fr', 'Europe/Paris', 1, 1, 3, 10, '', '', '', 30, 60, '1d', '{AT}')"
    ),
    (
        "INSERT INTO rooms (id, account, platform, room, name, role, state, encrypted, unreadable_told, community_id, "
        f"created_at) VALUES (1, 'matrix', 'matrix', '!r', 'Lyon', 'home', 'active', 0, 1, 1, '{AT}')"
    ),
    f"INSERT INTO members VALUES (1, 'Carla', NULL, 'named', '{AT}')",
    "INSERT INTO animators VALUES (1, 1, 'connector', 1, NULL)",
    f"INSERT INTO events VALUES (1, 1, 1, 1, 'Walk', 'Park', 'planned', '', '1d', 1, '{AT}')",
    (
        "INSERT INTO placements (id, outbox_key, account, room, card, message, buttons, gone) "
        "VALUES (1, 'k', 'matrix', '!r', 'event:1', '$m', '[]', 0)"
    ),
)
"""Rows of revision 0001."""
ROWS_OF_0003 = (
    "UPDATE communities SET listening = 1",
    """UPDATE placements SET also = '["$n"]'""",
    (
        "INSERT INTO outbox (id, key, account, room, lane, kind, payload, priority, state, collapse, version, "
        "attempts, not_before, created_at, detail) "
        f"VALUES (1, 'k', 'matrix', '!r', '!r', 'Edit', '{{}}', 1, 'pending', 'c', 0, 0, '{AT}', '{AT}', '')"
    ),
    f"INSERT INTO kept_messages VALUES ('telegram', '-1', '7', '9', 'Anna', 0, 'Hello', '', '[]', '', '{AT}')",
    f"INSERT INTO choices VALUES ('discord', '1', '2', '3', '0,2', 0, '{AT}')",
    f"INSERT INTO pauses VALUES ('telegram', '{AT}')",
)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Yield an empty database file."""
    made = Database(f"sqlite:///{tmp_path / 'glocal.db'}")
    yield made
    await made.close()


async def migrate(database: Database, revision: str) -> None:
    """Bring the database up or down to this revision."""

    def run(connection: Connection) -> None:
        settings = config()
        settings.attributes["connection"] = connection
        current = MigrationContext.configure(connection).get_current_revision() or ""
        move = command.upgrade if revision != "base" and current < revision else command.downgrade
        move(settings, revision)

    async with database.engine.begin() as connection:
        await connection.run_sync(run)


async def execute(database: Database, *statements: str) -> None:
    """Execute these statements in one transaction."""
    async with database.engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))


async def read(database: Database, query: str) -> list[tuple[object, ...]]:
    """Return the rows of a query."""
    async with database.engine.begin() as connection:
        return [tuple(row) for row in await connection.execute(text(query))]


async def differences(database: Database) -> list[object]:
    """Compare the database's schema with the declared tables."""

    def compare(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, SQLModel.metadata))

    async with database.engine.begin() as connection:
        return await connection.run_sync(compare)


async def test_the_migrations_make_exactly_the_declared_tables(database: Database) -> None:
    """The migrations create exactly the declared tables in an empty file."""
    await upgrade(database.engine)
    assert await differences(database) == []


async def test_upgrade_keeps_a_current_database(database: Database) -> None:
    """A second upgrade changes nothing."""
    await upgrade(database.engine)
    await execute(database, "INSERT INTO cursors (account, scope, token) VALUES ('matrix', '', 's1')")
    await upgrade(database.engine)
    assert await read(database, "SELECT token FROM cursors") == [("s1",)]


async def test_migrations_are_reversible(database: Database) -> None:
    """The migrations run down to an empty database and up again."""
    await upgrade(database.engine)
    await migrate(database, "base")
    async with database.engine.begin() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    assert names == ["alembic_version"]
    await upgrade(database.engine)
    assert await differences(database) == []


async def test_upgrade_keeps_the_data(database: Database) -> None:
    """An upgrade keeps the rows of the first revision and of each renamed table and column."""
    await migrate(database, "0001")
    await execute(database, *OLD_ROWS)
    await migrate(database, "0003")
    await execute(database, *ROWS_OF_0003)
    await upgrade(database.engine)
    assert await read(database, "PRAGMA foreign_key_check") == []
    assert await read(database, "SELECT member_id, role, community_id FROM role_assignments") == [(1, "connector", 1)]
    assert await read(database, "SELECT user, choices FROM native_votes") == [("3", "0,2")]
    assert await read(database, "SELECT message, text FROM cached_messages") == [("7", "Hello")]
    assert await read(database, "SELECT account FROM rate_limit_pauses") == [("telegram",)]
    assert await read(database, "SELECT name, receives_highlights FROM communities") == [("Lyon", 1)]
    assert await read(database, "SELECT title, created_by FROM events") == [("Walk", 1)]
    assert await read(database, "SELECT ordering_key, collapse_key FROM outbox") == [("!r", "c")]
    assert await read(database, "SELECT message, extra_messages FROM placements") == [("$m", '["$n"]')]
    assert await read(database, "SELECT room, unreadable_notified FROM rooms") == [("!r", 1)]


async def test_a_downgrade_keeps_the_data(database: Database) -> None:
    """A downgrade to the first revision keeps the rows."""
    await migrate(database, "0001")
    await execute(database, *OLD_ROWS)
    await upgrade(database.engine)
    await migrate(database, "0001")
    assert await read(database, "SELECT role FROM animators") == [("connector",)]
    assert await read(database, "SELECT room, unreadable_told FROM rooms") == [("!r", 1)]
    assert await read(database, "SELECT title, made_by FROM events") == [("Walk", 1)]


def test_migrations_have_one_head() -> None:
    """The migrations have exactly one head."""
    assert len(ScriptDirectory.from_config(config()).get_heads()) == 1
