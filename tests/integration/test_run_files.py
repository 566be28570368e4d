"""The files of a running bot: who may read them, and who uses them."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import stat
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from tests.integration.glocal_process import glocal_run
from tests.integration.test_command_line import glocal
from tests.ports import free_port
from tests.stores import store

pytestmark = pytest.mark.file


def unreachable() -> str:
    """Return settings whose platforms never answer."""
    port = free_port()
    return (
        f'[matrix]\nhomeserver = "http://127.0.0.1:{port}"\nuser = "@b:a.example"\npassword = "not-to-be-seen"\n'
        f'[telegram]\napi = "http://127.0.0.1:{port}"\ntoken = "12:not-to-be-seen"\n'
    )


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An upgraded database in the folder of the bot."""
    made = Database(store("sqlite").url(tmp_path))
    yield made
    await made.close()


async def test_files_are_for_their_owner_whatever_the_umask(tmp_path: Path) -> None:
    """With umask 0, too, nobody else can read the database, its WAL and the stores."""
    settings = unreachable() + '[storage]\nurl = "sqlite:///data/glocal.db"\n'
    async with glocal_run(tmp_path, settings, umask=0, with_tables=False) as bot:
        await bot.logs("matrix-unreachable", "telegram-unreachable")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "data").iterdir()}
        assert modes.keys() >= {"glocal.db", "glocal.db-wal", "glocal.db-shm", "glocal.db.lock", "glocal.db-crash"}
        assert set(modes.values()) == {0o600}, modes
        for folder in ("data", "matrix-store"):
            assert stat.S_IMODE((tmp_path / folder).stat().st_mode) == 0o700, folder


async def test_every_command_uses_the_file_with_this_name(tmp_path: Path) -> None:
    """A path can have characters that mean something else in a URL."""
    folder = tmp_path / "100%25 #1? ü"
    folder.mkdir()
    async with glocal_run(folder, unreachable(), with_tables=False) as bot:
        await bot.logs("tidied")
        assert {*tmp_path.iterdir()} == {folder}
        code, out, _ = await glocal(folder, "status")
        assert (code, "has been running" in out) == (0, True)
        code, out, errors = await glocal(folder, "backup", "kept.tar.gz")
        assert (code, "Wrote" in out) == (0, True), errors


async def test_one_database_serves_one_bot(tmp_path: Path) -> None:
    """A second `glocal run` says so and exits with 2; the first one goes on."""
    async with glocal_run(tmp_path, unreachable()) as bot:
        await bot.logs("matrix-unreachable")
        code, _, errors = await glocal(tmp_path, "run")
        assert (code, "another `glocal run` uses this database" in errors, "Traceback" in errors) == (2, True, False)
    code, _, errors = await glocal(tmp_path, "outbox")
    assert (code, errors) == (0, "")


async def test_a_known_account_does_not_start_on_an_empty_database(tmp_path: Path) -> None:
    """A copied glocal.db without its WAL has no tables; the bot asks, and exits with 2 where nobody answers."""
    (tmp_path / "matrix-store").mkdir()
    (tmp_path / "matrix-store" / "@b:a.example_DEVICE.db").touch()
    (tmp_path / "glocal.toml").write_text(unreachable(), encoding="utf-8")
    (tmp_path / "glocal.db").touch()
    code, _, errors = await glocal(tmp_path, "run")
    assert (code, "Traceback" in errors) == (2, False)
    assert "matrix has run before" in errors and "glocal.db-wal" in errors and "glocal restore" in errors
    assert (tmp_path / "glocal.db").stat().st_size == 0
    async with glocal_run(tmp_path, unreachable(), "--new-database", with_tables=False) as bot:
        await bot.logs("matrix-unreachable")


async def test_a_database_copied_without_its_wal_is_asked_about(tmp_path: Path) -> None:
    """Telegram leaves no files of its own; a database with a page and no table tells as much."""
    settings = '[telegram]\ntoken = "123456:abcdefghijklmnopqrstuvwxyz_0123456789"\n'
    (tmp_path / "glocal.toml").write_text(settings, encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "used.db")) as used:
        used.execute("PRAGMA journal_mode=wal")
        used.execute("CREATE TABLE members (id INTEGER)")
        copyfile(tmp_path / "used.db", tmp_path / "glocal.db")
    code, _, errors = await glocal(tmp_path, "run")
    assert (code, "Traceback" in errors) == (2, False)
    assert "telegram has run before" in errors and "glocal.db-wal" in errors


async def test_secrets_and_what_people_wrote_are_not_in_errors(database: Database) -> None:
    """An SQL error names no values, since it goes to logs and dead letters."""
    insert = text("INSERT INTO cursors VALUES (:account, :scope, :token)")
    row = {"account": "a", "scope": "b", "token": "my phone number"}
    async with database.engine.connect() as connection:
        await connection.execute(insert, row)
        with pytest.raises(IntegrityError) as raised:
            await connection.execute(insert, row)
    assert "my phone number" not in str(raised.value)


