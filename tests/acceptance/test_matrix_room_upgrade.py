"""Tests for rooms that are upgraded on a real homeserver."""

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
    """Run the bot on a real homeserver."""
    async with bot_on_matrix(homeserver, tmp_path) as made:
        yield made


async def test_waiting_post_goes_to_upgraded_room(here: BotOnMatrix) -> None:
    """A post that waits in the outbox goes to the new room if the old one was upgraded meanwhile."""
    carla, room = await here.community()
    await here.stop()
    response = await carla.request("POST", f"v3/rooms/{quote(room)}/upgrade", {"new_version": "11"})
    new = response["replacement_room"]
    await here.leave_in_outbox(room, "Do not forget the seeds")
    await here.start()
    here.set_reader(carla, new)
    await here.sees(new, "Do not forget the seeds")
    assert await here.count(new, "seeds") == 1
