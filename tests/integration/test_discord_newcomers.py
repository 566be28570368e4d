"""Who comes into a room of a server: not all see it as soon as they are in the server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bots.core.inbound import MemberJoined
from tests.integration.discord_bot import Town, opened, until
from tests.standins.discord import payloads, rights
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Overwrite, Role

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The bot, called in a channel that only those with a role can see, and it."""
    async with opened(tmp_path) as made:
        await until(lambda: ("discord", f"server:{made.guild.id}") in made.inbox.tokens)
        role = made.guild.roles[1] = Role(1, "let in", 0)
        made.world.world.tell(
            "GUILD_ROLE_CREATE", {"guild_id": str(made.guild.id), "role": payloads.role(role)}, 1, made.guild
        )
        view = rights.VIEW_CHANNEL
        made.general.overwrites += [
            Overwrite(made.guild.id, 0, deny=view), Overwrite(1, 0, allow=view),
            Overwrite(made.world.world.bot.id, 1, allow=view),
        ]  # fmt: skip
        made.world.world.update_channel(made.general)
        yield made


def let_in(town: Town, person: DiscordPerson, *, on: bool = True) -> None:
    """Give the role, or take it away."""
    member = town.guild.members[person.user.id]
    member.roles = [1] if on else []
    town.world.world.update_member(town.guild, member)


def told(town: Town) -> list[tuple[str, str]]:
    """Who came into the channel, each as often as the core takes it for news."""
    joined = {value.key: value for value in town.inbox.values if isinstance(value, MemberJoined)}
    return [(value.person.name, value.room) for value in joined.values()]


async def test_a_newcomer_who_is_let_in_later_has_come_then(town: Town) -> None:
    """A server's gate gives the role by which the room is seen; who loses it and gets it again is told once."""
    zoe, yan = town.world.person("Zoe"), town.world.person("Yan")
    for person in (zoe, yan):
        person.enter(town.guild)
    for on in (True, False, True):
        let_in(town, zoe, on=on)
    let_in(town, yan)
    await town.inbox.gets(MemberJoined, lambda value: value.person.name == "Yan")
    assert told(town) == [("Zoe", str(town.general.id)), ("Yan", str(town.general.id))]


async def test_a_room_that_opens_to_old_members_greets_nobody(town: Town) -> None:
    """Who has been in the server for long is no newcomer: a server may give a role to all of its members one day."""
    zoe, yan = town.world.person("Zoe"), town.world.person("Yan")
    await town.stop()
    for person, days in ((zoe, 60), (yan, 3)):
        person.enter(town.guild)
        town.guild.members[person.user.id].joined_at -= timedelta(days=days)
    await town.start()
    assert town.adapter.client is not None
    (guild,) = town.adapter.client.guilds
    await until(lambda: guild.chunked)
    for person in (zoe, yan):
        let_in(town, person)
    await town.inbox.gets(MemberJoined, lambda value: value.person.name == "Yan")
    assert told(town) == [("Yan", str(town.general.id))]
