"""Tests for a network's own rooms on the Telegram stand-in: a poll, the state of its communities, a hand-over."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """Run the bot on the Telegram stand-in."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def test_circle_holds_polls_and_reads_the_state_of_communities(here: BotOnTelegram) -> None:
    """A poll opened in the circle is voted on there; `communities` answers there, unless its state is held back."""
    anna = here.telegram.person("Anna")
    carla, room, nora, _ = await here.linked_community(anna)
    circle = here.telegram.supergroup("Circle", nora, anna, here.bot, admins=(here.bot,))
    await here.sees(circle, "I’m glocal")
    nora.say(circle, "/room_join Les Passeurs")
    await here.sees(circle, "is now a circle")
    nora.say(circle, '/poll "Which town next?" Lyon Bari')
    card = await here.sees(circle, "nobody has voted yet")
    anna.press(circle, card.id, "Lyon")
    await here.sees(circle, r"(?s)1 \(100%\).*one person has voted", edits=1)
    nora.say(circle, "/communities")
    await here.sees(circle, "Lyon – connector seen today")
    nora.say(circle, "/tag_add bikes Lyon")
    await here.sees(circle, "Lyon is tagged bikes")
    nora.say(circle, "/communities tag:bikes")
    await here.sees(circle, "#bikes")
    nora.say(circle, "/alerts connector 21 days")
    await here.sees(circle, "no connector seen for 21 days")
    assert await here.count(room, "Which town next") == 0
    carla.say(room, "/network_share state off")
    await here.sees(room, "no longer see how Lyon is doing")
    nora.say(circle, "/communities")
    await here.sees(circle, "keeps its state to itself")


async def test_handover_by_buttons(here: BotOnTelegram) -> None:
    """The asked person presses a button, then the connector steps back by one."""
    ben = here.telegram.person("Ben")
    carla, room = await here.community(ben)
    ben.say(room, "/help")
    await here.sees(room, "/rsvp")
    carla.say(room, "/handover Ben")
    asked = await here.sees(room, "asks you to look after Lyon")
    ben.press(room, asked.id, "I’ll do it")
    question = await here.sees(room, "Do you step back, or stay")
    carla.press(room, question.id, "I step back")
    carla.say(room, "/connector_list")
    await here.sees(room, "Connector: Ben")
