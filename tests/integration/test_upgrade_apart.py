"""The upgrade of a file's tables in a process of its own."""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from adapters.cli.settings.model import Log, Settings, Storage
from adapters.cli.upgrading import upgrade_apart
from storage.database import Database
from storage.errors import DatabaseUnusable
from storage.migrate import is_newest, newest_revision
from tests.integration.test_migrations import migrate
from tests.stores import FILE, store


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that name a file, with logs in JSON."""
    file = tmp_path / "some where?.db"
    return Settings(log=Log(format="json"), storage=Storage(url=f"sqlite:///{file}"))


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    """The database of the settings."""
    made = Database(settings.database_url)
    yield made
    await made.close()


async def test_a_new_file_gets_its_tables(database: Database, settings: Settings) -> None:
    """A new file has the newest tables afterwards, and a second call finds nothing to do."""
    for _ in range(2):
        await upgrade_apart(database, settings)
        assert await is_newest(database.engine)


async def test_an_older_file_is_upgraded(
    database: Database, settings: Settings, capfd: pytest.CaptureFixture[str]
) -> None:
    """A file of the first version is upgraded; the log says in the bot's format where the copy of the old one is."""
    await migrate(database, "0001")
    await upgrade_apart(database, settings)
    assert await is_newest(database.engine)
    said = json.loads(capfd.readouterr().err)
    assert (said["event"], said["before"], said["now"]) == ("database-upgraded", "0001", newest_revision())
    assert Path(said["copy_of_the_old_one"]).is_file()


async def test_what_is_wrong_with_a_file_is_said(database: Database, settings: Settings) -> None:
    """The file of a newer version is refused with the reason, as in the same process."""
    assert settings.database_file is not None
    store("sqlite").url(settings.database_file.parent)  # has the newest tables
    (settings.database_file.parent / FILE).rename(settings.database_file)
    assert await is_newest(database.engine)
    with closing(sqlite3.connect(settings.database_file)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    with pytest.raises(DatabaseUnusable, match="made by a newer version of glocal"):
        await upgrade_apart(database, settings)


async def test_a_file_that_is_busy_can_be_tried_again(database: Database, settings: Settings) -> None:
    """While another process writes, the upgrade fails like any transaction, and works afterwards."""
    await migrate(database, "0001")
    assert settings.database_file is not None
    with closing(sqlite3.connect(settings.database_file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            await upgrade_apart(database, settings)
    await upgrade_apart(database, settings)
    assert await is_newest(database.engine)
