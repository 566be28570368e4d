"""The bot in a network whose only way out is a web proxy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.homeserver.synapse import Homeserver
from tests.integration.glocal_process import glocal_run
from tests.integration.test_command_line import glocal
from tests.integration.web_proxy import web_proxy
from tests.ports import free_port
from tests.standins.discord.server import opened as discord_opened
from tests.standins.telegram.platform import opened as telegram_opened
from tests.waiting import until


@pytest.mark.synapse
@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY"])
async def test_matrix_behind_a_proxy(tmp_path: Path, homeserver: Homeserver, variable: str) -> None:
    """It signs in to a homeserver whose name only the proxy knows."""
    login = await homeserver.register("glocal")
    settings = f'[matrix]\nhomeserver = "http://matrix.invalid"\nuser = "{login.user}"\npassword = "{login.password}"\n'
    async with (
        web_proxy(homeserver.url) as proxy,
        glocal_run(tmp_path, settings, umask=-1, with_tables=True, **{variable: proxy.url, "NO_PROXY": ""}) as bot,
    ):
        await bot.logs("matrix-signed-in")
        assert proxy.hosts == {"matrix.invalid"}


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY"])
async def test_discord_behind_a_proxy(tmp_path: Path, variable: str) -> None:
    """Its requests and its gateway connection go through the proxy."""
    async with discord_opened() as discord, web_proxy(discord.url) as proxy:
        settings = f'[discord]\napi = "http://discord.invalid"\ntoken = "{discord.token}"\n'
        discord.store.url = "http://gateway.invalid"
        async with glocal_run(
            tmp_path, settings, umask=-1, with_tables=True, **{variable: proxy.url, "NO_PROXY": ""}
        ) as bot:
            assert await until(lambda: discord.gateway.listening, bot.log)
            assert proxy.hosts == {"discord.invalid", "gateway.invalid"}


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY"])
async def test_telegram_behind_a_proxy(tmp_path: Path, variable: str) -> None:
    """It signs in to a Bot API whose name only the proxy knows."""
    with telegram_opened() as telegram:
        settings = f'[telegram]\napi = "http://telegram.invalid"\ntoken = "{telegram.bot().token}"\n'
        async with (
            web_proxy(telegram.url) as proxy,
            glocal_run(tmp_path, settings, umask=-1, with_tables=True, **{variable: proxy.url, "NO_PROXY": ""}) as bot,
        ):
            await bot.logs("telegram-signed-in")
            assert proxy.hosts == {"telegram.invalid"}


async def test_no_proxy_is_used_where_none_is_wanted(tmp_path: Path) -> None:
    """NO_PROXY leads past a proxy that does not work."""
    nowhere = f"http://127.0.0.1:{free_port()}"
    async with discord_opened() as discord:
        settings = f'[discord]\napi = "{discord.url}"\ntoken = "{discord.token}"\n'
        async with glocal_run(tmp_path, settings, HTTP_PROXY=nowhere, NO_PROXY="127.0.0.1") as bot:
            assert await until(lambda: discord.gateway.listening, bot.log)


@pytest.mark.parametrize(
    "proxy", ["proxy.example:3128", "socks5://proxy.example", "https://proxy.example", "http://a b"]
)
async def test_an_unusable_proxy_is_explained(tmp_path: Path, proxy: str) -> None:
    """The variable is named, its value, which can hold a password, is not; `glocal doctor` says the same."""
    (tmp_path / "glocal.toml").write_text('[telegram]\ntoken = "1:a"\n', encoding="utf-8")
    code, _, errors = await glocal(tmp_path, "run", HTTPS_PROXY=proxy)
    assert (code, "Traceback" in errors, proxy in errors) == (2, False, False)
    assert "environment variable HTTPS_PROXY: an address is needed, such as http://proxy.example.org:3128" in errors
    code, _, errors = await glocal(tmp_path, "doctor", HTTPS_PROXY=proxy)
    assert (code, "HTTPS_PROXY" in errors) == (2, True)
