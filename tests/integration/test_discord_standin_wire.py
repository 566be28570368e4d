"""Connections, sessions, rights and faults of the stand-in, as discord.py's own client meets them."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from tests.standins.discord import rights
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Overwrite
from tests.standins.discord.server import Discord
from tests.standins.discord_client import Listener, connected, everything, pointed_at
from tests.waiting import PATIENCE

pytestmark = [pytest.mark.discord]
MESSAGES = "/channels/*/messages"


@pytest.fixture
async def town() -> AsyncIterator[Discord]:
    """A Discord."""
    async with pointed_at() as made:
        yield made


@pytest.fixture
def anna(town: Discord) -> DiscordPerson:
    """Somebody."""
    return town.person("Anna")


@pytest.fixture
def general(anna: DiscordPerson) -> Channel:
    """Her channel, with the bot in it."""
    return anna.open_channel(anna.found("Lyon"), "general")


async def test_what_was_missed_is_told_after_a_cut(town: Discord, anna: DiscordPerson, general: Channel) -> None:
    """The session is resumed, and what was said meanwhile comes once."""
    async with connected(town) as client:
        anna.say(general, "before")
        await client.gets("message", discord.Message)
        town.gateway.cut()
        anna.say(general, "meanwhile")
        await client.gets("message", discord.Message, lambda one: one.content == "meanwhile")
        await client.hears("resumed")
        assert (town.gateway.identifies, town.gateway.resumes) == (1, 1) and client.count("message") == 2


async def test_reconnecting_when_asked(town: Discord, anna: DiscordPerson, general: Channel) -> None:
    """RECONNECT is followed by a resume."""
    async with connected(town) as client:
        town.gateway.ask_to_reconnect()
        await client.hears("resumed")
        anna.say(general, "after")
        assert (await client.gets("message", discord.Message)).content == "after"


async def test_a_session_that_is_lost(town: Discord, anna: DiscordPerson, general: Channel) -> None:
    """INVALID_SESSION: the client identifies anew; what was said meanwhile is not told."""
    async with connected(town) as client:
        town.gateway.forget()
        anna.say(general, "meanwhile")
        async with asyncio.timeout(PATIENCE):
            while town.gateway.identifies < 2 or client.count("ready") < 2:
                await asyncio.sleep(0.02)
        anna.say(general, "after")
        assert (await client.gets("message", discord.Message)).content == "after"


async def test_heartbeats() -> None:
    """The client beats as often as it is told to, and is answered."""
    async with pointed_at(Discord(heartbeat_ms=200)) as town, connected(town) as client:
        async with asyncio.timeout(PATIENCE):
            while not 0 < client.latency < math.inf:
                await asyncio.sleep(0.02)
        assert town.gateway.resumes == 0


async def test_a_wrong_token(town: Discord) -> None:
    """REST answers 401; the gateway closes with 4004."""
    client = Listener()
    with pytest.raises(discord.LoginFailure):
        await client.login("wrong")
    await client.close()
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{town.url}/gateway") as socket:
        assert (await socket.receive_json())["op"] == 10
        await socket.send_json({"op": 2, "d": {"token": "wrong", "intents": 0}})
        await socket.receive()
        assert socket.close_code == 4004


async def test_an_intent_that_is_switched_off(town: Discord) -> None:
    """Asking for a privileged intent that the portal has off is refused with 4014, which discord.py names."""
    town.world.allowed_intents = 0
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with connected(town):
            pass


async def test_without_the_intent_contents_are_empty(town: Discord, anna: DiscordPerson, general: Channel) -> None:
    """Only mentions of the bot can be read; members' comings are not told."""
    intents = everything()
    intents.message_content = intents.members = False
    async with connected(town, Listener(intents)) as client:
        anna.say(general, "secret")
        anna.say(general, f"<@{town.world.bot.id}> hello")
        read = await client.gets("message", discord.Message, lambda one: bool(one.mentions))
        first = await client.gets("message", discord.Message)
        assert first.content == "" and "hello" in read.content
        assert client.count("member_join") == 0


