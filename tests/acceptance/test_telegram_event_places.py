"""Tests for places, the waiting list, guests and replies in words on the Telegram stand-in."""

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


async def test_waiting_list_and_words(here: BotOnTelegram) -> None:
    """A full event says so, a freed place is offered in private to people who started a chat, and words are replies."""
    anna, ben, cleo = [here.telegram.person(name) for name in ("Anna", "Ben", "Cleo")]
    carla, room = await here.community(anna, ben, cleo)
    private = here.telegram.private(ben, here.bot).id
    ben.say(here.bot, "/start")
    carla.say(room, "/event Potluck in 3 days 7pm at the garden limit 1")
    preview = await here.sees(room, "(?s)Shall I announce this.*1 place")
    carla.press(room, preview.id, "Announce it")
    card = await here.sees(room, "(?s)Event 1: Potluck.*0 of 1 place")
    anna.say(room, "I'm in", reply_to=card.id)
    await here.sees(room, "You’re going to “Potluck”")
    await here.sees(room, "1 of 1 place", edits=1)
    toast = await here.telegram.answered(ben.press(room, card.id, "Waiting list"))
    assert "Waiting list" in toast.text
    await here.sees(room, "(?s)1 of 1 place, 1 waiting.*1 coming: Anna.*1 waiting: Ben")
    anna.say(room, "can't make it", reply_to=card.id)
    offer = await here.sees(private, "A place is free for you at Potluck")
    ben.press(here.bot, offer.id, "Yes, I’m coming")
    await here.sees(room, "(?s)1 of 1 place.*1 coming: Ben")
    cleo.say(room, "coming", reply_to=card.id)
    await here.sees(room, "number 1 on the waiting list")
    await here.past_this_second()
    ben.press(room, card.id, "Can’t")
    asked = await here.sees(room, "Cleo: .*A place is free for you")
    cleo.press(room, asked.id, "Yes, I’m coming")
    await here.sees(room, "(?s)1 of 1 place.*1 coming: Cleo")
