"""Newcomers of rooms that only members with a role can see."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bots.core.inbound import MemberJoined
from tests.integration.discord_bot import BotSetup, opened
from tests.standins.discord import payloads, rights
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Overwrite, Role
from tests.waiting import until

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a bot with a room that only members with a role can see."""
    async with opened(tmp_path) as made:
        await until(lambda: ("discord", f"server:{made.guild.id}") in made.inbox.tokens)
        role = made.guild.roles[1] = Role(1, "let in", 0)
        made.standin.store.tell(
            "GUILD_ROLE_CREATE", {"guild_id": str(made.guild.id), "role": payloads.role(role)}, 1, made.guild
        )
        view = rights.VIEW_CHANNEL
        made.general.overwrites += [
            Overwrite(made.guild.id, 0, deny=view), Overwrite(1, 0, allow=view),
            Overwrite(made.standin.store.bot.id, 1, allow=view),
        ]  # fmt: skip
        made.standin.store.update_channel(made.general)
        yield made


def set_role(bot: BotSetup, person: DiscordPerson, *, on: bool = True) -> None:
    """Give a person the role, or remove it."""
    member = bot.guild.members[person.user.id]
    member.roles = [1] if on else []
    bot.standin.store.update_member(bot.guild, member)


def reported_joins(bot: BotSetup) -> list[tuple[str, str]]:
    """Return the names and rooms of the reported joins, without duplicates."""
    joined = {value.key: value for value in bot.inbox.values if isinstance(value, MemberJoined)}
    return [(value.person.name, value.room) for value in joined.values()]


async def test_a_newcomer_is_reported_when_a_role_opens_the_room(bot: BotSetup) -> None:
    """The bot reports a newcomer once, when they get the role that opens the room."""
    zoe, yan = bot.standin.person("Zoe"), bot.standin.person("Yan")
    for person in (zoe, yan):
        person.enter(bot.guild)
    for on in (True, False, True):
        set_role(bot, zoe, on=on)
    set_role(bot, yan)
    await bot.inbox.gets(MemberJoined, lambda value: value.person.name == "Yan")
    assert reported_joins(bot) == [("Zoe", str(bot.general.id)), ("Yan", str(bot.general.id))]


async def test_old_members_are_not_reported_when_a_role_opens_the_room(bot: BotSetup) -> None:
    """The bot does not report a member who joined long ago when they get the role."""
    zoe, yan = bot.standin.person("Zoe"), bot.standin.person("Yan")
    await bot.stop()
    for person, days in ((zoe, 60), (yan, 3)):
        person.enter(bot.guild)
        bot.guild.members[person.user.id].joined_at -= timedelta(days=days)
    await bot.start()
    assert bot.adapter.client is not None
    (guild,) = bot.adapter.client.guilds
    await until(lambda: guild.chunked)
    for person in (zoe, yan):
        set_role(bot, person)
    await bot.inbox.gets(MemberJoined, lambda value: value.person.name == "Yan")
    assert reported_joins(bot) == [("Yan", str(bot.general.id))]
