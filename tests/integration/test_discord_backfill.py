"""What the Discord adapter missed while it was away, or while Discord did not answer: each test is named by what broke.

Over a real socket, against the stand-in.
"""

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
from tests.integration.discord_bot import Town, opened, until
from tests.standins.discord.records import Channel
from tests.standins.discord_client import pointed_at

pytestmark = [pytest.mark.discord]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The bot, called in a channel, which knows who is in the server."""
    async with opened(tmp_path) as made:
        await until(lambda: cursor(made) is not None)
        yield made


def cursor(town: Town) -> str | None:
    """How far the server's newcomers have been read."""
    return town.inbox.tokens.get(("discord", f"server:{town.guild.id}"))


def said(text: str, *, in_room: Channel) -> Post:
    """A plain message."""
    return Post(room=str(in_room.id), content=Content((Text(text),)))


# Rooms


@pytest.mark.parametrize("status", [0, 503])
async def test_an_answer_that_fails_does_not_lose_the_gap(town: Town, status: int) -> None:
    """The room waits until what was missed is read; what comes in meanwhile stands behind it."""
    await town.stop()
    missed = town.anna.say(town.general, "/poll list")
    town.world.rest.faults.fail("GET", "/channels/*/messages", status, times=2)
    await town.start()
    town.anna.say(town.general, "later")
    await town.inbox.gets(MessagePosted, lambda value: value.text == "later")
    heard = [value.message for value in town.inbox.values if isinstance(value, CommandInvoked | MessagePosted)]
    assert heard[-2] == str(missed.id)


async def test_a_room_that_may_not_be_read_goes_on(town: Town) -> None:
    """403: there is nothing to wait for."""
    await town.stop()
    town.world.rest.faults.fail("GET", "/channels/*/messages", 403, code=50001)
    await town.start()
    town.anna.say(town.general, "later")
    await town.inbox.gets(MessagePosted, lambda value: value.text == "later")


async def test_a_server_that_comes_late_loses_no_newcomer_and_no_rights(town: Town) -> None:
    """Who came while the bot was away is told, and an owner's command is an admin's, however late the server comes."""
    await town.stop()
    town.world.person("Zoe").enter(town.guild)
    missed = town.anna.say(town.general, "/poll close")
    town.world.gateway.late = 3.0
    await town.start()
    joined = await town.inbox.gets(MemberJoined)
    assert (joined.person.name, joined.room) == ("Zoe", str(town.general.id))
    heard = await town.inbox.gets(CommandInvoked, lambda value: value.message == str(missed.id))
    assert heard.person.admin


async def test_each_connection_holds_its_own_rooms(tmp_path: Path) -> None:
    """What is said before the second connection is there is read once it is, at the start and when Discord has
    forgotten it; what comes in then stands behind that."""
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
        async with asyncio.timeout(30):
            while world.gateway.identifies < 4:
                await asyncio.sleep(0.02)
        anna.say(general, "four")
        await inbox.gets(MessagePosted, lambda value: value.text == "four")
        said = [value.text for value in inbox.values if isinstance(value, MessagePosted)]
        assert said == ["one", "two", "three", "four"]
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await adapter.close()


async def test_rooms_of_a_server_are_read_before_private_talks(town: Town) -> None:
    """Most people are there."""
    town.anna.write_to_bot("Psst")
    await town.inbox.gets(MessagePosted, lambda value: value.direct)
    await town.stop()
    town.world.rest.calls.clear()
    await town.start()
    private = town.world.world.direct(town.anna.user)
    paths = [f"/channels/{channel.id}/messages" for channel in (town.general, private)]
    await until(lambda: {call.path for call in town.world.rest.calls} >= set(paths))
    assert [call.path for call in town.world.rest.calls if call.path in paths] == paths


async def test_slow_commands_keep_no_room_waiting(town: Town) -> None:
    """Discord is told the commands beside all else."""
    await town.stop()
    next(town.folder.glob("*.kept.json")).unlink()
    town.world.rest.faults.delay("PUT", "/applications/*/commands", 60.0)
    await town.start()
    town.anna.say(town.general, "hello?")
    await town.inbox.gets(MessagePosted, lambda value: value.text == "hello?")


