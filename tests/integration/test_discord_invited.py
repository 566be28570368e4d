"""How the bot is called into a room: by its name, or by the role that Discord gives it under the same name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import BotInvited
from tests.integration.discord_bot import opened

pytestmark = [pytest.mark.discord]


async def test_the_bot_is_called_by_its_role_as_well(tmp_path: Path) -> None:
    """Discord offers both under one name to those who may notify roles; another role calls nobody."""
    async with opened(tmp_path) as town:
        role = town.guild.members[town.world.world.bot.id].roles[0]
        first, second = town.anna.open_channel(town.guild, "first"), town.anna.open_channel(town.guild, "second")
        town.anna.say(first, f"<@&{town.guild.id}> hello")
        town.anna.say(second, f"<@&{role}> hello")
        invited = await town.inbox.gets(BotInvited)
        assert invited.room == str(second.id) and invited.person.admin
