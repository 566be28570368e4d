"""A conversation on the Discord stand-in that goes on while the bot is killed or cut off, and its outcome."""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import text

from storage.database import Database
from tests.acceptance.killable_discord_bot import KillableDiscordBot, RetryingPeople, hears, plain, sees, transcript
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Guild, Interaction, Message
from tests.standins.discord.server import Discord, opened
from tests.waiting import until

SOON, LATER = "Potluck", "Picnic"


@dataclass
class Conversation:
    """A server with a community's room and the network's, its people, and their bot.

    `ballots` and `answers`: what Discord acknowledged; `asked`: how often a question had to be asked.
    """

    discord: Discord
    bot: KillableDiscordBot
    guild: Guild
    carla: DiscordPerson
    members: list[DiscordPerson]
    room: Channel
    net: Channel
    people: RetryingPeople = field(default_factory=RetryingPeople)
    asked: Counter[str] = field(default_factory=Counter)
    ballots: dict[str, Counter[str]] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    news: list[str] = field(default_factory=list)

    async def command(self, room: Channel, line: str, expected: str, **given: str) -> None:
        """Give a command as Carla, and wait for its outcome."""
        await self.people.retry(lambda: self.carla.run(room, line, **given))
        await sees(self.discord, room, expected)


@asynccontextmanager
async def open_conversation(folder: Path) -> AsyncIterator[Conversation]:
    """Set up a community that relays to a network without delay, with a bot that can be killed."""
    async with opened() as discord:
        carla, *members = [discord.person(name) for name in ("Carla", "Anna", "Ben", "Cleo", "Dora")]
        guild = carla.found("Lyon", *members)
        room, net = carla.open_channel(guild, "general"), carla.open_channel(guild, "network")
        bot = KillableDiscordBot(discord, folder / "bot")
        await bot.start()
        try:
            made = Conversation(discord, bot, guild, carla, members, room, net)
            await discord.until_connected()
            await set_up(made)
            yield made
        finally:
            await bot.stop()


async def set_up(talk: Conversation) -> None:
    """Create the network and the community, and switch relaying on."""
    await until(lambda: talk.discord.store.commands, lambda: "no commands were declared")
    await talk.command(talk.net, "network create", "is founded", name="Les Passeurs", locale="en", zone="UTC")
    welcome = await sees(talk.discord, talk.net, "is founded")
    code = re.search(r"/link code:(\S+)", plain(welcome))
    assert code is not None
    await talk.command(talk.room, "setup", "Lyon is set up", name="Lyon", locale="en", zone="Europe/Paris")
    await talk.command(talk.room, "link", "Linked to", code=code.group(1))
    await talk.command(talk.room, "relay", "Relaying is on", switch="on")
    for key in ("hold-back", "reminders"):
        set_to_zero = partial(talk.carla.run, talk.room, "config", key=key, value="0")
        await hears(await talk.people.retry(set_to_zero), f"{key} is now")


async def run_conversation(talk: Conversation, troubles: Coroutine[None, None, None], chance: random.Random) -> None:
    """Hold two events, polls and highlights as long as there is trouble, then check that all of it is there, once.

    The event that is soon begins at the next full minute, in 25 seconds at least: it is announced before the trouble.
    """
    minutes = 1 if datetime.now(UTC).second < 35 else 2
    soon = await announced(talk, SOON, f"in {minutes} minutes")
    trouble = asyncio.create_task(troubles)
    talks = [hold_polls(talk, name, trouble, chance) for name in ("Tea", "Bread")]
    await asyncio.gather(answered(talk, SOON, soon, chance), an_event(talk, LATER, chance), *talks)
    await trouble
    await everything_sent(talk)
    polls_are_right(talk)
    events_are_right(talk)
    highlights_are_right(talk)
    await rows_are_right(talk)
    retries, attempts = talk.people.retries, talk.people.attempts
    print(f"{len(talk.ballots)} polls; {retries} of {attempts} actions had to be repeated")


async def hold_polls(talk: Conversation, name: str, trouble: asyncio.Task[None], chance: random.Random) -> None:
    """Hold one poll after the other, each with a highlight, as long as there is trouble."""
    number = 0
    while not trouble.done() or number < 2:
        number += 1
        await asyncio.gather(a_highlight(talk, f"{name} news {number}"), a_poll(talk, f"{name} {number}?", chance))


async def an_event(talk: Conversation, title: str, chance: random.Random) -> None:
    """Plan and confirm an event as Carla; everybody answers."""
    await answered(talk, title, await announced(talk, title, "tomorrow at 19:00"), chance)


async def announced(talk: Conversation, title: str, when: str) -> Message:
    """Plan and confirm an event as Carla; return its card."""
    what = f"{title} {when} at the garden"
    planned = await talk.people.retry(lambda: talk.carla.run(talk.room, "event plan", what=what))
    preview = await hears(planned, "Shall I announce this")
    await talk.people.press(talk.carla, preview, "Announce it")
    return await sees(talk.discord, talk.room, rf"^Event \d+: {title}")


async def answered(talk: Conversation, title: str, card: Message, chance: random.Random) -> None:
    """Let everybody say whether they come."""
    given = talk.answers.setdefault(title, {})

    async def answer(person: DiscordPerson) -> None:
        label, word = chance.choice((("Coming", "yes"), ("Maybe", "maybe"), ("Can’t", "no")))
        await talk.people.press(person, card, label)
        given[str(person.user.id)] = word

    await asyncio.gather(*(answer(person) for person in talk.members))


