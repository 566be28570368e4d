"""kill -9, and failing connections, at random moments of a conversation on Discord: nothing is lost or said twice."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.acceptance.discord_conversation import open_conversation, run_conversation
from tests.standins.discord.server import Discord

KILLS = 20
SEED = 20261125
pytestmark = [pytest.mark.discord, pytest.mark.crash, pytest.mark.timeout(500)]


async def test_killed_again_and_again(tmp_path: Path) -> None:
    """Votes, answers, reminders and highlights over 20 kills: what was acknowledged is there, once."""
    chance = random.Random(SEED)
    async with open_conversation(tmp_path) as play:
        await run_conversation(play, play.bot.kill_repeatedly(chance, KILLS), chance)
        assert play.bot.kills >= KILLS


async def test_the_connection_fails_again_and_again(tmp_path: Path) -> None:
    """The same while connections are cut, sessions lost, answers lost after the deed, and Discord fails or limits."""
    chance = random.Random(SEED)
    async with open_conversation(tmp_path) as play:
        await run_conversation(play, troubles(play.discord, chance), chance)
        assert play.discord.gateway.resumes >= 3 and play.discord.gateway.identifies >= 3
        assert play.discord.rest.faults.struck > 0 and play.bot.kills == 0


async def troubles(discord: Discord, chance: random.Random) -> None:
    """All of them in a random order, at random moments, while the bot is connected."""
    gateway, faults = discord.gateway, discord.rest.faults
    messages, message, answers = "/channels/*/messages", "/channels/*/messages/*", "/interactions/*"
    order = [gateway.cut] * 4 + [gateway.ask_to_reconnect] * 3 + [gateway.forget] * 2
    order += 3 * [
        lambda: faults.lose_reply("POST", messages),
        lambda: faults.lose_reply("PATCH", message),
        lambda: faults.lose_reply("POST", answers),
        lambda: faults.lose_request("POST", messages),
        lambda: faults.fail("POST", messages, 503),
        lambda: faults.fail("PATCH", message, 500),
        lambda: faults.delay("POST", messages, 2.0),
        lambda: discord.rest.limits.exhaust(1.0),
    ]
    chance.shuffle(order)
    for trouble in order:
        await asyncio.sleep(chance.uniform(0.1, 1.0))
        await discord.until_connected()
        while len(faults.pending) > 1:
            await asyncio.sleep(0.05)
        trouble()
    faults.pending.clear()
