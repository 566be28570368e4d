"""The account on a real socket: what a wrong token and missing intents end in, and a first sign-in (the stand-in)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.account import DiscordAccount
from adapters.discord.adapter import DiscordAdapter
from bots.core.outbound import Content, Post
from bots.core.richtext import Text
from bots.features.registry import FEATURES
from bots.ports import AccountRefused, Later, Sending
from bots.routing.router import Router
from tests.contract.rig import RecordingInbox
from tests.standins.discord.server import Discord, opened
from tests.waiting import PATIENCE

pytestmark = pytest.mark.discord


@pytest.fixture
async def discord(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Discord]:
    """A small Discord; the process speaks to the real one's address again afterwards."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(str(DiscordWebSocket.DEFAULT_GATEWAY)))
    async with opened() as made:
        yield made


def adapter(discord: Discord, folder: Path, token: str | None = None) -> DiscordAdapter:
    """The door on it."""
    account = DiscordAccount("discord", token or discord.token, folder, api=discord.url)
    return DiscordAdapter(account, Router(FEATURES).declared_commands)


async def test_a_wrong_token_ends_with_where_to_get_one(discord: Discord, tmp_path: Path) -> None:
    """Nothing is tried again."""
    door = adapter(discord, tmp_path, "wrong.to.ken")
    with pytest.raises(AccountRefused, match="Reset Token"):
        await asyncio.wait_for(door.run(RecordingInbox()), PATIENCE)
    await door.close()


async def test_intents_that_are_off_end_with_where_to_switch_them_on(discord: Discord, tmp_path: Path) -> None:
    """The gateway hangs up with 4014."""
    discord.store.allowed_intents = 0
    door = adapter(discord, tmp_path)
    with pytest.raises(AccountRefused, match="MESSAGE CONTENT INTENT"):
        await asyncio.wait_for(door.run(RecordingInbox()), PATIENCE)
    await door.close()


async def test_before_it_is_signed_in_everything_waits(discord: Discord, tmp_path: Path) -> None:
    """A post is put off for the whole account."""
    door = adapter(discord, tmp_path)
    receipt = await door.send(Sending(key="k", call=Post(room="1", content=Content((Text("x"),)))))
    assert receipt == Later(1.0, "not signed in", account_wide=True)
    await door.close()
