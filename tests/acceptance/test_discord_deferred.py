"""Deferred interactions outlive the process that deferred them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.discord_conversation import ask, open_conversation
from tests.acceptance.killable_discord_bot import hears, plain, sees
from tests.integration.test_run_faults import locked

pytestmark = [pytest.mark.discord, pytest.mark.crash]


async def test_a_command_and_a_press_that_were_deferred_outlive_a_kill(tmp_path: Path) -> None:
    """The command was acknowledged, and never done: Discord says nothing again. Later lives do neither twice."""
    async with open_conversation(tmp_path) as play:
        await ask(play, "Tea?")
        card = await sees(play.discord, play.room, "Tea")
        anna, kept = play.members[0], play.bot.folder / "discord-store" / "discord.deferred.json"
        with locked(play.bot.folder / "glocal.db"):
            await anna.press(card, "Garden")
            asked = await play.carla.run(play.room, "poll open", question="Bread?", options="Garden, Library")
            assert [plain(message) for message in asked.shown] == []
            assert kept.exists()
            await play.bot.kill()
        await play.bot.start()
        await sees(play.discord, play.room, r"(?s)^Tea.*Garden.*1")
        await sees(play.discord, play.room, r"(?s)^Bread.*Garden")
        for again in ("Milk?", "Wine?"):
            await play.bot.kill()
            await play.bot.start()
            await ask(play, again)
        posts = [plain(message) for message in play.discord.said(play.room)]
        assert len([post for post in posts if post.startswith("Bread")]) == 1
        assert not kept.exists()
        await hears(await anna.press(card, "Library"), "Library")
