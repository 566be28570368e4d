"""Tests for signing in to the Discord stand-in: wrong token, missing intents, sending too early."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from structlog.testing import capture_logs

from adapters.discord.account import DiscordAccount
from adapters.discord.adapter import DiscordAdapter
from bots.core.inbound import CommandInvoked, MessagePosted, RightsReported
from bots.core.outbound import CheckRights, Content, Post
from bots.core.richtext import Text
from bots.features.registry import FEATURES
from bots.ports import AccountRefused, Later, Sending
from bots.routing.router import Router
from tests.contract.rig import RecordingInbox
from tests.standins.discord.server import Discord, opened
from tests.standins.discord.store import CONTENT, MEMBERS
from tests.waiting import PATIENCE, until

pytestmark = pytest.mark.discord


@pytest.fixture
async def discord(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Discord]:
    """Run the Discord stand-in, and restore discord.py's real addresses afterwards."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(str(DiscordWebSocket.DEFAULT_GATEWAY)))
    async with opened() as made:
        yield made


def adapter(discord: Discord, folder: Path, token: str | None = None) -> DiscordAdapter:
    """Return an adapter for the stand-in."""
    account = DiscordAccount("discord", token or discord.token, folder, api=discord.url)
    return DiscordAdapter(account, Router(FEATURES).declared_commands)


async def test_wrong_token_is_refused_with_instructions(discord: Discord, tmp_path: Path) -> None:
    """A wrong token ends the sign-in with instructions for a new one."""
    door = adapter(discord, tmp_path, "wrong.to.ken")
    with pytest.raises(AccountRefused, match="Reset Token"):
        await asyncio.wait_for(door.run(RecordingInbox()), PATIENCE)
    await door.close()


@pytest.mark.parametrize(
    ("allowed", "missing"),
    [
        (0, ["discord-without-content", "discord-without-members"]),
        (CONTENT, ["discord-without-members"]),
        (MEMBERS, ["discord-without-content"]),
    ],
)
async def test_missing_intents_leave_slash_commands(
    discord: Discord, tmp_path: Path, allowed: int, missing: list[str]
) -> None:
    """Without an intent the bot runs with the others, says what is missing, and answers slash commands."""
    discord.store.allowed_intents = allowed
    anna, inbox = discord.person("Anna"), RecordingInbox()
    general = anna.open_channel(anna.found("Lyon"), "general")
    door = adapter(discord, tmp_path)
    with capture_logs() as logs:
        running = asyncio.create_task(door.run(inbox))
        await until(lambda: discord.gateway.listening and discord.store.commands)
        await anna.run(general, "check")
        found = await inbox.gets(CommandInvoked)
    assert found.line == "check"
    anna.say(general, "hello")
    await anna.run(general, "help")
    await inbox.gets(CommandInvoked, lambda value: value.line == "help")
    heard = [value.text for value in inbox.values if isinstance(value, MessagePosted)]
    assert heard == (["hello"] if allowed == CONTENT else [])
    assert [line["event"] for line in logs if line["event"].startswith("discord-without")] == missing
    await door.send(Sending(key="k", call=CheckRights(room=str(general.id), subject="s")))
    rights = await inbox.gets(RightsReported, lambda value: value.subject == "s")
    assert len([right for right in rights.missing if right.name.endswith("Intent")]) == len(missing)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await door.close()


async def test_post_before_sign_in_is_postponed(discord: Discord, tmp_path: Path) -> None:
    """A post before the sign-in is postponed for the whole account."""
    door = adapter(discord, tmp_path)
    receipt = await door.send(Sending(key="k", call=Post(room="1", content=Content((Text("x"),)))))
    assert receipt == Later(1.0, "not signed in", account_wide=True)
    await door.close()
