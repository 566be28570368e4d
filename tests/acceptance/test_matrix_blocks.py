"""Tests for invitations, blocks and the audit log on a real homeserver."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.bot_on_matrix import BotOnMatrix, bot_on_matrix
from tests.homeserver.synapse import Homeserver
from tests.stores import query

pytestmark = pytest.mark.synapse


@pytest.fixture
async def here(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[BotOnMatrix]:
    """Run the bot on a real homeserver."""
    async with bot_on_matrix(homeserver, tmp_path) as made:
        yield made


async def test_block_and_appeal(here: BotOnMatrix) -> None:
    """Somebody who is blocked reads why in private and gets no answer; a connector lifts it from the appeal."""
    anna = await here.person("anna")
    carla, room = await here.community(anna)
    await carla.say(room, f"!block {anna.user} for 3 days: too loud")
    await here.sees(room, "is blocked here until")
    private = await here.private_room(anna)
    here.set_reader(anna, private)
    await here.sees(private, "Their reason: too loud")
    before = await here.count(room, "do here")
    await anna.say(room, "!help")
    await anna.say(room, "!appeal I am sorry")
    await here.sees(room, "passed it on to the connectors of Lyon")
    assert await here.count(room, "do here") == before
    asked_in = await here.private_room(carla)
    here.set_reader(carla, asked_in)
    asked = await here.sees(asked_in, "appeals: I am sorry")
    await carla.react(asked_in, asked.id, "✅")
    await here.sees(private, "has lifted your block")
    await anna.say(room, "!help")
    await here.sees(room, "do here")
    await carla.say(room, "!audit")
    await here.sees(asked_in, "!block · anna")
    done = [row[0] for row in query(here.folder, "SELECT verb FROM audit_entries ORDER BY seq")]
    assert done[-2:] == ["block", "blocklift"]
