"""Tests for editing a mistyped command on a real homeserver."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.bot_on_matrix import bot_on_matrix
from tests.homeserver.synapse import Homeserver

pytestmark = pytest.mark.synapse


async def test_edit_replaces_refusal_and_draft(homeserver: Homeserver, tmp_path: Path) -> None:
    """An edited command replaces its refusal, then its preview; `yes` announces what the edit says."""
    async with bot_on_matrix(homeserver, tmp_path) as here:
        carla, room = await here.community()
        message = await carla.say(room, "!evnt Potluck friday 7pm")
        refused = await here.sees(room, "Did you mean")
        await carla.edit(room, message, "!event Potluck friday 7pm")
        draft = await here.sees(room, "(?s)Potluck.*Friday")
        await here.gone(room, refused.id)
        await carla.edit(room, message, "!event Potluck saturday 8pm")
        await here.sees(room, "(?s)Potluck.*Saturday")
        await here.gone(room, draft.id)
        await carla.say(room, "yes")
        await carla.say(room, "!event list")
        listed = await here.sees(room, "(?s)1 *Potluck")
        assert "20:00" in listed.text
