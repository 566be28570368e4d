"""Servers that have the commands, and not the bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import BotJoined
from tests.integration.discord_bot import opened

pytestmark = [pytest.mark.discord]


@pytest.mark.parametrize(("locale", "word"), [("en-US", "bring me in"), ("fr", "amener")])
async def test_a_command_where_only_the_commands_are_says_how_to_bring_the_bot(
    tmp_path: Path, locale: str, word: str
) -> None:
    """Discord's "Add App" may add the commands alone: nothing that the bot did could be seen there."""
    async with opened(tmp_path) as town:
        salon = town.anna.open_channel(town.anna.found("Paris", with_bot=False), "salon")
        town.anna.user.locale = locale
        asked = await town.anna.run(salon, "setup")
        (said,) = asked.shown
        assert word in said.content and "scope=bot" in said.content and said.reader is town.anna.user
        await town.anna.run(town.general, "help")
        assert {value.room for value in town.inbox.values if isinstance(value, BotJoined)} == {str(town.general.id)}
