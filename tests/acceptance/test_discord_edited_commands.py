"""Tests for editing a command that was typed as a message on the Discord stand-in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.bot_on_discord import bot_on_discord

pytestmark = pytest.mark.discord


async def test_edit_replaces_a_refusal(tmp_path: Path) -> None:
    """An edited command replaces the refusal of the mistyped one."""
    async with bot_on_discord(tmp_path) as here:
        carla, room = await here.community()
        message = await carla.say(room, "/pol list")
        refused = await here.sees(room, "Did you mean")
        await carla.edit(room, message, "/poll list")
        await here.sees(room, "no open poll|No poll is open|no polls")
        assert refused.id not in {shown.id for shown in here.messages(room)}
