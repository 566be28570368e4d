"""What nobody asked for makes no sound on Telegram, and the welcome cleans up after itself."""

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


async def test_only_what_somebody_waits_for_makes_a_sound(here: BotOnTelegram) -> None:
    """The introduction and results that come by time are silent; polls, answers and reminders are not."""
    anna = here.telegram.person("Anna")
    carla, room = await here.community(anna)
    assert (await here.sees(room, "I’m glocal")).silent
    assert not (await here.sees(room, "is set up")).silent
    carla.say(room, '/poll "Tea?" yes no close=2h')
    tally = await here.sees(room, "nobody has voted yet")
    anna.press(room, tally.id, "yes")
    await here.sees(room, "one person has voted", edits=1)
    carla.say(room, "/event Potluck in 3 days 7pm")
    preview = await here.sees(room, "Shall I announce this")
    carla.press(room, preview.id, "Announce it")
    card = await here.sees(room, "Event 1: Potluck")
    anna.press(room, card.id, "Coming")
    await here.sees(room, "1 coming", edits=1)
    await here.forward(hours=2)
    assert not tally.silent and (await here.sees(room, "The answer is: yes")).silent
    await here.to_the_next_timer()
    assert not (await here.sees(room, "is tomorrow")).silent


async def test_one_welcome_that_cleans_up_after_itself(here: BotOnTelegram) -> None:
    """A second newcomer comes into the welcome that stands there, which names nobody who left and goes in the end."""
    carla, room = await here.community()
    zoe, yan = here.telegram.person("Zoe"), here.telegram.person("Yan")
    zoe.join(room)
    await here.telegram.taken(here.bot)
    await here.forward(seconds=31)
    first = await here.sees(room, "Welcome Zoe")
    assert first.silent and not (await here.sees(room, "Zoe is new here")).silent
    yan.join(room)
    await here.telegram.taken(here.bot)
    await here.forward(seconds=31)
    both = await here.sees(room, "Welcome Zoe, Yan", edits=1)
    assert both.id == first.id and await here.count(room, "Welcome") == 1
    await here.past_this_second()
    zoe.leave(room)
    await here.forward(seconds=5)
    await here.sees(room, "Welcome Yan", edits=2)
    carla.say(room, "Hello Yan!")
    await here.sees(room, "Yan was greeted by Carla")
    await here.idle()
    assert await here.count(room, "Welcome") == 0
