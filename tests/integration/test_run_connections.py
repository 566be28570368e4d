"""What a running bot says of an account follows the connection to its platform."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.homeserver.synapse import Homeserver
from tests.integration.glocal_process import glocal_run
from tests.integration.matrix_tunnel import Tunnel
from tests.integration.test_command_line import glocal
from tests.integration.test_monitoring import get
from tests.ports import free_port
from tests.standins.discord.server import opened as discord_opened
from tests.standins.telegram.platform import opened as telegram_opened
from tests.waiting import until

CONNECTED = '"event": "connected"'


async def check_follows(folder: Path, platform: str, settings: str, tunnel: Tunnel) -> None:
    """Start the bot while its platform is out of reach; then open and close the way to it."""
    port = free_port()
    await tunnel.close()
    async with glocal_run(folder, f"{settings}[monitoring]\nport = {port}\n") as bot:
        await bot.logs(f"{platform}-unreachable")
        assert CONNECTED not in bot.log()
        assert await get(port, "/readyz") == (503, f"{platform}: connecting\n")
        await tunnel.open()
        await bot.logs(CONNECTED)
        assert await get(port, "/readyz") == (200, f"{platform}: connected\n")
        assert f'account_up{{account="{platform}",platform="{platform}"}} 1.0' in (await get(port, "/metrics"))[1]
        await tunnel.close()

        async def is_lost() -> bool:
            return await get(port, "/readyz") == (503, f"{platform}: connecting\n")

        await until(is_lost, bot.log)
        await until(lambda: '"tries":0' not in (folder / "glocal.db.status").read_text(encoding="utf-8"))
        _, out, _ = await glocal(folder, "status")
        assert f"{platform}: connecting since" in out and "try " in out


async def test_telegram_tells_when_it_is_connected(tmp_path: Path) -> None:
    """The log, the probes and `glocal status` follow the answers to getUpdates."""
    with telegram_opened() as telegram:
        tunnel = Tunnel(telegram.url)
        await tunnel.open()
        settings = f'[telegram]\napi = "{tunnel.url}"\ntoken = "{telegram.bot().token}"\n'
        await check_follows(tmp_path, "telegram", settings, tunnel)


async def test_discord_tells_when_it_is_connected(tmp_path: Path) -> None:
    """They follow the gateway."""
    async with discord_opened() as discord:
        tunnel = Tunnel(discord.url)
        await tunnel.open()
        discord.store.url = tunnel.url
        settings = f'[discord]\napi = "{tunnel.url}"\ntoken = "{discord.token}"\n'
        await check_follows(tmp_path, "discord", settings, tunnel)


@pytest.mark.synapse
async def test_matrix_tells_when_it_is_connected(tmp_path: Path, homeserver: Homeserver) -> None:
    """They follow the syncs."""
    login = await homeserver.register("glocal")
    tunnel = Tunnel(homeserver.url)
    await tunnel.open()
    settings = f'[matrix]\nhomeserver = "{tunnel.url}"\nuser = "{login.user}"\npassword = "{login.password}"\n'
    await check_follows(tmp_path, "matrix", settings, tunnel)
