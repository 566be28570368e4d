"""The Discord stand-in imitates connections, sessions, rights and faults."""

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
async def standin() -> AsyncIterator[Discord]:
    """Yield a stand-in."""
    async with pointed_at() as made:
        yield made


@pytest.fixture
def anna(standin: Discord) -> DiscordPerson:
    """Return a person."""
    return standin.person("Anna")


@pytest.fixture
def general(anna: DiscordPerson) -> Channel:
    """Return a channel of a server with the bot."""
    return anna.open_channel(anna.found("Lyon"), "general")


async def test_missed_messages_come_after_a_resume(standin: Discord, anna: DiscordPerson, general: Channel) -> None:
    """The client resumes the session and gets the missed messages once."""
    async with connected(standin) as client:
        anna.say(general, "before")
        await client.gets("message", discord.Message)
        standin.gateway.cut()
        anna.say(general, "meanwhile")
        await client.gets("message", discord.Message, lambda one: one.content == "meanwhile")
        await client.hears("resumed")
        assert (standin.gateway.identifies, standin.gateway.resumes) == (1, 1) and client.count("message") == 2


async def test_reconnecting_on_request(standin: Discord, anna: DiscordPerson, general: Channel) -> None:
    """The client resumes after RECONNECT."""
    async with connected(standin) as client:
        standin.gateway.ask_to_reconnect()
        await client.hears("resumed")
        anna.say(general, "after")
        assert (await client.gets("message", discord.Message)).content == "after"


async def test_an_invalid_session(standin: Discord, anna: DiscordPerson, general: Channel) -> None:
    """After INVALID_SESSION the client identifies again and gets no missed messages."""
    async with connected(standin) as client:
        standin.gateway.forget()
        anna.say(general, "meanwhile")
        async with asyncio.timeout(PATIENCE):
            while standin.gateway.identifies < 2 or client.count("ready") < 2:
                await asyncio.sleep(0.02)
        anna.say(general, "after")
        assert (await client.gets("message", discord.Message)).content == "after"


async def test_heartbeats() -> None:
    """The client sends heartbeats at the stated interval and gets answers."""
    async with pointed_at(Discord(heartbeat_ms=200)) as standin, connected(standin) as client:
        async with asyncio.timeout(PATIENCE):
            while not 0 < client.latency < math.inf:
                await asyncio.sleep(0.02)
        assert standin.gateway.resumes == 0


async def test_a_wrong_token(standin: Discord) -> None:
    """With a wrong token, REST answers 401 and the gateway closes with 4004."""
    client = Listener()
    with pytest.raises(discord.LoginFailure):
        await client.login("wrong")
    await client.close()
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{standin.url}/gateway") as socket:
        assert (await socket.receive_json())["op"] == 10
        await socket.send_json({"op": 2, "d": {"token": "wrong", "intents": 0}})
        await socket.receive()
        assert socket.close_code == 4004


async def test_a_disabled_intent(standin: Discord) -> None:
    """A disabled privileged intent closes the gateway with 4014."""
    standin.store.allowed_intents = 0
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with connected(standin):
            pass


async def test_without_the_intent_messages_are_empty(standin: Discord, anna: DiscordPerson, general: Channel) -> None:
    """Without privileged intents only mentions of the bot have content, and no joins arrive."""
    intents = everything()
    intents.message_content = intents.members = False
    async with connected(standin, Listener(intents)) as client:
        anna.say(general, "secret")
        anna.say(general, f"<@{standin.store.bot.id}> hello")
        read = await client.gets("message", discord.Message, lambda one: bool(one.mentions))
        first = await client.gets("message", discord.Message)
        assert first.content == "" and "hello" in read.content
        assert client.count("member_join") == 0


