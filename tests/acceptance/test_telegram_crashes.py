"""Tests that conversations on the Telegram stand-in survive kills (SIGKILL) at random moments.

Telegram knows no idempotency key, so the fate of a message that was being sent is unknown after a kill. The bot sends
posts again, which may then exist twice, and drops answers, because people can ask again. The tests count both.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.killable_telegram_bot import KillableTelegramBot
from tests.acceptance.telegram_conversation import (
    PATIENCE,
    Conversation,
    check_repeated_posts,
    check_rows,
    create_group,
    hold_conversation,
    hold_poll,
    set_up_group,
    wait_for_reminders,
    wait_until_everything_is_sent,
)
from tests.ports import free_port
from tests.standins.telegram.platform import opened

KILLS = 22
LONGEST_LIFE = 2.4
SEED = 20261125
LATENCY = 0.12
"""Seconds between a message and Telegram's reply, in which the bot may be killed."""
pytestmark = [pytest.mark.telegram, pytest.mark.crash, pytest.mark.timeout(900)]


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Conversation]:
    """Set up three communities with a bot that the test can kill."""
    with opened(latency=LATENCY) as tg:
        account = tg.bot(privacy=False)
        bot = KillableTelegramBot(tg, account, tmp_path / "bot")
        made = Conversation(tg, account, bot, [create_group(tg, account, name) for name in ("Lyon", "Nice", "Lille")])
        await bot.start()
        try:
            await asyncio.gather(*(set_up_group(made, group) for group in made.groups))
            yield made
        finally:
            await bot.stop()


async def test_conversation_survives_kills(talk: Conversation) -> None:
    """Over 22 kills, every vote, answer and poll exists once, and only posts of unknown fate are repeated."""
    rng = random.Random(SEED)
    kills = asyncio.create_task(talk.bot.kill_often(rng, KILLS, LONGEST_LIFE))
    conversations = [
        asyncio.create_task(hold_conversation(talk, group, kills, random.Random(group.room))) for group in talk.groups
    ]
    try:
        await asyncio.gather(kills, *conversations)
    finally:
        for task in (kills, *conversations):
            task.cancel()
    assert talk.bot.kills >= 20
    await talk.tg.taken(talk.account, patience=PATIENCE)
    await wait_for_reminders(talk)
    await wait_until_everything_is_sent(talk)
    await check_rows(talk)
    check_repeated_posts(talk)


async def test_webhook_conversation_survives_kills(tmp_path: Path) -> None:
    """With a webhook, Telegram repeats every update that a kill left unacknowledged."""
    with opened(latency=LATENCY) as tg:
        account = tg.bot(privacy=False)
        bot = KillableTelegramBot(tg, account, tmp_path / "bot", port=free_port())
        group = create_group(tg, account, "Lyon")
        talk = Conversation(tg, account, bot, [group])
        await bot.start()
        try:
            await set_up_group(talk, group)
            kills = asyncio.create_task(bot.kill_often(random.Random(SEED), 8, LONGEST_LIFE))
            while not kills.done():
                await hold_poll(talk, group, f"Question {len(group.ballots) + 1}?", random.Random(len(group.ballots)))
            await kills
            await wait_until_everything_is_sent(talk)
            await check_rows(talk)
        finally:
            await bot.stop()
    assert tg.requests("getUpdates") == []
