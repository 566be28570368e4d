"""Rooms that are upgraded on a real homeserver, and what was on its way to them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.acceptance.bot_on_matrix import BotOnMatrix, bot_on_matrix
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


@pytest.fixture
async def here(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[BotOnMatrix]:
    """A town with a running bot."""
    async with bot_on_matrix(homeserver, tmp_path) as made:
        yield made


async def test_what_waited_for_a_room_that_was_upgraded_while_the_bot_was_away(here: BotOnMatrix) -> None:
    """Nobody may speak in the old room any more: a post that a crash left behind was refused there, and lost."""
    carla, room = await here.community()
    await here.stop()
    found = await carla.request("POST", f"v3/rooms/{quote(room)}/upgrade", {"new_version": "11"})
    new = found["replacement_room"]
    await here.leave_in_outbox(room, "Do not forget the seeds")
    await here.start()
    here.set_reader(carla, new)
    await here.sees(new, "Do not forget the seeds")
    assert await here.count(new, "seeds") == 1
