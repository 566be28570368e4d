"""Tests for editing a mistyped command on the Telegram stand-in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.bot_on_telegram import bot_on_telegram

pytestmark = pytest.mark.telegram


async def test_edit_replaces_refusal_and_draft(tmp_path: Path) -> None:
    """An edited command replaces its refusal, then its preview; `yes` announces what the edit says."""
    async with bot_on_telegram(tmp_path) as here:
        carla, room = await here.community()
        message = carla.say(room, "/evnt Potluck friday 7pm")
        refused = await here.sees(room, "Did you mean")
        carla.edit(room, message, "/event Potluck friday 7pm")
        draft = await here.sees(room, "(?s)Potluck.*Friday")
        await here.telegram.until(lambda: here.telegram.message(room, refused.id).gone)
        await here.past_this_second()
        carla.edit(room, message, "/event Potluck saturday 8pm")
        await here.sees(room, "(?s)Potluck.*Saturday")
        await here.telegram.until(lambda: here.telegram.message(room, draft.id).gone)
        carla.say(room, "yes")
        await here.sees(room, "Event 1: Potluck")
        carla.say(room, "/event_list")
        listed = await here.sees(room, "1 Potluck")
        assert "20:00" in listed.text