async def test_a_corrupt_page_ends_it_with_a_sentence(tmp_path: Path, database: Database) -> None:
    """It exits with 2 and names the file and the remedy, without a traceback."""
    await database.close()
    file = tmp_path / "glocal.db"
    with sqlite3.connect(file) as opened:
        pages = opened.execute(
            "SELECT rootpage FROM sqlite_master WHERE tbl_name = 'timers' AND rootpage > 0"
        ).fetchall()
        (size,) = opened.execute("PRAGMA page_size").fetchone()
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()
    content = bytearray(file.read_bytes())
    for (page,) in pages:
        content[(page - 1) * size : page * size] = b"\xff" * size
    file.write_bytes(content)
    async with glocal_run(tmp_path, unreachable(), with_tables=False) as bot:
        assert await bot.ends() == 2
        assert f"{file}: database disk image is malformed" in bot.log() and "glocal restore" in bot.log()


async def add_network(database: Database, zone: str, created_at: str) -> None:
    """Add a network's row as it is given."""
    columns = "name, locale, zone, digest_every, digest_hour, created_at"
    row = f"INSERT INTO networks ({columns}) VALUES ('N', 'en', '{zone}', 'daily', 18, '{created_at}')"
    async with database.engine.begin() as connection:
        await connection.execute(text(row))


async def test_network_in_an_unknown_time_zone_stops_nobody(tmp_path: Path, database: Database) -> None:
    """The bot runs, and its log names the network whose digest has no time."""
    await add_network(database, zone="Europe/Atlantis", created_at="2026-11-25")
    await database.close()
    async with glocal_run(tmp_path, unreachable()) as bot:
        await bot.logs("digest-zone-unknown")
        await bot.logs("telegram-unreachable")
        assert "Europe/Atlantis" in bot.log()


async def test_a_fault_of_glocal_ends_it_with_a_sentence(tmp_path: Path, database: Database) -> None:
    """It exits with 5; the traceback is one entry of the log."""
    await add_network(database, zone="UTC", created_at="soon")
    await database.close()
    async with glocal_run(tmp_path, unreachable()) as bot:
        assert await bot.ends() == 5
        assert "glocal ended by a fault of its own: ValueError" in bot.log()
        assert not [line for line in bot.log().splitlines() if line.lstrip(" +|").startswith("Traceback")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
async def test_a_read_only_folder_is_not_waited_for(tmp_path: Path, database: Database) -> None:
    """It exits with 2 and says who needs which right."""
    await database.close()
    (tmp_path / "glocal.toml").write_text(unreachable(), encoding="utf-8")
    tmp_path.chmod(0o500)
    try:
        code, _, errors = await glocal(tmp_path, "run")
    finally:
        tmp_path.chmod(0o700)
    assert (code, "Traceback" in errors) == (2, False)
    assert "write" in errors


async def test_a_closed_terminal_stops_it(tmp_path: Path) -> None:
    """SIGHUP ends it like SIGTERM, with code 0."""
    async with glocal_run(tmp_path, unreachable()) as bot:
        await bot.logs("matrix-unreachable")
        bot.process.send_signal(signal.SIGHUP)
        assert await bot.ends() == 0
        assert '"stopped"' in bot.log()


async def test_a_closed_log_pipe_stops_it(tmp_path: Path) -> None:
    """When nobody reads the log any more, it stops with code 4 and closes its database properly."""
    store("sqlite").url(tmp_path)
    (tmp_path / "glocal.toml").write_text(unreachable(), encoding="utf-8")
    reading, writing = os.pipe()
    process = await asyncio.create_subprocess_exec(
        "sh", "-c", 'exec "$0" -m adapters.cli.main run --config "$1"', sys.executable,
        str(tmp_path / "glocal.toml"), stdin=asyncio.subprocess.DEVNULL, stderr=writing,
    )  # fmt: skip
    os.close(writing)
    assert await asyncio.to_thread(os.read, reading, 10)
    os.close(reading)
    assert await asyncio.wait_for(process.wait(), 60) == 4
    assert not (tmp_path / "glocal.db-wal").exists()


async def test_a_hanging_homeserver_is_mentioned(tmp_path: Path) -> None:
    """While a homeserver takes the request and says nothing, the log says that we wait."""

    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(hang, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        settings = f'[matrix]\nhomeserver = "http://127.0.0.1:{port}"\nuser = "@b:a.example"\npassword = "x"\n'
        async with glocal_run(tmp_path, settings) as bot:
            await bot.logs("matrix-slow", "no answer for 10 seconds")
            assert "Traceback" not in bot.log()