async def a_poll(talk: Conversation, question: str, chance: random.Random) -> None:
    """Hold a poll: Carla asks, everybody votes, some change their vote, Carla closes it."""
    await ask(talk, question)
    card = await sees(talk.discord, talk.room, re.escape(question))
    cast = {}

    async def vote(person: DiscordPerson) -> None:
        for _ in range(chance.choice((1, 1, 2, 3))):
            cast[person.user.id] = choice = chance.choice(("Garden", "Library"))
            await talk.people.press(person, card, choice)

    await asyncio.gather(*(vote(person) for person in talk.members))
    talk.ballots[question] = Counter(cast.values())
    number = re.search(r"Poll (\d+)", plain(card))
    assert number is not None, plain(card)
    await talk.people.retry(lambda: talk.carla.run(talk.room, "poll close", number=number.group(1)))
    await sees(talk.discord, talk.room, rf"(?s){re.escape(question)}.*voted\.")


async def ask(talk: Conversation, question: str) -> None:
    """Ask again each time that Discord says it failed: she cannot know whether it did."""

    async def run() -> Interaction:
        talk.asked[question] += 1
        return await talk.carla.run(talk.room, "poll open", question=question, options="Garden, Library")

    await talk.people.retry(run)


async def a_highlight(talk: Conversation, words: str) -> None:
    """Post something that three others like, whether the bot is there or not."""
    author, *fans = talk.members
    said = author.say(talk.room, words)
    for fan in fans:
        await asyncio.sleep(0.2)
        fan.react(said, "❤️")
    talk.news.append(words)


async def everything_sent(talk: Conversation) -> None:
    """Wait until the reminder came, every highlight is shown and the outbox is empty."""
    await sees(talk.discord, talk.room, f"🔔 {SOON}", patience=100)
    for words in talk.news:
        await sees(talk.discord, talk.net, re.escape(words))

    async def outbox_empty() -> bool:
        return not await _rows(talk, "SELECT key FROM outbox WHERE state IN ('pending', 'sending')")

    await until(outbox_empty, lambda: "the outbox is never empty")


def polls_are_right(talk: Conversation) -> None:
    """Check: at most one card for each time it was asked, one result, and the ballots that were cast."""
    said = [plain(message) for message in talk.discord.said(talk.room)]
    for question, votes in talk.ballots.items():
        cards = [one for one in said if one.startswith(question)]
        results = [one for one in said if question in one and "voted." in one]
        assert 1 <= len(cards) <= talk.asked[question] and len(results) == 1, (question, talk.asked, said)
        closed = [one for one in cards if "is closed" in one]
        assert len(closed) == 1, (question, cards)
        shown = [int(part.split(" (")[0].split()[-1]) for part in closed[0].split("\n") if " %)" in part]
        assert shown == [votes["Garden"], votes["Library"]], (question, closed, votes)


def events_are_right(talk: Conversation) -> None:
    """Check: each event has one card and one scheduled event (unless it had begun by then), and one reminder came."""
    said = [plain(message) for message in talk.discord.said(talk.room)]
    for title in talk.answers:
        assert len([one for one in said if re.match(rf"Event \d+: {title}", one)]) == 1, said
    assert len([one for one in said if one.startswith("🔔")]) == 1, said
    planned = Counter(one.name for one in talk.guild.gatherings.values())
    assert planned[LATER] == 1 and planned[SOON] <= 1, planned


def highlights_are_right(talk: Conversation) -> None:
    """Check: each highlight is once in the network's room, and announced once in its own."""
    there = [plain(message) for message in talk.discord.said(talk.net)]
    here = [plain(message) for message in talk.discord.said(talk.room)]
    for words in talk.news:
        exactly = re.compile(rf"{words}(?!\d)")
        assert len([one for one in there if exactly.search(one)]) == 1, (words, there)
        assert len([one for one in here if exactly.search(one)]) <= 1, (words, here)
    for channel in (talk.room, talk.net):
        introductions = [one for one in talk.discord.said(channel) if "I am glocal" in plain(one)]
        assert len(introductions) == 1, transcript(talk.discord.said(channel))


async def rows_are_right(talk: Conversation) -> None:
    """Check: the stored rows are what people did; nothing is stuck, nothing failed."""
    answers: dict[str, dict[str, str]] = {}
    for title, user, answer in await _rows(
        talk,
        "SELECT e.title, i.user, r.answer FROM rsvps r JOIN occurrences o ON o.id = r.occurrence_id"
        " JOIN events e ON e.id = o.event_id JOIN identities i ON i.member_id = r.member_id",
    ):
        answers.setdefault(title, {})[user] = answer
    assert answers == talk.answers
    assert await _rows(talk, "SELECT key, error FROM dead_letters") == []
    refused = await _rows(talk, "SELECT kind, detail FROM outbox WHERE state = 'refused'")
    assert [row for row in refused if row[0] != "Gather" or "in the past" not in row[1]] == []


async def _rows(talk: Conversation, query: str) -> list[tuple[str, ...]]:
    """Return rows of the bot's database."""
    database = Database(f"sqlite:///{talk.bot.folder / 'glocal.db'}")
    try:
        async with database.engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(text(query))]
    finally:
        await database.close()
