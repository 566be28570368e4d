"""Backfill after the bot was offline or Discord did not answer, over a real socket to the stand-in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.discord.account import DiscordAccount
from adapters.discord.adapter import DiscordAdapter
from adapters.discord.api.client import READY_SECONDS
from adapters.discord.api.single_flight import SingleFlight
from bots.core.inbound import CommandInvoked, MemberJoined, MessagePosted, Value
from bots.core.outbound import Content, Post
from bots.core.richtext import Text
from bots.features.registry import FEATURES
from bots.ports import Cursor, Receipt, Sent
from bots.routing.router import Router
from tests.contract.rig import RecordingInbox
from tests.integration.discord_bot import BotSetup, opened
from tests.standins.discord.records import Channel
from tests.standins.discord_client import pointed_at
from tests.waiting import until

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a bot that has loaded the members of the server."""
    async with opened(tmp_path) as made:
        await until(lambda: cursor(made) is not None)
        yield made


def cursor(bot: BotSetup) -> str | None:
    """Return the cursor of the server's members."""
    return bot.inbox.tokens.get(("discord", f"server:{bot.guild.id}"))


def post(text: str, *, in_room: Channel) -> Post:
    """Return a post."""
    return Post(room=str(in_room.id), content=Content((Text(text),)))


# Rooms


@pytest.mark.parametrize("status", [0, 503])
async def test_a_failed_request_loses_no_messages(bot: BotSetup, status: int) -> None:
    """The room waits until the missed messages are read. New messages wait behind them."""
    await bot.stop()
    missed = bot.anna.say(bot.general, "/poll list")
    bot.world.rest.faults.fail("GET", "/channels/*/messages", status, times=2)
    await bot.start()
    bot.anna.say(bot.general, "later")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "later")
    heard = [value.message for value in bot.inbox.values if isinstance(value, CommandInvoked | MessagePosted)]
    assert heard[-2] == str(missed.id)


async def test_an_unreadable_room_is_released(bot: BotSetup) -> None:
    """A room that Discord refuses to show (403) is released."""
    await bot.stop()
    bot.world.rest.faults.fail("GET", "/channels/*/messages", 403, code=50001)
    await bot.start()
    bot.anna.say(bot.general, "later")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "later")


async def test_a_late_server_loses_no_newcomer_and_no_rights(bot: BotSetup) -> None:
    """Newcomers are reported and the owner is an admin, even when Discord sends the server late."""
    await bot.stop()
    bot.world.person("Zoe").enter(bot.guild)
    missed = bot.anna.say(bot.general, "/poll close")
    bot.world.gateway.late = 3.0
    await bot.start()
    joined = await bot.inbox.gets(MemberJoined)
    assert (joined.person.name, joined.room) == ("Zoe", str(bot.general.id))
    heard = await bot.inbox.gets(CommandInvoked, lambda value: value.message == str(missed.id))
    assert heard.person.admin


async def test_each_shard_holds_its_own_rooms(tmp_path: Path) -> None:
    """Messages from before a shard connects are read when it does, at the start and in a new session, in order."""
    async with pointed_at() as world:
        anna = world.person("Anna")
        guild = anna.found("Lyon")
        while (guild.id >> 22) % 2 != 1:
            await asyncio.sleep(0.001)
            guild = anna.found("Lyon")
        general, inbox = anna.open_channel(guild, "general"), RecordingInbox()
        first = anna.say(general, "before")
        inbox.tokens[("discord", str(general.id))] = str(first.id)
        account = DiscordAccount("discord", world.token, tmp_path, api=world.url)
        adapter = DiscordAdapter(account, Router(FEATURES).declared_commands, shards=2)
        running = asyncio.create_task(adapter.run(inbox))
        await until(lambda: world.gateway.identifies == 1)
        await asyncio.sleep(READY_SECONDS + 1)  # the first connection is ready, the second may not sign in before 5 s
        anna.say(general, "one")
        await inbox.gets(MessagePosted, lambda value: value.text == "one")
        await until(lambda: world.gateway.identifies == 2)
        anna.say(general, "two")
        await inbox.gets(MessagePosted, lambda value: value.text == "two")
        world.gateway.forget()
        anna.say(general, "three")
        await until(lambda: world.gateway.identifies >= 4)
        anna.say(general, "four")
        await inbox.gets(MessagePosted, lambda value: value.text == "four")
        said = [value.text for value in inbox.values if isinstance(value, MessagePosted)]
        assert said == ["one", "two", "three", "four"]
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await adapter.close()


async def test_rooms_of_servers_are_read_before_direct_messages(bot: BotSetup) -> None:
    """The rooms of servers are read before direct messages."""
    bot.anna.write_to_bot("Psst")
    await bot.inbox.gets(MessagePosted, lambda value: value.direct)
    await bot.stop()
    bot.world.rest.calls.clear()
    await bot.start()
    private = bot.world.world.direct(bot.anna.user)
    paths = [f"/channels/{channel.id}/messages" for channel in (bot.general, private)]
    await until(lambda: {call.path for call in bot.world.rest.calls} >= set(paths))
    assert [call.path for call in bot.world.rest.calls if call.path in paths] == paths


