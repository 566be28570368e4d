"""The bot answers interactions after restarts, on slow disks, and too late."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bots.core.inbound import CommandInvoked
from bots.core.outbound import Answer, Button, Content
from bots.core.richtext import Text
from bots.ports import Sent
from tests.integration.discord_bot import BotSetup, opened
from tests.waiting import PATIENCE

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a running bot with one room."""
    async with opened(tmp_path) as made:
        yield made


def plain_text(text: str) -> Content:
    """Return a plain text."""
    return Content((Text(text),))


async def test_empty_answer_deletes_the_thinking_message(bot: BotSetup) -> None:
    """An empty answer to an interaction of the last process deletes its "thinking…" message."""
    bot.inbox.closed = True  # dispatch is slow, so the interaction is deferred
    asked = await bot.anna.run(bot.general, "help")
    given = await bot.inbox.gets(CommandInvoked, lambda value: value.token is not None, among="offered")
    assert asked.original is not None
    await bot.stop()
    bot.inbox.closed = False
    await bot.start()
    answer = Answer(room=str(bot.general.id), user=str(bot.anna.user.id), content=Content(()), token=given.token)
    assert isinstance(await bot.send("a", answer), Sent)
    assert asked.original is None
    assert isinstance(await bot.send("b", answer), Sent)


async def test_a_slow_disk_delays_no_deferral(bot: BotSetup) -> None:
    """The bot defers an interaction in time even if the disk is slow."""
    loop, gate = asyncio.get_running_loop(), threading.Event()
    loop.set_default_executor(ThreadPoolExecutor(1))  # the thread that writes files
    loop.run_in_executor(None, gate.wait)
    bot.inbox.closed = True
    asked = bot.anna.begin_run(bot.general, "help")
    asked.made += 60  # make Discord wait longer than the write takes
    try:
        async with asyncio.timeout(PATIENCE):
            await asked.acknowledged.wait()
    finally:
        gate.set()
    assert asked.original is not None


async def test_an_acknowledgement_that_hangs_delays_no_other(bot: BotSetup) -> None:
    """The bot defers an interaction in time although Discord does not answer the deferral of the one before."""
    bot.inbox.closed = True
    bot.standin.rest.faults.delay("POST", "/interactions/*", 600)
    hangs, asked = (bot.anna.begin_run(bot.general, "help") for _ in range(2))
    asked.made += 60  # a busy machine may be late
    async with asyncio.timeout(PATIENCE):
        await asked.acknowledged.wait()
    assert not hangs.acknowledged.is_set()


async def answer_late(bot: BotSetup, content: Content) -> None:
    """Use a command, and answer it after 15 minutes."""
    asked = await bot.anna.run(bot.general, "help")
    given = await bot.inbox.gets(CommandInvoked, lambda value: value.token is not None)
    asked.expired = True
    answer = Answer(room=str(bot.general.id), user=str(bot.anna.user.id), content=content, token=given.token)
    assert isinstance(await bot.send("late", answer), Sent)


async def test_a_late_answer_is_a_direct_message(bot: BotSetup) -> None:
    """The bot sends a late private answer as a direct message."""
    await answer_late(bot, plain_text("Counted: Green"))
    assert [message.content for message in bot.standin.said(bot.standin.store.direct(bot.anna.user))] == [
        "Counted: Green"
    ]
    assert bot.standin.said(bot.general) == []


@pytest.mark.parametrize(("locale", "word"), [("en-US", "too late"), ("fr", "trop tard")])
async def test_undeliverable_late_answer_is_mentioned_in_the_room(bot: BotSetup, locale: str, word: str) -> None:
    """If the person refuses direct messages, the room gets a notice in their language without the answer."""
    bot.anna.user.closed, bot.anna.user.locale = True, locale
    await answer_late(bot, plain_text("Counted: Green"))
    (said,) = bot.standin.said(bot.general)
    assert word in said.content and "Green" not in said.content
    assert [user.id for user in said.mentions] == [bot.anna.user.id]


async def test_a_late_answer_with_buttons_is_posted_in_the_room(bot: BotSetup) -> None:
    """The bot posts a late answer with buttons in the room."""
    await answer_late(bot, Content((Text("Sure?"),), buttons=(Button("event:1:yes", "Yes", "👍"),)))
    (said,) = bot.standin.said(bot.general)
    assert "Sure?" in said.content and said.buttons
