"""Tests that deferred interactions survive the process that deferred them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.discord_conversation import open_conversation, open_poll
from tests.acceptance.killable_discord_bot import plain_text, wait_for_answer, wait_for_message
from tests.stores import store
from tests.waiting import until

pytestmark = [pytest.mark.discord, pytest.mark.crash]


async def test_deferred_command_and_press_survive_kill(tmp_path: Path) -> None:
    """The process after a killed one runs its deferred command and its deferred press once."""
    async with open_conversation(tmp_path) as talk:
        await open_poll(talk, "Tea?")
        card = await wait_for_message(talk.discord, talk.room, "Tea")
        anna, deferred_file = talk.members[0], talk.bot.folder / "discord-store" / "discord.deferred.json"
        with store().locked(talk.bot.folder):
            await anna.press(card, "Garden")
            asked = await talk.carla.run(talk.room, "poll open", question="Bread?", options="Garden, Library")
            assert [plain_text(message) for message in asked.shown] == []
            assert deferred_file.exists()
            await talk.bot.kill()
        await talk.bot.start()
        await wait_for_message(talk.discord, talk.room, r"(?s)^Tea.*Garden.*1")
        await wait_for_message(talk.discord, talk.room, r"(?s)^Bread.*Garden")
        for again in ("Milk?", "Wine?"):
            await talk.bot.kill()
            await talk.bot.start()
            await open_poll(talk, again)
        posts = [plain_text(message) for message in talk.discord.said(talk.room)]
        assert len([post for post in posts if post.startswith("Bread")]) == 1
        await until(lambda: not deferred_file.exists(), lambda: "the deferred interactions are still kept")
        await wait_for_answer(await anna.press(card, "Library"), "Library")