async def test_commands_that_were_not_taken_are_told_again(town: Town) -> None:
    """Without waiting for another sign-in."""
    await town.stop()
    kept = next(town.folder.glob("*.kept.json"))
    kept.unlink()
    town.world.rest.faults.lose_request("PUT", "/applications/*/commands")
    await town.start()
    await until(kept.exists)


# Newcomers


async def test_a_member_list_that_does_not_come_makes_nobody_deaf(town: Town) -> None:
    """Rooms go on, newcomers are told, and who came before is told once the list is there."""
    await town.stop()
    town.world.person("Zoe").enter(town.guild)
    before = cursor(town)
    town.world.gateway.listing = False
    await town.start()
    town.anna.say(town.general, "hello?")
    await town.inbox.gets(MessagePosted, lambda value: value.text == "hello?")
    town.world.person("Yan").enter(town.guild)
    await town.inbox.gets(MemberJoined, lambda value: value.person.name == "Yan")
    assert cursor(town) == before
    await town.stop()
    town.world.gateway.listing = True
    await town.start()
    await town.inbox.gets(MemberJoined, lambda value: value.person.name == "Zoe")


async def test_a_member_list_that_is_asked_for_too_soon_comes_later(town: Town) -> None:
    """RATE_LIMITED: all members of a server can be asked for once in a while."""
    await town.stop()
    town.world.person("Zoe").enter(town.guild)
    town.world.gateway.list_seconds = 4.0
    await town.start()
    await town.restart()
    await town.inbox.gets(MemberJoined, lambda value: value.person.name == "Zoe")
    await until(lambda: (cursor(town) or "0") > "1")


class Stuck(RecordingInbox):
    """What is said of one room is never committed."""

    def __init__(self, room: str, known: RecordingInbox) -> None:
        super().__init__(tokens=dict(known.tokens))
        self.room = room

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Nor is the cursor behind it."""
        if any(isinstance(value, MemberJoined) and value.room == self.room for value in values):
            self.offered.extend(values)
            await asyncio.Event().wait()
        await super().submit(values, cursor)


@pytest.mark.parametrize("number", [0, 1])
async def test_the_cursor_of_newcomers_is_behind_them_in_all_rooms(town: Town, number: int) -> None:
    """It is not committed before one of them is."""
    other = town.anna.open_channel(town.guild, "second")
    await town.call(other)
    await town.stop()
    before, room = cursor(town), str((town.general, other)[number].id)
    town.inbox = Stuck(room, town.inbox)
    await town.start()
    town.world.person("Zoe").enter(town.guild)
    await until(lambda: any(isinstance(value, MemberJoined) and value.room == room for value in town.inbox.offered))
    town.anna.say(town.general, "done")
    await town.inbox.gets(MessagePosted, lambda value: value.text == "done")
    assert cursor(town) == before


# What is sent


async def test_an_equal_post_is_not_taken_for_an_older_one(town: Town) -> None:
    """This week's question is asked though last week's was read again after a restart; a post that was under way when
    the process ended is found."""
    week = said("What did you share this week?", in_room=town.general)
    last = await town.send("week:1", week, made=datetime.now(UTC))
    await town.restart()
    now = datetime.now(UTC)
    assert await town.send("week:2", week, made=now + timedelta(minutes=1)) != last
    assert await town.send("week:1", week, made=now) == last


async def test_outcomes_that_nobody_asks_for_are_forgotten() -> None:
    """What took longer than its sender waited is kept for the next question, and not for ever."""
    flights, gate = SingleFlight(max_finished=2), asyncio.Event()
    performed: list[str] = []

    async def send(key: str) -> Receipt | None:
        async def perform() -> Receipt:
            performed.append(key)
            await gate.wait()
            return Sent((key,))

        return await flights.run(key, perform, 0.01)

    for number in range(5):
        assert await send(str(number)) is None
    gate.set()
    await until(lambda: len(flights) == 2)
    assert await send("4") == Sent(("4",))
    assert performed == ["0", "1", "2", "3", "4"] and len(flights) == 1
