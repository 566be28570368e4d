"""The bot reads missed values after it was offline or Discord did not answer."""

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
    """After a failed request the room waits for its missed messages, and new ones wait behind them."""
    await bot.stop()
    missed = bot.anna.say(bot.general, "/poll list")
    bot.standin.rest.faults.fail("GET", "/channels/*/messages", status, times=2)
    await bot.start()
    bot.anna.say(bot.general, "later")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "later")
    arrived = [value.message for value in bot.inbox.values if isinstance(value, CommandInvoked | MessagePosted)]
    assert arrived[-2] == str(missed.id)


async def test_an_unreadable_room_is_released(bot: BotSetup) -> None:
    """A room that Discord refuses to show (403) gets its new messages at once."""
    await bot.stop()
    bot.standin.rest.faults.fail("GET", "/channels/*/messages", 403, code=50001)
    await bot.start()
    bot.anna.say(bot.general, "later")
    assert await bot.inbox.gets(MessagePosted, lambda value: value.text == "later")


async def test_a_late_server_loses_no_newcomer_and_no_rights(bot: BotSetup) -> None:
    """A server that Discord sends late still reports its newcomers and its owner's rights."""
    await bot.stop()
    bot.standin.person("Zoe").enter(bot.guild)
    missed = bot.anna.say(bot.general, "/poll close")
    bot.standin.gateway.late = 3.0
    await bot.start()
    joined = await bot.inbox.gets(MemberJoined)
    assert (joined.person.name, joined.room) == ("Zoe", str(bot.general.id))
    arrived = await bot.inbox.gets(CommandInvoked, lambda value: value.message == str(missed.id))
    assert arrived.person.admin


async def test_each_shard_reads_its_missed_messages_first(tmp_path: Path) -> None:
    """A shard reads missed messages before new ones, at the start and in a new session."""
    async with pointed_at() as standin:
        anna = standin.person("Anna")
        guild = anna.found("Lyon")
        while (guild.id >> 22) % 2 != 1:
            await asyncio.sleep(0.001)
            guild = anna.found("Lyon")
        general, inbox = anna.open_channel(guild, "general"), RecordingInbox()
        first = anna.say(general, "before")
        inbox.tokens[("discord", str(general.id))] = str(first.id)
        account = DiscordAccount("discord", standin.token, tmp_path, api=standin.url)
        adapter = DiscordAdapter(account, Router(FEATURES).declared_commands, shards=2)
        running = asyncio.create_task(adapter.run(inbox))
        await until(lambda: standin.gateway.identifies == 1)
        await asyncio.sleep(READY_SECONDS + 1)  # the second connection may not sign in before 5 s
        anna.say(general, "one")
        await inbox.gets(MessagePosted, lambda value: value.text == "one")
        await until(lambda: standin.gateway.identifies == 2)
        anna.say(general, "two")
        await inbox.gets(MessagePosted, lambda value: value.text == "two")
        standin.gateway.forget()
        anna.say(general, "three")
        await until(lambda: standin.gateway.identifies >= 4)
        anna.say(general, "four")
        await inbox.gets(MessagePosted, lambda value: value.text == "four")
        said = [value.text for value in inbox.values if isinstance(value, MessagePosted)]
        assert said == ["one", "two", "three", "four"]
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await adapter.close()


async def test_rooms_of_servers_are_read_before_direct_messages(bot: BotSetup) -> None:
    """The bot reads the rooms of servers before direct messages."""
    bot.anna.write_to_bot("Psst")
    await bot.inbox.gets(MessagePosted, lambda value: value.direct)
    await bot.stop()
    bot.standin.rest.calls.clear()
    await bot.start()
    private = bot.standin.store.direct(bot.anna.user)
    paths = [f"/channels/{channel.id}/messages" for channel in (bot.general, private)]
    await until(lambda: {call.path for call in bot.standin.rest.calls} >= set(paths))
    assert [call.path for call in bot.standin.rest.calls if call.path in paths] == paths


async def test_a_slow_upload_of_commands_delays_no_room(bot: BotSetup) -> None:
    """A slow upload of the commands delays no room."""
    (kept,) = await until(lambda: list(bot.folder.glob("*.kept.json")))
    await bot.stop()
    kept.unlink()
    bot.standin.rest.faults.delay("PUT", "/applications/*/commands", 60.0)
    await bot.start()
    bot.anna.say(bot.general, "hello?")
    assert await bot.inbox.gets(MessagePosted, lambda value: value.text == "hello?")


