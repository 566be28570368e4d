"""What the bot asks Discord at the start: few requests, and they hold up nothing that is due."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.discord.api.reading_budget import LATE_SLOTS, WINDOW_SECONDS, ReadingBudget
from bots.core.inbound import ChoiceMade, ChoicesSnapshot, MessagePosted, ReactionsSnapshot, RoomLost
from bots.core.outbound import Content, Post, PublishScheduledEvent
from bots.core.richtext import Text
from bots.ports import Sent
from tests.integration.discord_bot import BotSetup, opened
from tests.standins.discord.limits import Limits
from tests.waiting import until

pytestmark = [pytest.mark.discord]
USERS = "/guilds/*/scheduled-events/*/users"
REACTIONS = "/channels/*/messages/*/reactions/*"


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[BotSetup]:
    """Yield a bot with one room."""
    async with opened(tmp_path) as made:
        yield made


async def test_reactions_hold_up_no_message(bot: BotSetup) -> None:
    """A room goes on while the reactions to its old messages are read."""
    old = bot.anna.say(bot.general, "look")
    bot.anna.react(old, "👍")
    await bot.stop()
    bot.standin.rest.faults.delay("GET", REACTIONS, 600.0)
    await bot.start()
    bot.anna.say(bot.general, "later")
    assert await bot.inbox.gets(MessagePosted, lambda value: value.text == "later")


async def test_a_new_post_does_not_wait_for_the_history(bot: BotSetup) -> None:
    """A message from after the start goes out while the history of its room cannot be read."""
    await bot.stop()
    bot.standin.rest.faults.delay("GET", "/channels/*/messages", 600.0)
    await bot.start()
    call = Post(room=str(bot.general.id), content=Content((Text("Hello"),)))
    now = datetime.now(UTC) + timedelta(seconds=1)
    assert isinstance(await bot.send("new", call, made=now), Sent)


async def test_a_reaction_during_the_reading_counts(bot: BotSetup) -> None:
    """When a reaction changes while the reactions are read, they are read again."""
    old = bot.anna.say(bot.general, "look")
    bot.anna.react(old, "👍")
    await bot.stop()
    bot.standin.rest.faults.delay("GET", REACTIONS, 1.0)
    starting = asyncio.create_task(bot.start())
    await until(lambda: bot.standin.rest.faults.struck)
    bot.anna.react(old, "🎉")
    await starting
    found = await bot.inbox.gets(ReactionsSnapshot, lambda value: value.message == str(old.id))
    assert {reaction.emoji for reaction in found.reactions} == {"👍", "🎉"}


async def test_an_outage_of_a_server_is_no_removal(bot: BotSetup) -> None:
    """A server that has an outage loses no room, and goes on afterwards."""
    guild = next(iter(bot.standin.store.guilds.values()))
    bot.standin.store.break_down(guild)
    bot.standin.store.come_back(guild)
    bot.anna.say(bot.general, "later")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "later")
    call = Post(room=str(bot.general.id), content=Content((Text("Hello"),)))
    assert isinstance(await bot.send("due", call), Sent)
    assert not [value for value in bot.inbox.values if isinstance(value, RoomLost)]


async def test_own_reactions_cost_no_request(bot: BotSetup) -> None:
    """Nobody is asked about reactions that are only the bot's own."""
    old = bot.anna.say(bot.general, "look")
    bot.standin.talk.react(old, bot.standin.store.bot, "👍")
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "look")
    await bot.restart()
    await bot.inbox.gets(ReactionsSnapshot, lambda value: value.message == str(old.id))
    assert not [call for call in bot.standin.rest.calls if "/reactions/" in call.path]


async def test_many_authors_are_listed_at_once(bot: BotSetup) -> None:
    """The authors of the missed messages are asked for together, and not kept: people come and go for years."""
    await bot.stop()
    people = [bot.standin.person(f"Person {number}") for number in range(12)]
    for person in people:
        person.enter(bot.guild)
        person.say(bot.general, f"Hello from {person.user.name}")
    bot.standin.gateway.list_seconds = 3600.0  # so that the list of all members does not come
    bot.standin.rest.calls.clear()
    await bot.start()
    await bot.inbox.gets(MessagePosted, lambda value: value.text == "Hello from Person 11")
    assert not [call for call in bot.standin.rest.calls if "/members/" in call.path]
    assert bot.adapter.client is not None
    (guild,) = bot.adapter.client.guilds
    assert not [person for person in people if guild.get_member(person.user.id)]


