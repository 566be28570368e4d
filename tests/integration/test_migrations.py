"""The migrations create the declared tables and keep the data."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel
from structlog.testing import capture_logs

import storage.migrations.versions as versions
from storage.copies import delete_upgrade_copies
from storage.database import Database
from storage.errors import DatabaseUnusable
from storage.migrate import newest_revision, upgrade
from storage.migrations.runner import config, run_migrations
from tests.integration.migration_rows import Rows, fill, fill_new, read_all, renamed
from tests.stores import BOTH, store

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


LANDED = Path(__file__).with_name("landed_migrations.txt")
"""The revisions on the main branch, oldest first. Somebody's database may be at any of them."""


def test_landed_migrations_keep_number_and_order() -> None:
    """A revision that has landed is never renumbered or moved, or a database at it could not be upgraded."""
    landed = LANDED.read_text(encoding="utf-8").split()
    chain = [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()][::-1]
    assert chain[: len(landed)] == landed


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Yield an empty database file."""
    made = Database(f"sqlite:///{tmp_path / 'glocal.db'}")
    yield made
    await made.close()


@pytest.fixture(params=BOTH)
async def either(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """Yield an empty database of each kind."""
    made = Database(store(request.param).new_url(tmp_path))
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


def step(connection: Connection, revision: str) -> None:
    """Run one migration, with foreign keys switched off as the program does it."""
    if connection.dialect.name == "sqlite":
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.close()
    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, revision)


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


async def test_the_migrations_make_exactly_the_declared_tables(either: Database) -> None:
    """The migrations create exactly the declared tables in an empty file."""
    await upgrade(either.engine)
    assert await differences(either) == []


async def test_upgrade_keeps_a_current_database(either: Database) -> None:
    """A second upgrade changes nothing."""
    await upgrade(either.engine)
    await execute(either, "INSERT INTO cursors (account, scope, token) VALUES ('matrix', '', 's1')")
    await upgrade(either.engine)
    assert await read(either, "SELECT token FROM cursors") == [("s1",)]


async def test_migrations_are_reversible(either: Database) -> None:
    """The migrations run down to an empty database and up again."""
    await upgrade(either.engine)
    await migrate(either, "base")
    async with either.engine.begin() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    assert names == ["alembic_version"]
    await upgrade(either.engine)
    assert await differences(either) == []


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


REVISIONS = sorted(script.revision for script in ScriptDirectory.from_config(config()).walk_revisions())
NEW_TABLES = {
    "animators": "role_assignments", "choices": "native_votes", "kept_messages": "cached_messages",
    "link_requests": "memberships", "pauses": "rate_limit_pauses",
}  # fmt: skip
NEW_COLUMNS = {
    ("communities", "listening"): "receives_highlights", ("events", "made_by"): "created_by",
    ("outbox", "collapse"): "collapse_key", ("outbox", "lane"): "ordering_key",
    ("placements", "also"): "extra_messages", ("rooms", "unreadable_told"): "unreadable_notified",
}  # fmt: skip


MOVED = {"communities": ("network_id",), "networks": ("parent_id", "code")}
"""Columns that gave way to memberships and invitations."""


async def with_rows(database: Database, revision: str) -> None:
    """Bring an empty database to this revision, with a row in every table."""
    await migrate(database, revision)
    async with database.engine.begin() as connection:
        await connection.run_sync(fill)


def named_as_in(found: Rows, rows: Rows) -> Rows:
    """Return rows of the version before under the names that tables and columns have in `found`."""
    named: Rows = {}
    for table, row in rows.items():
        there = named[table if table in found else NEW_TABLES[table]] = {}
        columns = found[table if table in found else NEW_TABLES[table]]
        for column, value in row.items():
            name = column if column in columns else NEW_COLUMNS.get((table, column), column)
            if name in columns or column not in MOVED.get(table, ()):
                there[name] = value
    return named


async def test_each_migration_keeps_every_row(either: Database) -> None:
    """What stands in any column of any version stands there after the next migration, and references lead somewhere.

    One walk through all versions. At each, new tables get a row, and new columns a value.
    """
    kept: Rows = {}
    for revision in REVISIONS:
        async with either.engine.connect() as connection:
            await connection.run_sync(step, revision)
            found = await connection.run_sync(read_all)
            kept = named_as_in(found, kept)
            await connection.run_sync(fill_new, kept)
            filled = await connection.run_sync(read_all)
            if either.file is not None:
                assert (await connection.execute(text("PRAGMA foreign_key_check"))).all() == []
            await connection.commit()
        if revision == "0002":
            del kept["highlights"]["attachments"]  # its number gave way to the files themselves
        for table, row in kept.items():
            assert {column: found[table].get(column, "dropped") for column in row} == row, table
        kept = filled
    assert await differences(either) == []


@pytest.mark.parametrize("revision", [REVISIONS[0], REVISIONS[len(REVISIONS) // 2], REVISIONS[-2]])
async def test_every_table_keeps_its_rows_in_a_long_upgrade(either: Database, revision: str) -> None:
    """What stands in a database of an old version stands there after the upgrade, and its references lead somewhere."""
    await with_rows(either, revision)
    async with either.engine.begin() as connection:
        before = await connection.run_sync(read_all)
    await upgrade(either.engine)
    async with either.engine.begin() as connection:
        after = await connection.run_sync(read_all)
    for table, row in renamed(before, NEW_TABLES, NEW_COLUMNS).items():
        kept = {column: after[table].get(column, "dropped") for column in row}
        if table == "highlights" and revision == "0001":
            kept["attachments"] = row["attachments"]  # its number gave way to the files themselves
        kept |= {column: row[column] for column in MOVED.get(table, ()) if column in row}
        assert kept == row, table
    if either.file is not None:
        assert await read(either, "PRAGMA foreign_key_check") == []
        assert await read(either, "PRAGMA foreign_keys") == [(1,)]
    assert await differences(either) == []


NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{newest}", None, None


def upgrade() -> None:
    with op.batch_alter_table("communities", recreate="always") as communities:
        communities.add_column(sa.Column("motto", sa.String(), nullable=False, server_default=""))
    {more}
"""


