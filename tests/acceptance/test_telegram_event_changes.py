"""Tests for questions about events, edits, cancellations and moves on the Telegram stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.acceptance.sample_files import PIXEL

pytestmark = pytest.mark.telegram


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """Run the bot on the Telegram stand-in."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


async def test_event_is_asked_for_edited_moved_cancelled_and_reopened(here: BotOnTelegram) -> None:
    """The next message answers a question; changes that people notice ask first; guests are pinged."""
    anna = here.telegram.person("Anna")
    carla, room = await here.community(anna)
    anna.say(room, "Hello everybody")  # Telegram lets a bot mention only people whom it has met
    carla.say(room, "/event Potluck in 3 days")
    asked = await here.sees(room, "At what time")
    assert asked.force_reply
    carla.say(room, "7pm at the garden", reply_to=asked.id)
    preview = await here.sees(room, "Shall I announce this")
    assert "19:00" in preview.text and "the garden" in preview.text
    carla.press(room, preview.id, "Announce it")
    card = await here.sees(room, "Event 1: Potluck")
    anna.react(room, card.id, "👍")
    await here.sees(room, "1 coming: Anna", edits=1)
    carla.say(room, "/event_edit 1 place the library")
    await here.sees(room, "the place is now the library")
    await here.sees(room, "(?s)Event 1.*the library", edits=2)
    carla.say(room, "/event_edit 1 picture")
    await here.sees(room, "Send me the picture")
    carla.photo(room, PIXEL)
    pictured = await here.sees(room, "(?s)^Event 1: Potluck.*the library", after=card.id)
    assert pictured.files
    carla.say(room, "/event_move 1 8:30pm")
    question = await here.sees(room, "Shall I move it")
    carla.press(room, question.id, "Move the event")
    moved = await here.sees(room, "has moved")
    assert "20:30" in moved.text and moved.pings == (anna.user,)
    carla.say(room, "/event_cancel 1 It rains")
    await here.sees(room, "Shall I cancel it")
    carla.say(room, "yes")
    cancelled = await here.sees(room, "Potluck is cancelled")
    assert cancelled.pings == (anna.user,)
    carla.say(room, "/event_reopen")
    assert (await here.sees(room, "is on after all")).pings == (anna.user,)


async def test_who_leaves_a_group_is_not_reminded(here: BotOnTelegram) -> None:
    """Somebody who leaves the group is neither counted nor pinged."""
    anna, ben = here.telegram.person("Anna"), here.telegram.person("Ben")
    carla, room = await here.community(anna, ben)
    carla.say(room, "/event Potluck in 3 days 7pm")
    preview = await here.sees(room, "Shall I announce this")
    carla.press(room, preview.id, "Announce it")
    card = await here.sees(room, "Event 1: Potluck")
    for person in (anna, ben):
        await here.telegram.answered(person.press(room, card.id, "Coming"))
    await here.sees(room, "2 coming", edits=1)
    ben.leave(room)
    await here.idle()
    await here.forward(seconds=5)
    await here.sees(room, "1 coming: Anna", edits=2)
    await here.to_the_next_timer()
    reminder = await here.sees(room, "is tomorrow")
    assert reminder.pings == (anna.user,)
