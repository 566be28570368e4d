"""Commands on servers that have no bot user of this application."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import BotJoined
from tests.integration.discord_bot import opened

pytestmark = [pytest.mark.discord]


@pytest.mark.parametrize(("locale", "word"), [("en-US", "bring me in"), ("fr", "amener")])
async def test_a_command_without_the_bot_is_answered_by_an_invitation(tmp_path: Path, locale: str, word: str) -> None:
    """A command on a server without the bot gets the link that adds the bot."""
    async with opened(tmp_path) as bot:
        salon = bot.anna.open_channel(bot.anna.found("Paris", with_bot=False), "salon")
        bot.anna.user.locale = locale
        asked = await bot.anna.run(salon, "setup")
        (said,) = asked.shown
        assert word in said.content and "scope=bot" in said.content and said.reader is bot.anna.user
        await bot.anna.run(bot.general, "help")
        assert {value.room for value in bot.inbox.values if isinstance(value, BotJoined)} == {str(bot.general.id)}
