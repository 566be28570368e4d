"""Tests for restarts of the bot on a simulated Discord."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest

from tests.acceptance.bot_on_discord import BotOnDiscord, bot_on_discord
from tests.waiting import until

pytestmark = pytest.mark.discord
VOTES = "(?s)Tea.*one person has voted"


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnDiscord]:
    """Run the bot on the simulated Discord."""
    async with bot_on_discord(tmp_path) as made:
        yield made


async def test_restart_catches_up_and_keeps_buttons(here: BotOnDiscord) -> None:
    """After a restart old buttons work, and the bot answers each missed command and join once."""
    carla, room, card = await here.open_poll()
    anna = here.person(carla.guild, "anna")
    await here.cursor_stored("discord", f"server:{carla.guild.id}")
    await here.forward(seconds=5)
    await here.stop()
    missed = await carla.say(room, "/event Potluck in 3 days 7pm")
    zoe = here.person(carla.guild, "zoe")
    await here.move_clock(timedelta(seconds=5))
    await here.start()
    await here.committed(f"discord:joined:%:{zoe.user}:%")
    preview = await here.sees(room, "Shall I announce this")
    assert preview.reply_to == missed
    assert "yes" in await here.answered(anna.press(room, card, "poll:1:0"))
    await here.forward(seconds=35)
    await here.sees(room, VOTES, edits=1)
    await here.sees(room, "Welcome.*zoe")
    await here.stop()
    await here.start()
    await here.result(carla.press(room, preview.id, carla.buttons(room, preview.id)[0]["custom_id"]))
    await here.sees(room, "Event 1: Potluck")
    texts = [line.text for line in here.messages(room)]
    assert sum("Shall I announce this" in text or "Planned" in text for text in texts) == 1
    assert sum("Welcome" in text and "zoe" in text for text in texts) == 1


async def test_post_with_lost_response_is_not_repeated(here: BotOnDiscord) -> None:
    """The bot finds a post whose response was lost in the channel and does not repeat it."""
    carla, room = await here.community()
    real = here.adapter.client
    assert real is not None
    lost_responses: list[object] = []
    request = real.http.request

    async def request_with_lost_response(route: discord.http.Route, **more: object) -> object:
        response = await request(route, **more)  # type: ignore[arg-type]  # keywords pass through
        if route.method == "POST" and route.path.endswith("/messages") and not lost_responses:
            lost_responses.append(response)
            raise ConnectionResetError("the connection was lost")
        return response

    real.http.request = request_with_lost_response  # type: ignore[method-assign]  # the network, not our code
    await here.result(carla.command(room, "poll open", question="Tea?", options="yes, no"))
    await until(lambda: lost_responses)
    await here.stop()
    await here.start()
    await here.outbox_empty(with_postponed=True)
    assert sum(line.text.startswith("Tea?") for line in here.messages(room)) == 1
    anna = here.person(carla.guild, "anna")
    card = await here.sees(room, "^Tea")
    assert "yes" in await here.answered(anna.press(room, card.id, "poll:1:0"))


async def test_next_process_answers_open_command(here: BotOnDiscord) -> None:
    """A new process answers the command that the last one left open."""
    carla, room = await here.community()
    await here.result(carla.command(room, "poll list"))
    sender = here.adapter._sender
    assert sender is not None
    perform, called = sender.perform, asyncio.Event()

    async def perform_without_end(*args: object) -> object:
        called.set()
        await asyncio.Event().wait()
        return await perform(*args)  # type: ignore[arg-type]  # arguments pass through

    sender.perform = perform_without_end  # type: ignore[method-assign,assignment]  # the process dies before it answers
    asked = await carla.command(room, "me show")
    await called.wait()
    await until(lambda: asked.deferred)
    await here.stop()
    await here.start()
    await until(lambda: asked.response is not None and asked.response.content)
    assert asked.response is not None and asked.response.ephemeral
