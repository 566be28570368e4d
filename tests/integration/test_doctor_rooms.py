"""`glocal doctor` in rooms: what the bot lacks, and how to give it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from adapters.matrix.account import MatrixAccount, stored_session
from storage.database import Database
from storage.tables import Room, RoomRole
from tests.homeserver.synapse import Homeserver
from tests.integration.glocal_process import glocal_run
from tests.integration.test_command_line import glocal
from tests.standins.discord import rights
from tests.standins.discord.server import opened as discord_opened
from tests.standins.telegram.platform import opened as telegram_opened
from tests.stores import store


async def remember(folder: Path, platform: str, **rooms: str) -> None:
    """Store rooms that the bot is in, by name."""
    database = Database(store().url(folder))
    now = datetime(2026, 11, 25, tzinfo=UTC)
    async with database.transaction() as uow:
        for name, room in rooms.items():
            made = Room(account=platform, platform=platform, room=room, name=name, created_at=now)
            made.role = RoomRole.HOME
            await uow.add(made)
    await database.close()


async def doctor(folder: Path, settings: str) -> str:
    """Return what the doctor says."""
    (folder / "glocal.toml").write_text(settings, encoding="utf-8")
    _, out, errors = await glocal(folder, "doctor")
    assert errors == ""
    return out


async def test_telegram_groups(tmp_path: Path) -> None:
    """A plain member lacks what only administrators get; a group that removed the bot is named."""
    with telegram_opened() as telegram:
        bot, anna = telegram.bot(privacy=False), telegram.person("Anna")
        plain, full = telegram.supergroup("Plain", anna, bot), telegram.supergroup("Full", anna, bot, admins=[bot])
        left = telegram.supergroup("Left", anna, bot)
        anna.remove_bot(left, bot)
        await remember(tmp_path, "telegram", Plain=str(plain), Full=str(full), Left=str(left))
        out = await doctor(tmp_path, f'[telegram]\napi = "{telegram.url}"\ntoken = "{bot.token}"\n')
    assert "ok    telegram: privacy mode is off" in out
    assert "TO DO telegram: room “Plain” lacks: administrator (" in out and "Add Administrator: choose the bot" in out
    assert "TO DO telegram: room “Left”: " in out
    assert "ok    telegram: 1 room with all permissions" in out


async def test_discord_channels(tmp_path: Path) -> None:
    """A role without a right, a hidden channel and a deleted one are told apart."""
    async with discord_opened() as discord:
        anna = discord.person("anna")
        guild, poor = anna.found("Full"), anna.found("Poor")
        discord.store.set_bot_permissions(poor, rights.EVERYONE)
        full, lacking = anna.open_channel(guild, "general"), anna.open_channel(poor, "general")
        await remember(tmp_path, "discord", full=str(full.id), poor=str(lacking.id), deleted="12345")
        out = await doctor(tmp_path, f'[discord]\napi = "{discord.url}"\ntoken = "{discord.token}"\n')
    assert "MESSAGE CONTENT INTENT is on" in out
    assert "TO DO discord: room “poor” lacks: Create Events (" in out and "Server Settings, Roles" in out
    assert "TO DO discord: room “deleted”: Discord doesn't show it" in out
    assert "ok    discord: 1 room with all permissions" in out


@pytest.mark.synapse
async def test_matrix_login_encryption_and_rooms(tmp_path: Path, homeserver: Homeserver) -> None:
    """Before the first start it tries the password; later it checks session, device, identity and power levels."""
    login = await homeserver.register("glocal")
    settings = f'[matrix]\nhomeserver = "{homeserver.url}"\nuser = "{login.user}"\npassword = '
    out = await doctor(tmp_path, settings + '"wrong"\n')
    assert f"TO DO matrix: the homeserver refuses {login.user} with this password" in out
    settings += f'"{login.password}"\n'
    out = await doctor(tmp_path, settings)
    assert f"ok    matrix: the password of {login.user} is right" in out
    async with glocal_run(tmp_path, settings) as bot:
        await bot.logs("matrix-device-signed")
    account = MatrixAccount("matrix", homeserver.url, login.user, tmp_path / "matrix-store")
    session = stored_session(account)
    assert session is not None
    levels = {"events_default": 110, "users": {session.user: 100}}
    rooms = {"Quiet": await create_room(homeserver.url, session.token, levels)}
    rooms["Free"] = await create_room(homeserver.url, session.token, {})
    await remember(tmp_path, "matrix", **rooms, Gone="!gone:nowhere.example")
    out = await doctor(tmp_path, settings)
    assert f"ok    matrix: signed in as {login.user}" in out
    assert f"ok    encryption: device {session.device} is signed; its identity is in" in out
    assert "TO DO matrix: room “Quiet” lacks: power level 110 (" in out and "Roles & Permissions" in out
    assert "TO DO matrix: room “Gone”: the bot isn't in it any longer" in out
    assert "ok    matrix: 1 room with all permissions" in out
    account.file("identity").unlink()
    out = await doctor(tmp_path, settings)
    assert "TO DO encryption: the account's identity isn't in the store" in out and "`reset_identity`" in out


async def create_room(url: str, token: str, levels: dict[str, Any]) -> str:
    """Create a room as the bot, with these power levels."""
    body = {"room_version": "10", "power_level_content_override": levels}
    headers = {"Authorization": f"Bearer {token}"}
    async with aiohttp.ClientSession() as session:
        where = f"{url}/_matrix/client/v3/createRoom"
        async with session.post(where, json=body, headers=headers) as answer:
            made = await answer.json()
            assert answer.status == 200, made
            return str(made["room_id"])
