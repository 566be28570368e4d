"""The account's files and refusals."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import aiohttp
import discord
import pytest

from adapters.cli.settings.tokens import application_of
from adapters.discord.account import DiscordAccount, load_fingerprint, save_fingerprint
from adapters.discord.api.errors import NEEDED_RIGHTS
from adapters.discord.rooms.permissions import described_rights, invitation_permissions
from adapters.discord.session.sign_in import stay_connected
from bots.ports import AccountRefused


def connection_closed(code: int) -> discord.ConnectionClosed:
    """Return the error of a gateway that closes the connection."""
    socket = cast(aiohttp.ClientWebSocketResponse, SimpleNamespace(close_code=code))
    return discord.ConnectionClosed(socket, shard_id=0)


def test_command_fingerprint_is_saved(tmp_path: Path) -> None:
    """Only the owner can read the fingerprint's file, and a broken file counts as empty."""
    account = DiscordAccount("discord", "t", tmp_path / "kept")
    save_fingerprint(account, "print")
    file = next((tmp_path / "kept").iterdir())
    assert load_fingerprint(account) == "print"
    assert file.stat().st_mode & 0o077 == 0
    file.write_text("{broken")
    assert load_fingerprint(account) == ""


@pytest.mark.parametrize(
    ("error", "expected_words"),
    [
        (discord.LoginFailure("no"), "GLOCAL_DISCORD__TOKEN"),
        (discord.PrivilegedIntentsRequired(None), "MESSAGE CONTENT INTENT"),
        (connection_closed(4014), "SERVER MEMBERS INTENT"),
        (connection_closed(4004), "Reset Token"),
    ],
)  # fmt: skip
async def test_a_refused_account_says_where_to_change_it(error: Exception, expected_words: str) -> None:
    """The error of a refused account names the token or the intents, and the portal's address."""

    async def live() -> None:
        raise error

    with pytest.raises(AccountRefused, match=expected_words) as refused:
        await stay_connected("discord", live)
    assert "https://discord.com/developers/applications" in str(refused.value)


async def test_signing_in_is_retried() -> None:
    """The adapter retries until Discord answers."""
    tries: list[int] = []

    async def live() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise ConnectionResetError("not now")
        await asyncio.Event().wait()

    waiting = asyncio.create_task(stay_connected("discord", live))
    async with asyncio.timeout(30):
        while len(tries) < 2:
            await asyncio.sleep(0.05)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert len(tries) == 2


def test_the_invitation_asks_for_the_needed_rights() -> None:
    """The invitation contains the needed rights and the right to show panels, without administrator rights."""
    rights = invitation_permissions()
    wanted = discord.Permissions(**dict.fromkeys(NEEDED_RIGHTS, True), send_messages_in_threads=True, embed_links=True)
    assert rights == wanted
    assert rights.value.bit_count() == len(NEEDED_RIGHTS) + 2
    assert not rights.administrator
    assert len(described_rights()) == len(NEEDED_RIGHTS) + 2


@pytest.mark.parametrize(
    ("token", "application"), [("MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.x.y", 1234567890123456789), ("nonsense", None), ("", None)]
)
def test_application_id_is_read_from_the_token(token: str, application: int | None) -> None:
    """The first part of a token is the id of the application."""
    assert application_of(token) == application