async def test_a_failed_upload_of_commands_is_repeated(bot: BotSetup) -> None:
    """The bot repeats a failed upload of the commands without another sign-in."""
    (kept,) = await until(lambda: list(bot.folder.glob("*.kept.json")))
    await bot.stop()
    kept.unlink()
    bot.standin.rest.faults.lose_request("PUT", "/applications/*/commands")
    await bot.start()
    await until(kept.exists)
    assert bot.standin.store.commands


async def test_commands_that_were_changed_elsewhere_are_sent_again(bot: BotSetup) -> None:
    """The bot sends its commands again when somebody has removed one, and only then."""
    await until(lambda: list(bot.folder.glob("*.kept.json")))
    commands = bot.standin.store.commands
    count = len(commands)
    await bot.restart()
    del commands[next(iter(commands))]
    await bot.restart()
    await until(lambda: len(commands) == count)
    sent = [call for call in bot.standin.rest.calls if call.method == "PUT" and call.path.endswith("/commands")]
    assert len(sent) == 2


# Newcomers


async def test_rooms_work_without_the_list_of_members(bot: BotSetup) -> None:
    """Without the list of members rooms work, and earlier newcomers are reported once the list arrives."""
    await bot.stop()
    bot.standin.person("Zoe").enter(bot.guild)
    before = cursor(bot)
    bot.standin.gateway.listing = False
    await bot.start()
    bot.anna.say(bot.general, "hello?")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "hello?")
    bot.standin.person("Yan").enter(bot.guild)
    await bot.inbox.gets(MemberJoined, lambda value: value.person.name == "Yan")
    assert cursor(bot) == before
    await bot.stop()
    bot.standin.gateway.listing = True
    await bot.start()
    await bot.inbox.gets(MemberJoined, lambda value: value.person.name == "Zoe")


async def test_a_rate_limited_list_of_members_is_requested_again(bot: BotSetup) -> None:
    """The bot repeats a rate-limited request for all members after the stated time."""
    await bot.stop()
    bot.standin.person("Zoe").enter(bot.guild)
    bot.standin.gateway.list_seconds = 4.0
    await bot.start()
    await bot.restart()
    assert await bot.inbox.gets(MemberJoined, lambda value: value.person.name == "Zoe")
    await until(lambda: (cursor(bot) or "0") > "1")


class BlockedInbox(RecordingInbox):
    """An inbox that never commits the joins of one room."""

    def __init__(self, room: str, previous: RecordingInbox) -> None:
        super().__init__(tokens=dict(previous.tokens))
        self.room = room

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Drop the values of that room and their cursor."""
        if any(isinstance(value, MemberJoined) and value.room == self.room for value in values):
            self.offered.extend(values)
            await asyncio.Event().wait()
        await super().submit(values, cursor)


@pytest.mark.parametrize("number", [0, 1])
async def test_the_cursor_of_members_follows_the_joins_in_all_rooms(bot: BotSetup, number: int) -> None:
    """The cursor of the members is committed only after the joins in all rooms."""
    other = bot.anna.open_channel(bot.guild, "second")
    await bot.start_room(other)
    await bot.stop()
    before, room = cursor(bot), str((bot.general, other)[number].id)
    bot.inbox = BlockedInbox(room, bot.inbox)
    await bot.start()
    bot.standin.person("Zoe").enter(bot.guild)
    await until(lambda: any(isinstance(value, MemberJoined) and value.room == room for value in bot.inbox.offered))
    bot.anna.say(bot.general, "done")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "done")
    assert cursor(bot) == before


# What is sent


async def test_a_post_is_not_matched_to_an_older_message(bot: BotSetup) -> None:
    """A repeated post finds its message from before the restart, but no older message with the same content."""
    week = post("What did you share this week?", in_room=bot.general)
    last = await bot.send("week:1", week, made=datetime.now(UTC))
    await bot.restart()
    now = datetime.now(UTC)
    assert await bot.send("week:2", week, made=now + timedelta(minutes=1)) != last
    assert await bot.send("week:1", week, made=now) == last


async def test_late_results_are_kept_up_to_a_limit() -> None:
    """Results that arrive after the timeout are kept for a repeated call, up to a limit."""
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
