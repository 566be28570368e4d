"""Threads that were archived before the bot started are rooms, although Discord does not send them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.core.inbound import MemberJoined, MessageFetched, MessagePosted, RightsReported
from bots.core.outbound import Fetch
from bots.ports import Sent
from tests.integration.discord_bot import BotSetup, opened
from tests.standins.discord import rights
from tests.standins.discord.records import Channel
from tests.waiting import until

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a bot that has loaded the members of the server."""
    async with opened(tmp_path) as made:
        await until(lambda: ("discord", f"server:{made.guild.id}") in made.inbox.tokens)
        yield made


async def open_server_with_archived_thread(bot: BotSetup) -> Channel:
    """Return an archived thread that is the only room of its server."""
    guild = bot.anna.found("Paris")
    thread = bot.anna.open_thread(bot.anna.open_channel(guild, "forum"), "home")
    await bot.start_room(thread)
    await until(lambda: ("discord", f"server:{guild.id}") in bot.inbox.tokens)
    thread.archived = True
    bot.standin.store.update_channel(thread)
    return thread


@pytest.mark.parametrize("only", [False, True])
async def test_newcomers_are_reported_in_an_archived_thread(bot: BotSetup, only: bool) -> None:
    """The bot reports newcomers in an archived thread, both those who joined while it was offline and later ones."""
    thread = await open_server_with_archived_thread(bot) if only else await bot.open_archived_thread("home")
    assert thread.guild is not None
    await bot.stop()
    bot.standin.person("Zoe").enter(thread.guild)
    await bot.start()
    await bot.inbox.gets(MemberJoined, lambda value: value.room == str(thread.id) and value.person.name == "Zoe")
    bot.standin.person("Yan").enter(thread.guild)
    await bot.inbox.gets(MemberJoined, lambda value: value.room == str(thread.id) and value.person.name == "Yan")


async def test_a_lost_right_is_reported_in_an_archived_thread(bot: BotSetup) -> None:
    """The bot reports a lost right in an archived thread."""
    thread = await bot.open_archived_thread("home")
    await bot.restart()
    assert thread.guild is not None
    zoe = bot.standin.person("Zoe")
    zoe.enter(thread.guild)
    await bot.inbox.gets(MemberJoined, lambda value: value.room == str(thread.id))
    await bot.deny_right(rights.SEND_IN_THREADS)
    reported = await bot.inbox.gets(RightsReported, lambda value: value.room == str(thread.id))
    assert "Send Messages in Threads" in [one.name for one in reported.missing]


async def test_a_fetched_message_of_an_archived_thread_has_its_link(bot: BotSetup) -> None:
    """A fetched message of an archived thread has its link and the author's name on the server."""
    thread = bot.anna.open_thread(bot.general, "home")
    await bot.start_room(thread)
    said = bot.anna.say(thread, "worth telling")
    await bot.inbox.gets(MessagePosted, lambda value: value.message == str(said.id))
    bot.guild.members[bot.anna.user.id].nick = "Anna of Lyon"
    thread.archived = True
    bot.standin.store.update_channel(thread)
    await bot.restart()
    assert isinstance(await bot.send("f", Fetch(room=str(thread.id), message=str(said.id), subject="s")), Sent)
    found = await bot.inbox.gets(MessageFetched)
    assert found.link == f"https://discord.com/channels/{bot.guild.id}/{thread.id}/{said.id}"
    assert found.person is not None and found.person.name == "Anna of Lyon"
