"""`glocal backup` and `glocal restore`."""

from __future__ import annotations

import sqlite3
import stat
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.integration.glocal_process import glocal_run
from tests.integration.test_command_line import glocal
from tests.integration.test_run_files import unreachable
from tests.stores import store

pytestmark = pytest.mark.file


async def write_cursor(folder: Path, token: str) -> Database:
    """Store a cursor in the bot's database and leave the database open, so that the row is in the WAL alone."""
    database = Database(store("sqlite").url(folder))
    async with database.engine.begin() as connection:
        await connection.execute(text("INSERT OR REPLACE INTO cursors VALUES ('matrix', '', :token)"), {"token": token})
    return database


def cursor_in(file: Path) -> str:
    """Return the cursor in a database."""
    with closing(sqlite3.connect(file)) as database:
        return str(database.execute("SELECT token FROM cursors").fetchone()[0])


@contextmanager
def filled_store(folder: Path) -> Iterator[Path]:
    """Make a store with a key that is in the WAL alone; yield the file of the keys, which is open."""
    store = folder / "matrix-store"
    store.mkdir()
    (store / "matrix.identity.json").write_text("{}", encoding="utf-8")
    keys = store / "@b:a.example_DEVICE.db"
    with closing(sqlite3.connect(keys)) as opened:
        opened.execute("PRAGMA journal_mode=wal")
        opened.execute("CREATE TABLE keys (value TEXT)")
        opened.execute("INSERT INTO keys VALUES ('session')")
        opened.commit()
        yield keys


def keys_in(file: Path) -> list[tuple[str]]:
    """Return the keys in a store."""
    with closing(sqlite3.connect(file)) as store:
        return store.execute("SELECT value FROM keys").fetchall()


async def test_a_backup_comes_back_with_everything(tmp_path: Path) -> None:
    """It holds what is in the WAL, the keys and the settings; a restore puts aside what is there."""
    (tmp_path / "glocal.toml").write_text(unreachable(), encoding="utf-8")
    database = await write_cursor(tmp_path, "at the backup")
    with filled_store(tmp_path) as keys:
        code, out, errors = await glocal(tmp_path, "backup", "kept.tar.gz")
    assert (code, "keep it as safe" in out, errors) == (0, True, "")
    assert stat.S_IMODE((tmp_path / "kept.tar.gz").stat().st_mode) == 0o600
    with tarfile.open(tmp_path / "kept.tar.gz") as archive:
        assert {"glocal.db", "glocal.toml", "matrix-store/matrix.identity.json", f"matrix-store/{keys.name}"} < {
            *archive.getnames()
        }
    await database.close()
    await (await write_cursor(tmp_path, "later")).close()
    keys.unlink()
    code, out, errors = await glocal(tmp_path, "restore", "kept.tar.gz")
    assert (code, errors) == (0, "")
    assert cursor_in(tmp_path / "glocal.db") == "at the backup"
    assert keys_in(keys) == [("session",)]
    assert stat.S_IMODE((tmp_path / "matrix-store").stat().st_mode) == 0o700
    (old,) = tmp_path.glob("glocal.db.replaced-*")
    assert str(old) in out
    assert cursor_in(old) == "later"


async def test_a_restore_on_a_new_machine_brings_the_settings(tmp_path: Path) -> None:
    """In an empty folder the backup is all that is needed."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    (old / "glocal.toml").write_text(unreachable(), encoding="utf-8")
    await (await write_cursor(old, "s1")).close()
    assert (await glocal(old, "backup", str(tmp_path / "kept")))[0] == 0
    assert (await glocal(new, "restore", str(tmp_path / "kept")))[0] == 0
    assert (new / "glocal.toml").read_text(encoding="utf-8").startswith("[matrix]")
    assert cursor_in(new / "glocal.db") == "s1"
    assert stat.S_IMODE((new / "glocal.toml").stat().st_mode) == 0o600


async def test_a_running_bot_is_backed_up_but_not_restored_over(tmp_path: Path) -> None:
    """The backup is made meanwhile; a restore says to stop the bot first."""
    async with glocal_run(tmp_path, unreachable()) as bot:
        await bot.logs("matrix-unreachable")
        assert (await glocal(tmp_path, "backup", "kept"))[0] == 0
        code, _, errors = await glocal(tmp_path, "restore", "kept")
        assert (code, "Stop it first" in errors) == (1, True)


@pytest.mark.parametrize("broken", [b"no archive", b""])
async def test_what_is_no_backup_changes_nothing(tmp_path: Path, broken: bytes) -> None:
    """A sentence says so, and the database stays."""
    (tmp_path / "glocal.toml").write_text(unreachable(), encoding="utf-8")
    await (await write_cursor(tmp_path, "here")).close()
    (tmp_path / "kept").write_bytes(broken)
    code, _, errors = await glocal(tmp_path, "restore", "kept")
    assert (code, "can't be restored" in errors, "Traceback" in errors) == (2, True, False)
    assert cursor_in(tmp_path / "glocal.db") == "here"


async def test_a_backup_replaces_nothing_by_itself(tmp_path: Path) -> None:
    """An existing file stays without --force, and without a database there is nothing to back up."""
    (tmp_path / "kept").write_text("precious", encoding="utf-8")
    assert (await glocal(tmp_path, "backup", "kept"))[0] == 1
    assert (tmp_path / "kept").read_text(encoding="utf-8") == "precious"
    code, _, errors = await glocal(tmp_path, "backup", "other")
    assert (code, "there is no database yet" in errors) == (1, True)


async def test_a_file_that_is_no_backup_is_explained(tmp_path: Path) -> None:
    """One short sentence explains a file of another kind, and a truncated one."""
    (tmp_path / "glocal.toml").write_text(unreachable(), encoding="utf-8")
    await (await write_cursor(tmp_path, "a")).close()
    assert (await glocal(tmp_path, "backup", "whole.tar.gz"))[0] == 0
    (tmp_path / "cut.tar.gz").write_bytes((tmp_path / "whole.tar.gz").read_bytes()[:300])
    for name in ("cut.tar.gz", "glocal.toml"):
        code, _, errors = await glocal(tmp_path, "restore", name)
        said = f"{name}: can't be restored: it is cut off, or no file that `glocal backup` wrote.\n"
        assert (code, errors) == (2, said)