async def test_a_slow_upload_of_commands_delays_no_room(bot: BotSetup) -> None:
    """A slow upload of the commands delays no room."""
    (kept,) = await until(lambda: list(bot.folder.glob("*.kept.json")))
    await bot.stop()
    kept.unlink()
    bot.world.rest.faults.delay("PUT", "/applications/*/commands", 60.0)
    await bot.start()
    bot.anna.say(bot.general, "hello?")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "hello?")


async def test_a_failed_upload_of_commands_is_repeated(bot: BotSetup) -> None:
    """A failed upload of the commands is repeated without another sign-in."""
    (kept,) = await until(lambda: list(bot.folder.glob("*.kept.json")))
    await bot.stop()
    kept.unlink()
    bot.world.rest.faults.lose_request("PUT", "/applications/*/commands")
    await bot.start()
    await until(kept.exists)


# Newcomers


async def test_rooms_work_without_the_list_of_members(bot: BotSetup) -> None:
    """Rooms work without the list of members. Newcomers are reported, earlier ones once the list is there."""
    await bot.stop()
    bot.world.person("Zoe").enter(bot.guild)
    before = cursor(bot)
    bot.world.gateway.listing = False
    await bot.start()
    bot.anna.say(bot.general, "hello?")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "hello?")
    bot.world.person("Yan").enter(bot.guild)
    await bot.inbox.gets(MemberJoined, lambda value: value.person.name == "Yan")
    assert cursor(bot) == before
    await bot.stop()
    bot.world.gateway.listing = True
    await bot.start()
    await bot.inbox.gets(MemberJoined, lambda value: value.person.name == "Zoe")


async def test_a_rate_limited_list_of_members_is_requested_again(bot: BotSetup) -> None:
    """A rate-limited request for all members is repeated after the stated time."""
    await bot.stop()
    bot.world.person("Zoe").enter(bot.guild)
    bot.world.gateway.list_seconds = 4.0
    await bot.start()
    await bot.restart()
    await bot.inbox.gets(MemberJoined, lambda value: value.person.name == "Zoe")
    await until(lambda: (cursor(bot) or "0") > "1")


class Stuck(RecordingInbox):
    """An inbox that never commits the messages of one room."""

    def __init__(self, room: str, known: RecordingInbox) -> None:
        super().__init__(tokens=dict(known.tokens))
        self.room = room

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Drop the values of that room and their cursor."""
        if any(isinstance(value, MemberJoined) and value.room == self.room for value in values):
            self.offered.extend(values)
            await asyncio.Event().wait()
        await super().submit(values, cursor)


@pytest.mark.parametrize("number", [0, 1])
async def test_the_cursor_of_members_follows_the_joins_in_all_rooms(bot: BotSetup, number: int) -> None:
    """The cursor of members is not committed before the joins in all rooms."""
    other = bot.anna.open_channel(bot.guild, "second")
    await bot.start_room(other)
    await bot.stop()
    before, room = cursor(bot), str((bot.general, other)[number].id)
    bot.inbox = Stuck(room, bot.inbox)
    await bot.start()
    bot.world.person("Zoe").enter(bot.guild)
    await until(lambda: any(isinstance(value, MemberJoined) and value.room == room for value in bot.inbox.offered))
    bot.anna.say(bot.general, "done")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "done")
    assert cursor(bot) == before


# What is sent


async def test_a_post_is_not_matched_to_an_older_message(bot: BotSetup) -> None:
    """An older message with the same content is not taken for a post; a post of the crashed process is found."""
    week = post("What did you share this week?", in_room=bot.general)
    last = await bot.send("week:1", week, made=datetime.now(UTC))
    await bot.restart()
    now = datetime.now(UTC)
    assert await bot.send("week:2", week, made=now + timedelta(minutes=1)) != last
    assert await bot.send("week:1", week, made=now) == last


async def test_results_without_a_caller_are_dropped() -> None:
    """Results that came after the timeout are kept for a repeated call, up to a limit."""
    single_flight, gate = SingleFlight(max_finished=2), asyncio.Event()
    performed: list[str] = []

    async def send(key: str) -> Receipt | None:
        async def perform() -> Receipt:
            performed.append(key)
            await gate.wait()
            return Sent((key,))

        return await single_flight.run(key, perform, 0.01)

    for number in range(5):
        assert await send(str(number)) is None
    gate.set()
    await until(lambda: len(single_flight) == 2)
    assert await send("4") == Sent(("4",))
    assert performed == ["0", "1", "2", "3", "4"] and len(single_flight) == 1
