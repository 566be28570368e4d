"""`glocal doctor`."""

from __future__ import annotations

from pathlib import Path

from storage.database import Database
from tests.integration.test_command_line import glocal
from tests.integration.test_run_accounts import web_page
from tests.integration.test_run_files import unreachable
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


async def test_it_misses_accounts(tmp_path: Path) -> None:
    """Without any account there is something to do."""
    code, out, _ = await glocal(tmp_path, "doctor")
    assert (code, "TO DO accounts: none is set up. `glocal init`" in out) == (1, True)
