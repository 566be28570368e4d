"""Tests for questions about events, edits, cancellations and moves on a real homeserver."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_matrix import BotOnMatrix, bot_on_matrix
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def here(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[BotOnMatrix]:
    """Run the bot on a real homeserver."""
    async with bot_on_matrix(homeserver, tmp_path) as made:
        yield made


async def test_event_is_asked_for_edited_cancelled_and_reopened(here: BotOnMatrix) -> None:
    """The next message answers a question; changes that people notice ask first; who left is not pinged."""
    anna, ben = await here.person("anna"), await here.person("ben")
    carla, room = await here.community(anna, ben)
    await carla.say(room, "!event Potluck in 3 days")
    await here.sees(room, "At what time")
    await carla.say(room, "7pm at the garden")
    await here.sees(room, "Shall I announce this.*Potluck")
    await carla.say(room, "yes")
    card = await here.sees(room, "Event 1: Potluck")
    await anna.react(room, card.id, "👍")
    await ben.react(room, card.id, "✅")
    await here.sees(room, "2 coming", edits=1)
    await ben.leave(room)
    await here.sees(room, "1 coming: anna", edits=2)
    await carla.say(room, "!event edit 1 place the library")
    await here.sees(room, "the place is now the library")
    await here.sees(room, "(?s)Event 1.*the library", edits=3)
    await carla.say(room, "!event cancel 1 It rains")
    question = await here.sees(room, "Shall I cancel it")
    await carla.react(room, question.id, "✅")
    cancelled = await here.sees(room, "Potluck is cancelled")
    assert cancelled.pings == (anna.user,)
    await carla.say(room, "!event reopen 1")
    reopened = await here.sees(room, "is on after all")
    assert reopened.pings == (anna.user,)