async def test_the_interest_in_events_shares_few_slots(bot: BotSetup) -> None:
    """Only a few requests for the interest in events are open at the same time, and all are answered."""
    await bot.stop()
    start = datetime.now(UTC) + timedelta(days=2)
    for number in range(12):
        guild = bot.anna.found(f"Town {number}")
        bot.anna.is_interested(bot.standin.store.publish(guild, "Picnic", start))
    bot.standin.rest.faults.delay("GET", USERS, 0.05, times=12)
    await bot.start()
    await until(lambda: len([one for one in bot.inbox.values if isinstance(one, ChoicesSnapshot)]) == 12)
    assert bot.standin.rest.most_open(USERS) <= LATE_SLOTS


async def test_many_servers_at_the_start_exceed_no_limit(bot: BotSetup) -> None:
    """Who marked the events of sixty servers is asked within Discord's limits: no request is refused."""
    await bot.stop()
    bot.standin.rest.limits = Limits()
    start = datetime.now(UTC) + timedelta(days=2)
    for number in range(60):
        bot.anna.is_interested(bot.standin.store.publish(bot.anna.found(f"Town {number}"), "Picnic", start))
    await bot.start()
    await until(lambda: len([one for one in bot.inbox.values if isinstance(one, ChoicesSnapshot)]) == 60)
    assert bot.standin.rest.limits.refused == 0


async def test_the_bot_is_not_interested_in_its_own_event(bot: BotSetup) -> None:
    """The interest that Discord notes for the creator of an event does not count as a person's answer."""
    start = datetime.now(UTC) + timedelta(days=2)
    call = PublishScheduledEvent(
        room=str(bot.general.id), card="event:1", title="Picnic", start=start, end=start + timedelta(hours=1)
    )
    assert isinstance(await bot.send("event", call), Sent)
    (event,) = bot.guild.gatherings.values()
    assert bot.standin.store.bot.id in event.interested
    bot.anna.is_interested(event)
    await bot.inbox.gets(ChoiceMade)
    await bot.restart()
    found = await bot.inbox.gets(ChoicesSnapshot)
    made = {value.person.user for value in bot.inbox.values if isinstance(value, ChoiceMade)}
    assert made == {choice.person.user for choice in found.choices} == {str(bot.anna.user.id)}


def test_refused_requests_pause_the_reading() -> None:
    """After too many refused requests in ten minutes, nothing is read until fewer of them count."""
    budget = ReadingBudget(max_refused=3)
    for at, status, scope in ((0.0, 429, "user"), (1.0, 403, None), (2.0, 429, "shared"), (3.0, 200, None)):
        budget.count(status, scope, at)
    assert budget.pause(4.0) == 0.0
    budget.count(401, None, 5.0)
    assert budget.pause(5.0) == WINDOW_SECONDS - 5.0
    assert budget.pause(WINDOW_SECONDS) == 0.0


async def test_only_a_few_requests_run_at_the_same_time() -> None:
    """Requests that can wait leave slots to those that cannot."""
    budget, gate = ReadingBudget(per_second=10_000.0), asyncio.Event()
    running: list[str] = []

    async def ask(name: str) -> None:
        running.append(name)
        await gate.wait()

    late = [asyncio.create_task(budget.run(lambda: ask("late"), late=True)) for _ in range(5)]
    await until(lambda: len(running) == LATE_SLOTS)
    urgent = asyncio.create_task(budget.run(lambda: ask("urgent")))
    await until(lambda: "urgent" in running)
    assert running.count("late") == LATE_SLOTS
    gate.set()
    await asyncio.gather(urgent, *late)


async def test_a_global_rate_limit_ends_although_nobody_waits_for_the_request(bot: BotSetup) -> None:
    """Requests go on after a global limit whose request was cancelled, as a new session does with all reading."""
    client = bot.adapter.client
    assert client is not None
    limits = bot.standin.rest.limits
    limits.exhaust(0.5)
    reading = asyncio.create_task(ReadingBudget().run(lambda: client.fetch_channel(bot.general.id)))
    await until(lambda: limits.refused)
    await asyncio.sleep(0)
    reading.cancel()
    assert (await client.fetch_channel(bot.general.id)).id == bot.general.id
