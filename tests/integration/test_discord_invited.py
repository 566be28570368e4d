"""A mention of the bot or of its role invites it into a room."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import BotInvited
from tests.integration.discord_bot import opened

pytestmark = [pytest.mark.discord]


async def test_a_mention_of_the_bots_role_invites_it(tmp_path: Path) -> None:
    """A mention of the bot's own role invites the bot, and a mention of another role does not."""
    async with opened(tmp_path) as bot:
        role = bot.guild.members[bot.standin.store.bot.id].roles[0]
        first, second = bot.anna.open_channel(bot.guild, "first"), bot.anna.open_channel(bot.guild, "second")
        bot.anna.say(first, f"<@&{bot.guild.id}> hello")
        bot.anna.say(second, f"<@&{role}> hello")
        invited = await bot.inbox.gets(BotInvited)
        assert invited.room == str(second.id) and invited.person.admin
