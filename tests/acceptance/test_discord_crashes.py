"""Tests that a conversation on Discord survives kills (SIGKILL) and failing connections at random moments."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.acceptance.discord_conversation import (
    LATER,
    SOON,
    Conversation,
    announce_event,
    answer_event,
    check_events,
    check_highlights,
    check_polls,
    check_rows,
    hold_event,
    hold_polls,
    open_conversation,
    wait_until_everything_is_sent,
)
from tests.standins.discord.server import Discord
from tests.waiting import until

KILLS = 20
SEED = 20261125
pytestmark = [pytest.mark.discord, pytest.mark.crash, pytest.mark.timeout(900)]


async def test_conversation_survives_kills(tmp_path: Path) -> None:
    """Over 20 kills, every acknowledged vote and answer, every reminder and every highlight exists once."""
    rng = random.Random(SEED)
    async with open_conversation(tmp_path) as talk:
        await run_conversation(talk, talk.bot.kill_repeatedly(rng, KILLS), rng)
        assert talk.bot.kills >= KILLS


async def test_conversation_survives_connection_failures(tmp_path: Path) -> None:
    """While connections, sessions and replies fail, every result of the conversation exists once."""
    rng = random.Random(SEED)
    async with open_conversation(tmp_path) as talk:
        await run_conversation(talk, disturb_connections(talk.discord, rng), rng)
        assert talk.discord.gateway.resumes >= 3 and talk.discord.gateway.identifies >= 3
        assert talk.discord.rest.faults.struck > 0 and talk.bot.kills == 0


async def run_conversation(talk: Conversation, troubles: Coroutine[None, None, None], rng: random.Random) -> None:
    """Hold events, polls and highlights during the disturbances, then check that each result exists once.

    The first event begins at a full minute, at least 25 seconds ahead, and is announced before the disturbances.
    """
    minutes = 1 if datetime.now(UTC).second < 35 else 2
    soon = await announce_event(talk, SOON, f"in {minutes} minutes")
    trouble = asyncio.create_task(troubles)
    talks = [hold_polls(talk, name, trouble, rng) for name in ("Tea", "Bread")]
    await asyncio.gather(answer_event(talk, SOON, soon, rng), hold_event(talk, LATER, rng), *talks)
    await trouble
    await wait_until_everything_is_sent(talk)
    check_polls(talk)
    check_events(talk)
    check_highlights(talk)
    await check_rows(talk)
    retries, attempts = talk.people.retries, talk.people.attempts
    print(f"{len(talk.ballots)} polls; {retries} of {attempts} actions had to be repeated")


async def disturb_connections(discord: Discord, rng: random.Random) -> None:
    """Cause all kinds of failures in a random order, at random moments, while the bot is connected."""
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
    rng.shuffle(order)
    for trouble in order:
        await asyncio.sleep(rng.uniform(0.1, 1.0))
        await discord.until_connected()
        await until(lambda: len(faults.pending) <= 1)
        trouble()
    faults.pending.clear()