async def test_a_hidden_channel(standin: Discord, anna: DiscordPerson, general: Channel) -> None:
    """A hidden channel sends no events and answers 50001, and a missing right gives 50013."""
    assert general.guild is not None
    general.overwrites.append(Overwrite(general.guild.id, 0, deny=rights.VIEW_CHANNEL))
    async with connected(standin) as client:
        anna.say(general, "hidden")
        target = client.get_partial_messageable(general.id)
        with pytest.raises(discord.Forbidden) as hidden:
            await target.send("x")
        general.overwrites[0] = Overwrite(general.guild.id, 0, deny=rights.SEND_MESSAGES)
        with pytest.raises(discord.Forbidden) as mute:
            await target.send("x")
        assert (hidden.value.code, mute.value.code, client.count("message")) == (50001, 50013, 0)


async def test_a_nonce_creates_one_message(standin: Discord, general: Channel) -> None:
    """Two requests with the same nonce create one message and one event."""
    async with connected(standin) as client:
        target = client.get_partial_messageable(general.id)
        first, again = await target.send("x", nonce="abc"), await target.send("x", nonce="abc")
        other = await target.send("x", nonce="def")
        assert first.id == again.id != other.id and len(standin.said(general)) == 2
        with pytest.raises(discord.HTTPException):
            await target.send("x", nonce="n" * 26)


async def test_history_in_pages(standin: Discord, anna: DiscordPerson, general: Channel) -> None:
    """History after, before and around a message comes in order, in several pages."""
    said = [anna.say(general, str(number)) for number in range(130)]
    async with connected(standin) as client:
        target = client.get_partial_messageable(general.id)
        later = [one async for one in target.history(after=discord.Object(said[9].id), limit=None)]
        assert [one.content for one in later] == [str(number) for number in range(10, 130)]
        newest = [one.content async for one in target.history(limit=3)]
        assert newest == ["129", "128", "127"]
        near = [one.content async for one in target.history(around=discord.Object(said[50].id), limit=3)]
        assert sorted(near) == ["49", "50", "51"]


async def test_a_reply_to_a_deleted_message(standin: Discord, general: Channel) -> None:
    """The stand-in refuses a reply to a deleted message unless `fail_if_not_exists` is false."""
    async with connected(standin) as client:
        target = client.get_partial_messageable(general.id)
        gone = discord.MessageReference(message_id=1, channel_id=general.id)
        with pytest.raises(discord.HTTPException) as refused:
            await target.send("x", reference=gone)
        assert refused.value.code == 50035
        gone.fail_if_not_exists = False
        assert (await target.send("x", reference=gone)).reference is None


async def test_scripted_faults(standin: Discord, general: Channel) -> None:
    """The stand-in plays the scripted faults 500, 403, a lost response and a lost request."""
    async with connected(standin) as client:
        target = client.get_partial_messageable(general.id)
        standin.rest.faults.fail("POST", MESSAGES, 500)
        await target.send("a")
        standin.rest.faults.fail("POST", MESSAGES, 403, code=50013)
        with pytest.raises(discord.Forbidden):
            await target.send("b")
        standin.rest.faults.lose_reply("POST", MESSAGES)
        with pytest.raises(aiohttp.ClientError):
            await target.send("c", nonce="c")
        assert (await target.send("c", nonce="c")).content == "c"
        standin.rest.faults.lose_request("POST", MESSAGES)
        with pytest.raises(aiohttp.ClientError):
            await target.send("d")
        assert [one.content for one in standin.said(general)] == ["a", "c"] and standin.rest.faults.struck == 4


async def test_shards(standin: Discord, anna: DiscordPerson) -> None:
    """Each shard gets the events of its own servers."""
    channels = [anna.open_channel(anna.found(f"Town {number}"), "general") for number in range(4)]
    heard: list[int] = []

    class Sharded(discord.AutoShardedClient):
        async def on_message(self, message: discord.Message) -> None:
            heard.append(message.channel.id)

    client = Sharded(intents=everything(), shard_count=2, guild_ready_timeout=0.1)
    running = asyncio.create_task(client.start(standin.token))
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
