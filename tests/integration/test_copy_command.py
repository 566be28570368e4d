"""`glocal copy`, `glocal migrate` and backups move everything between SQLite and PostgreSQL."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from storage.advisory_lock import RUN, AdvisoryLock
from storage.database import Database
from storage.tables import Member, Membership, Network, Room
from storage.transfer import CopyRefused, transfer
from tests.integration.migration_rows import fill
from tests.integration.test_command_line import glocal
from tests.stores import store

pytestmark = pytest.mark.postgres
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
KINDS = [("sqlite", "postgres"), ("postgres", "sqlite")]


@pytest.fixture(params=KINDS, ids=["to-postgres", "to-sqlite"])
async def pair(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[Database, Database]]:
    """Yield two databases of different kinds, with all tables and no rows."""
    databases = []
    for kind, name in zip(request.param, ("old", "new"), strict=True):
        (tmp_path / name).mkdir()
        databases.append(Database(store(kind).url(tmp_path / name)))
    yield databases[0], databases[1]
    for database in databases:
        await database.close()


def network(code: str) -> Network:
    """Return a new network."""
    return Network(name=code, created_at=NOW)


async def test_every_row_of_every_table_arrives(pair: tuple[Database, Database], tmp_path: Path) -> None:
    """Each table has its row on the other side, with the same checksum after the way back."""
    old, new = pair
    async with old.engine.begin() as connection:
        await connection.run_sync(fill)
    there = await transfer(old, new)
    assert {table.rows for table in there} == {1}
    third = Database(store("sqlite").url(tmp_path))
    assert await transfer(new, third) == there
    await third.close()


async def test_ids_go_on_where_they_were(pair: tuple[Database, Database]) -> None:
    """A new row gets the next id, and an id that buttons may still name is never given again."""
    old, new = pair

    async def ask(database: Database) -> int:
        async with database.transaction() as uow:
            return (await uow.add(Membership(network_id=1, room_id=1, requested_by=1, created_at=NOW))).id

    async with old.transaction() as uow:
        await uow.add(network("n"))
        await uow.add(Room(account="a", platform="p", room="r", created_at=NOW))
        await uow.add(Member(name="Anna", created_at=NOW))
    given = [await ask(old) for _ in range(3)]
    async with old.transaction() as uow:
        last = await uow.get(Membership, given[-1])
        assert last is not None
        await uow.delete(last)
    await transfer(old, new)
    async with new.transaction() as uow:
        assert (await uow.add(network("next"))).id == 2
    assert await ask(new) == given[-1] + 1


async def test_a_database_with_rows_is_no_target(pair: tuple[Database, Database]) -> None:
    """What is in the target stays, and nothing comes to it."""
    old, new = pair
    for database in pair:
        async with database.transaction() as uow:
            await uow.add(network("mine" if database is new else "other"))
    with pytest.raises(CopyRefused, match="rows in its table networks already"):
        await transfer(old, new)
    async with new.reading() as uow:
        assert await uow.all(select(Network.name)) == ["mine"]


async def test_nul_of_an_old_version_is_replaced(tmp_path: Path) -> None:
    """What PostgreSQL can't store does not stop the copy."""
    old, new = Database(store("sqlite").url(tmp_path)), Database(store("postgres").url(tmp_path))
    async with old.transaction() as uow:
        await uow.add(network("a\0b"))
    await transfer(old, new)
    async with new.reading() as uow:
        assert await uow.all(select(Network.name)) == ["a\ufffdb"]
    for database in (old, new):
        await database.close()


async def test_an_operator_moves_to_postgresql_and_backs_up(tmp_path: Path) -> None:
    """`copy` prints counts and checksums; a backup of the server comes back on another one."""
    old = Database(store("sqlite").url(tmp_path))
    async with old.transaction() as uow:
        await uow.add(network("lyon"))
    await old.close()
    folders = [tmp_path / name for name in ("first", "second")]
    first, second = (store("postgres").new_url(folder) for folder in folders)
    code, out, errors = await glocal(tmp_path, "copy", "--to", first)
    assert (code, errors) == (0, "")
    assert re.search("networks +1 rows  checksum ", out)
    assert f'Now set storage.url = "{first}", and start the bot.' in out
    code, _, errors = await glocal(tmp_path, "copy", "--to", first)
    assert (code, "there are rows in its table networks already. Name an empty database" in errors) == (2, True)

    here, there = {"GLOCAL_STORAGE__URL": first}, {"GLOCAL_STORAGE__URL": second}
    code, _, errors = await glocal(tmp_path, "backup", "b.tar.gz", **here)
    assert (code, errors) == (0, "")
    code, _, errors = await glocal(tmp_path, "restore", "b.tar.gz", **here)
    assert (code, "there are rows" in errors) == (2, True)
    code, _, errors = await glocal(tmp_path, "restore", "b.tar.gz", **there)
    assert (code, errors) == (0, "")
    restored = Database(second)
    async with restored.reading() as uow:
        assert await uow.all(select(Network.name)) == ["lyon"]
    await restored.close()


async def test_a_database_that_a_bot_uses_is_no_target(tmp_path: Path) -> None:
    """Nothing is copied into the database of a bot that runs on another host."""
    url = store("postgres").new_url(tmp_path)
    database = Database(url)
    lock = AdvisoryLock(database.engine, RUN)
    assert await lock.acquire()
    store("sqlite").url(tmp_path)
    code, _, errors = await glocal(tmp_path, "copy", "--to", url, GLOCAL_STORAGE__URL="sqlite:///glocal.db")
    assert (code, errors) == (2, f"{url}: the bot is using this database. Stop it first.\n")
    await lock.release()
    await database.close()


async def test_migrate_makes_the_tables(tmp_path: Path) -> None:
    """The doctor finds them up to date afterwards; a password is never shown."""
    url = store("postgres").new_url(tmp_path).replace("glocal@", "glocal:not-to-be-seen@")
    environment = {"GLOCAL_STORAGE__URL": url}
    _, before, _ = await glocal(tmp_path, "doctor", **environment)
    assert "no tables yet; `glocal run` or `glocal migrate` upgrades it" in before
    code, out, _ = await glocal(tmp_path, "migrate", **environment)
    assert (code, "the tables are up to date" in out) == (0, True)
    _, after, _ = await glocal(tmp_path, "doctor", **environment)
    _, shown, _ = await glocal(tmp_path, "config", **environment)
    assert "; up to date" in after
    assert "storage.password = ***" in shown
    assert "not-to-be-seen" not in before + out + after + shown


@pytest.mark.parametrize("to", ["mysql://a/b", "nonsense", "sqlite:///there.db", "sqlite://"])
async def test_an_impossible_target_is_explained(tmp_path: Path, to: str) -> None:
    """The sentence names the option."""
    (tmp_path / "there.db").touch()
    store("sqlite").url(tmp_path)
    code, _, errors = await glocal(tmp_path, "copy", "--to", to)
    assert (code, errors.startswith("--to")) == (2, True), errors


def test_the_missing_package_is_named() -> None:
    """Without psycopg, a PostgreSQL URL is answered with what to install."""
    code = "import sys; sys.modules['psycopg'] = None; from storage.urls import parse_url; parse_url('postgres://h/n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.endswith("needs one more package for PostgreSQL: pip install 'glocal[postgres]'\n")