async def test_a_channel_that_the_bot_cannot_see(town: Discord, anna: DiscordPerson, general: Channel) -> None:
    """Nothing is told of it, and REST says 50001; without a right it says 50013."""
    assert general.guild is not None
    general.overwrites.append(Overwrite(general.guild.id, 0, deny=rights.VIEW_CHANNEL))
    async with connected(town) as client:
        anna.say(general, "hidden")
        target = client.get_partial_messageable(general.id)
        with pytest.raises(discord.Forbidden) as hidden:
            await target.send("x")
        general.overwrites[0] = Overwrite(general.guild.id, 0, deny=rights.SEND_MESSAGES)
        with pytest.raises(discord.Forbidden) as mute:
            await target.send("x")
        assert (hidden.value.code, mute.value.code, client.count("message")) == (50001, 50013, 0)


async def test_a_nonce_makes_one_message(town: Discord, general: Channel) -> None:
    """Sent twice with the same nonce: the same message, told once."""
    async with connected(town) as client:
        target = client.get_partial_messageable(general.id)
        first, again = await target.send("x", nonce="abc"), await target.send("x", nonce="abc")
        other = await target.send("x", nonce="def")
        assert first.id == again.id != other.id and len(town.said(general)) == 2
        with pytest.raises(discord.HTTPException):
            await target.send("x", nonce="n" * 26)


async def test_history_in_pages(town: Discord, anna: DiscordPerson, general: Channel) -> None:
    """After, before and around, in the right order, beyond a page."""
    said = [anna.say(general, str(number)) for number in range(130)]
    async with connected(town) as client:
        target = client.get_partial_messageable(general.id)
        later = [one async for one in target.history(after=discord.Object(said[9].id), limit=None)]
        assert [one.content for one in later] == [str(number) for number in range(10, 130)]
        newest = [one.content async for one in target.history(limit=3)]
        assert newest == ["129", "128", "127"]
        near = [one.content async for one in target.history(around=discord.Object(said[50].id), limit=3)]
        assert sorted(near) == ["49", "50", "51"]


async def test_replying_to_what_is_gone(town: Discord, general: Channel) -> None:
    """Refused, unless the bot does not mind."""
    async with connected(town) as client:
        target = client.get_partial_messageable(general.id)
        gone = discord.MessageReference(message_id=1, channel_id=general.id)
        with pytest.raises(discord.HTTPException) as refused:
            await target.send("x", reference=gone)
        assert refused.value.code == 50035
        gone.fail_if_not_exists = False
        assert (await target.send("x", reference=gone)).reference is None


async def test_scripted_faults(town: Discord, general: Channel) -> None:
    """500 (discord.py tries again), 403, an answer that is lost after the deed, and a request that is lost."""
    async with connected(town) as client:
        target = client.get_partial_messageable(general.id)
        town.rest.faults.fail("POST", MESSAGES, 500)
        await target.send("a")
        town.rest.faults.fail("POST", MESSAGES, 403, code=50013)
        with pytest.raises(discord.Forbidden):
            await target.send("b")
        town.rest.faults.lose_reply("POST", MESSAGES)
        with pytest.raises(aiohttp.ClientError):
            await target.send("c", nonce="c")
        assert (await target.send("c", nonce="c")).content == "c"
        town.rest.faults.lose_request("POST", MESSAGES)
        with pytest.raises(aiohttp.ClientError):
            await target.send("d")
        assert [one.content for one in town.said(general)] == ["a", "c"] and town.rest.faults.struck == 4


async def test_shards(town: Discord, anna: DiscordPerson) -> None:
    """Each server is told to its shard."""
    channels = [anna.open_channel(anna.found(f"Town {number}"), "general") for number in range(4)]
    heard: list[int] = []

    class Sharded(discord.AutoShardedClient):
        async def on_message(self, message: discord.Message) -> None:
            heard.append(message.channel.id)

    client = Sharded(intents=everything(), shard_count=2, guild_ready_timeout=0.1)
    running = asyncio.create_task(client.start(town.token))
    try:
        async with asyncio.timeout(PATIENCE):
            while not client.is_ready():
                await asyncio.sleep(0.02)
        for channel in channels:
            anna.say(channel, "x")
        async with asyncio.timeout(PATIENCE):
            while len(heard) < 4:
                await asyncio.sleep(0.02)
        assert sorted(heard) == sorted(one.id for one in channels) and len(client.shards) == 2
    finally:
        await client.close()
        await asyncio.gather(running, return_exceptions=True)
