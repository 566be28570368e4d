"""Tests for events that come again on a real homeserver."""

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


async def test_series_is_announced_and_ends(here: BotOnMatrix) -> None:
    """A rule is previewed and confirmed by reaction; one date is cancelled by words, the rest by a reaction."""
    anna = await here.person("anna")
    carla, room = await here.community(anna)
    await carla.say(room, "!event Yoga every tuesday 6pm in the hall")
    preview = await here.sees(room, "(?s)Shall I announce this.*every Tuesday.*Next: Tue")
    await carla.react(room, preview.id, "✅")
    card = await here.sees(room, "(?s)Event 1: Yoga.*every Tuesday")
    await anna.react(room, card.id, "👍")
    await here.sees(room, "1 coming: anna", edits=1)
    await carla.say(room, "!event cancel 1 It rains")
    await here.sees(room, "Which dates shall I cancel")
    await carla.say(room, "only this one")
    cancelled = await here.sees(room, "(?s)Yoga is cancelled.*The next date is Tuesday")
    assert cancelled.pings == (anna.user,)
    await here.sees(room, "Event 2: Yoga")
    await carla.say(room, "!event cancel 2")
    question = await here.sees(room, "(?s)Which dates shall I cancel(?!.*One person said)")
    await carla.react(room, question.id, "⏭️")
    await here.sees(room, "No more dates follow")