def with_next_migration(folder: Path, more: str = "") -> Config:
    """Return a configuration with one more migration, which recreates a table to which others refer."""
    (folder / "versions").mkdir()
    (folder / "versions" / "9999_next.py").write_text(NEXT.format(newest=REVISIONS[-1], more=more), encoding="utf-8")
    settings = config()
    places = [*versions.__path__, str(folder / "versions")]
    settings.set_main_option("version_locations", os.pathsep.join(places))
    return settings


async def test_a_migration_may_recreate_a_table_that_others_refer_to(database: Database, tmp_path: Path) -> None:
    """Foreign keys are off during the upgrade, and on again afterwards."""
    await with_rows(database, REVISIONS[-1])
    await run_migrations(database.engine, with_next_migration(tmp_path))
    assert await read(database, "SELECT id, motto FROM communities") == [(1, "")]
    assert await read(database, "PRAGMA foreign_key_check") == []
    assert await read(database, "PRAGMA foreign_keys") == [(1,)]


async def test_a_migration_that_leaves_rows_alone_behind_changes_nothing(database: Database, tmp_path: Path) -> None:
    """References that lead nowhere after the upgrade stop it, and the database is as before."""
    await with_rows(database, REVISIONS[-1])
    with pytest.raises(DatabaseUnusable, match=r"would refer to missing ones \(in .*rooms.*Nothing is changed"):
        await run_migrations(
            database.engine, with_next_migration(tmp_path, more='op.execute("DELETE FROM communities")')
        )
    assert await read(database, "SELECT version_num FROM alembic_version") == [(REVISIONS[-1],)]
    assert await read(database, "SELECT id FROM communities") == [(1,)]


async def test_an_upgrade_leaves_a_copy_and_says_where(database: Database, tmp_path: Path) -> None:
    """The copy holds the old version with all its rows, also those that are still in the WAL, for the owner alone."""
    await with_rows(database, "0001")
    with capture_logs() as logs:
        await upgrade(database.engine)
    copy = tmp_path / f"glocal.db.before-{REVISIONS[-1]}"
    assert [entry["copy_of_the_old_one"] for entry in logs if "copy_of_the_old_one" in entry] == [str(copy)]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert old.execute("SELECT COUNT(*) FROM communities").fetchall() == [(1,)]
    assert not copy.with_name(f"{copy.name}-wal").exists()


async def test_a_first_start_and_an_up_to_date_database_make_no_copy(database: Database, tmp_path: Path) -> None:
    """There is nothing to lose in them."""
    await upgrade(database.engine)
    await upgrade(database.engine)
    assert list(tmp_path.glob("*before*")) == []


async def test_without_a_copy_there_is_no_upgrade(database: Database, tmp_path: Path) -> None:
    """Where the copy can't be written, a sentence says so and the database stays as it is."""
    await with_rows(database, "0003")
    (tmp_path / f"glocal.db.before-{REVISIONS[-1]}.new").mkdir()
    with pytest.raises(DatabaseUnusable, match=r"the copy .* before it can't be made"):
        await upgrade(database.engine)
    assert await read(database, "SELECT version_num FROM alembic_version") == [("0003",)]


async def test_another_programs_database_is_left_alone(database: Database) -> None:
    """It is neither changed nor waited for."""
    await execute(database, "CREATE TABLE rooms (id INTEGER)")
    with pytest.raises(DatabaseUnusable, match="another program's database"):
        await upgrade(database.engine)
    assert await read(database, "SELECT name FROM sqlite_master") == [("rooms",)]


def test_copies_of_upgrades_do_not_stay_for_ever(tmp_path: Path) -> None:
    """They hold what people wrote, so they go when the retention time is over."""
    old, new = tmp_path / "glocal.db.before-0003", tmp_path / "glocal.db.before-0004"
    for file in (old, new, tmp_path / "glocal.db"):
        file.touch()
    os.utime(old, (0, 0))
    os.utime(tmp_path / "glocal.db", (0, 0))
    assert delete_upgrade_copies(tmp_path / "glocal.db", datetime(2020, 1, 1, tzinfo=UTC)) == [old]
    assert (new.exists(), (tmp_path / "glocal.db").exists()) == (True, True)


def test_there_is_one_newest_migration() -> None:
    """Two heads would leave one of them out."""
    assert len(ScriptDirectory.from_config(config()).get_heads()) == 1  # and the program finds it without Alembic
    assert newest_revision() == REVISIONS[-1]
