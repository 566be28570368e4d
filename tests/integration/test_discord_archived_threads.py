"""Threads that slept already when the bot started: Discord names them to nobody, and they are rooms all the same."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.core.inbound import MemberJoined, MessageFetched, MessagePosted, RightsReported
from bots.core.outbound import Fetch
from bots.ports import Sent
from tests.integration.discord_bot import Town, opened, until
from tests.standins.discord import rights
from tests.standins.discord.records import Channel

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The bot, called in a channel, which knows who is in the server."""
    async with opened(tmp_path) as made:
        await until(lambda: ("discord", f"server:{made.guild.id}") in made.inbox.tokens)
        yield made


async def alone(town: Town) -> Channel:
    """A sleeping thread that is the only room in use of its server."""
    guild = town.anna.found("Paris")
    thread = town.anna.open_thread(town.anna.open_channel(guild, "forum"), "home")
    await town.call(thread)
    await until(lambda: ("discord", f"server:{guild.id}") in town.inbox.tokens)
    thread.archived = True
    town.world.world.update_channel(thread)
    return thread


@pytest.mark.parametrize("only", [False, True])
async def test_newcomers_are_told_where_it_slept_at_the_start(town: Town, only: bool) -> None:
    """Who came while the bot was away, and who comes later; though nothing else of that server is in use."""
    thread = await alone(town) if only else await town.asleep("home")
    assert thread.guild is not None
    await town.stop()
    town.world.person("Zoe").enter(thread.guild)
    await town.start()
    await town.inbox.gets(MemberJoined, lambda value: value.room == str(thread.id) and value.person.name == "Zoe")
    town.world.person("Yan").enter(thread.guild)
    await town.inbox.gets(MemberJoined, lambda value: value.room == str(thread.id) and value.person.name == "Yan")


async def test_a_right_that_goes_where_it_slept_at_the_start_is_told(town: Town) -> None:
    """As in any other room."""
    thread = await town.asleep("home")
    await town.restart()
    assert thread.guild is not None
    zoe = town.world.person("Zoe")
    zoe.enter(thread.guild)
    await town.inbox.gets(MemberJoined, lambda value: value.room == str(thread.id))
    await town.deny(rights.SEND_IN_THREADS)
    told = await town.inbox.gets(RightsReported, lambda value: value.room == str(thread.id))
    assert "Send Messages in Threads" in [one.name for one in told.missing]


async def test_a_message_of_a_sleeping_thread_has_its_address(town: Town) -> None:
    """And its author the name that the server shows."""
    thread = town.anna.open_thread(town.general, "home")
    await town.call(thread)
    told = town.anna.say(thread, "worth telling")
    await town.inbox.gets(MessagePosted, lambda value: value.message == str(told.id))
    town.guild.members[town.anna.user.id].nick = "Anna of Lyon"
    thread.archived = True
    town.world.world.update_channel(thread)
    await town.restart()
    assert isinstance(await town.send("f", Fetch(room=str(thread.id), message=str(told.id), subject="s")), Sent)
    found = await town.inbox.gets(MessageFetched)
    assert found.link == f"https://discord.com/channels/{town.guild.id}/{thread.id}/{told.id}"
    assert found.person is not None and found.person.name == "Anna of Lyon"
