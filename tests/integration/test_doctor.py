"""`glocal doctor`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pytest

from storage.database import Database
from tests.integration.test_command_line import glocal
from tests.integration.test_run_accounts import web_page
from tests.integration.test_run_files import unreachable
from tests.standins.discord.store import CONTENT
from tests.standins.discord_client import pointed_at
from tests.standins.telegram.platform import opened
from tests.stores import store


async def test_it_says_what_to_do(tmp_path: Path) -> None:
    """It names files that others can read, platforms that don't answer and the database's state; exit code 1."""
    (tmp_path / "glocal.toml").write_text(unreachable(), encoding="utf-8")
    (tmp_path / "glocal.toml").chmod(0o644)
    database = Database(store("sqlite").url(tmp_path))
    await database.close()
    code, out, errors = await glocal(tmp_path, "doctor")
    assert (code, errors) == (1, "")
    assert "TO DO file rights: others can read glocal.toml. Run: chmod 600 glocal.toml" in out
    assert "ok    migrations: revision" in out and "TO DO matrix: " in out and "TO DO telegram: " in out
    assert "not-to-be-seen" not in out


async def test_it_asks_the_platforms(tmp_path: Path) -> None:
    """It knows rejected tokens from maintenance pages, and privacy mode and intents."""
    with opened() as telegram:
        async with web_page("503 Service Unavailable") as page, pointed_at() as discord:
            settings = f'[matrix]\nhomeserver = "{page}"\nuser = "@b:a.example"\npassword = "x"\n'
            settings += f'[telegram]\napi = "{telegram.url}"\ntoken = "{telegram.bot().token}"\n'
            settings += f'[discord]\napi = "{discord.url}"\ntoken = "wrong"\n'
            (tmp_path / "glocal.toml").write_text(settings, encoding="utf-8")
            _, out, errors = await glocal(tmp_path, "doctor")
    assert "maintenance?" in out and "ok    telegram: signed in as @glocal_bot" in out, out + errors
    assert "privacy mode is on: @BotFather" in out and "TO DO discord: the token is rejected" in out


async def test_it_compares_the_clocks(tmp_path: Path) -> None:
    """A clock that differs from the platform's has to be set; a right one is named, too."""
    for date, said in (
        (format_datetime(datetime.now(UTC), usegmt=True), "ok    clock: right"),
        ("Wed, 01 Jan 2020 00:00:00 GMT", " s off. Run: timedatectl set-ntp true"),
    ):
        async with web_page(f"503 Service Unavailable\r\nDate: {date}") as page:
            settings = f'[telegram]\napi = "{page}"\ntoken = "1:abc"\n'
            (tmp_path / "glocal.toml").write_text(settings, encoding="utf-8")
            _, out, errors = await glocal(tmp_path, "doctor")
        assert said in out, out + errors


async def test_it_names_the_intents_that_are_off(tmp_path: Path) -> None:
    """Each of Discord's two switches is named with its place."""
    async with pointed_at() as discord:
        discord.store.allowed_intents = CONTENT
        settings = f'[discord]\napi = "{discord.url}"\ntoken = "{discord.token}"\n'
        (tmp_path / "glocal.toml").write_text(settings, encoding="utf-8")
        _, out, errors = await glocal(tmp_path, "doctor")
    assert "TO DO discord: SERVER MEMBERS INTENT is off: switch it on" in out, out + errors
    assert "ok    discord: MESSAGE CONTENT INTENT is on" in out


@pytest.mark.file
async def test_it_examines_the_database(tmp_path: Path) -> None:
    """A file with a broken page, and one that is no database, are named with what to do."""
    await Database(store("sqlite").url(tmp_path)).close()
    file = tmp_path / "glocal.db"
    with closing(sqlite3.connect(file)) as opened_file:
        opened_file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        index = "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'timers'"
        (page,) = opened_file.execute(index).fetchone()
        (size,) = opened_file.execute("PRAGMA page_size").fetchone()
    content = file.read_bytes()
    file.write_bytes(content[: (page - 1) * size] + b"\xff" * size + content[page * size :])
    _, out, _ = await glocal(tmp_path, "doctor")
    assert "TO DO database: " in out and "; restore a backup" in out
    file.write_bytes(b"not a database" * 100)
    _, out, errors = await glocal(tmp_path, "doctor")
    assert "TO DO database: " in out and "file is not a database. `glocal restore`" in out
    assert errors == ""


async def test_it_misses_accounts(tmp_path: Path) -> None:
    """Without any account there is something to do."""
    code, out, _ = await glocal(tmp_path, "doctor")
    assert (code, "TO DO accounts: none is set up. `glocal init`" in out) == (1, True)
