"""Tests for events that come again on the Telegram stand-in."""

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


async def test_series_is_announced_and_its_dates_are_changed(here: BotOnTelegram) -> None:
    """A rule is previewed; one date is cancelled by a button, and the next one appears with its own card."""
    anna = here.telegram.person("Anna")
    carla, room = await here.community(anna)
    anna.say(room, "Hello everybody")  # Telegram lets a bot mention only people whom it has met
    carla.say(room, "/event Yoga every tuesday 6pm except august in the hall")
    preview = await here.sees(room, "Shall I announce this")
    assert "🔁 every Tuesday, except in August" in preview.text and "📆 Next: Tue" in preview.text
    carla.press(room, preview.id, "Announce it")
    card = await here.sees(room, "(?s)Event 1: Yoga.*every Tuesday")
    anna.react(room, card.id, "👍")
    await here.sees(room, "1 coming: Anna", edits=1)
    carla.say(room, "/event_cancel 1 It rains")
    question = await here.sees(room, "Which dates shall I cancel")
    carla.press(room, question.id, "Only this date")
    cancelled = await here.sees(room, "(?s)Yoga is cancelled.*The next date is Tuesday")
    assert cancelled.pings == (anna.user,)
    await here.sees(room, "Event 2: Yoga", after=card.id)
    carla.say(room, "/event_repeat 2 every 2 weeks on tuesday")
    asked = await here.sees(room, "is to come again")
    carla.press(room, asked.id, "Repeat the event")
    await here.sees(room, "(?s)Event 2: Yoga.*every 2 weeks on Tuesday", edits=1)
