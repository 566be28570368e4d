"""A conversation on the Discord stand-in that continues while a test kills or disconnects the bot."""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import text

from storage.database import Database
from tests.acceptance.killable_discord_bot import (
    KillableDiscordBot,
    RetryingPeople,
    plain_text,
    transcript,
    wait_for_answer,
    wait_for_message,
)
from tests.acceptance.network_codes import newest_code
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Guild, Interaction, Message
from tests.standins.discord.server import Discord, opened
from tests.stores import store
from tests.waiting import until

SOON, LATER = "Potluck", "Picnic"


@dataclass
class Conversation:
    """A server with the rooms of a community and a network, its people and their bot.

    `ballots` and `answers`: the actions that Discord acknowledged; `asked`: how often somebody had to open each poll.
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
        """Run a command as Carla and wait for its outcome."""
        await self.people.retry(lambda: self.carla.run(room, line, **given))
        await wait_for_message(self.discord, room, expected)


@asynccontextmanager
async def open_conversation(folder: Path) -> AsyncIterator[Conversation]:
    """Set up a community that relays to a network without delay, with a bot that a test can kill."""
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
    await talk.command(talk.net, "network create", "is ready", name="Les Passeurs", locale="en", zone="UTC")
    await wait_for_message(talk.discord, talk.net, "is ready")
    await talk.command(talk.room, "setup", "Lyon is set up", name="Lyon", locale="en", zone="Europe/Paris")
    asked = await talk.people.retry(lambda: talk.carla.run(talk.room, "link", code=newest_code(talk.bot.folder)))
    await talk.people.press(talk.carla, await wait_for_answer(asked, "Les Passeurs invites"), "Join")
    await wait_for_message(talk.discord, talk.room, "Linked to")
    await talk.command(talk.room, "relay", "Relaying is on", switch="on")
    for key, value in (("hold-back", "0"), ("reminders", "0"), ("consent", "notice"), ("quiet-hours", "off")):
        change = partial(talk.carla.run, talk.room, "config", key=key, value=value)
        await wait_for_answer(await talk.people.retry(change), f"{key} is")


async def hold_polls(talk: Conversation, name: str, trouble: asyncio.Task[None], rng: random.Random) -> None:
    """Hold one poll after the other, each with a highlight, until the disturbances end."""
    number = 0
    while not trouble.done() or number < 2:
        number += 1
        await asyncio.gather(
            post_liked_message(talk, f"{name} news {number}"), hold_poll(talk, f"{name} {number}?", rng)
        )


async def hold_event(talk: Conversation, title: str, rng: random.Random) -> None:
    """Announce an event as Carla and let everybody answer it."""
    await answer_event(talk, title, await announce_event(talk, title, "tomorrow at 19:00"), rng)


async def announce_event(talk: Conversation, title: str, when: str) -> Message:
    """Plan and confirm an event as Carla. Return its card."""
    what = f"{title} {when} at the garden"
    planned = await talk.people.retry(lambda: talk.carla.run(talk.room, "event plan", what=what))
    preview = await wait_for_answer(planned, "Shall I announce this")
    await talk.people.press(talk.carla, preview, "Announce it")
    return await wait_for_message(talk.discord, talk.room, rf"^Event \d+: {title}")


async def answer_event(talk: Conversation, title: str, card: Message, rng: random.Random) -> None:
    """Let every member answer the invitation."""
    given = talk.answers.setdefault(title, {})

    async def answer(person: DiscordPerson) -> None:
        label, word = rng.choice((("Coming", "yes"), ("Maybe", "maybe"), ("Can’t", "no")))
        await talk.people.press(person, card, label)
        given[str(person.user.id)] = word

    await asyncio.gather(*(answer(person) for person in talk.members))


async def hold_poll(talk: Conversation, question: str, rng: random.Random) -> None:
    """Hold a poll: Carla opens it, everybody votes, some change their vote, and Carla closes it."""
    await open_poll(talk, question)
    card = await wait_for_message(talk.discord, talk.room, re.escape(question))
    cast = {}

    async def vote(person: DiscordPerson) -> None:
        for choice in rng.sample(("Garden", "Library"), rng.choice((1, 1, 2))):
            cast[person.user.id] = choice
            await vote_for(talk, person, card, choice)

    await asyncio.gather(*(vote(person) for person in talk.members))
    talk.ballots[question] = Counter(cast.values())
    number = re.search(r"Poll (\d+)", plain_text(card))
    assert number is not None, plain_text(card)
    await talk.people.retry(lambda: talk.carla.run(talk.room, "poll close", number=number.group(1)))
    await wait_for_message(talk.discord, talk.room, rf"(?s){re.escape(question)}.*voted\.")


async def vote_for(talk: Conversation, person: DiscordPerson, card: Message, choice: str) -> None:
    """Vote, and again while the answer says that the press, a repeated one, has withdrawn the vote."""
    counted = False
    while not counted:
        answer = await wait_for_answer(await talk.people.press(person, card, choice), "Counted|withdrawn")
        counted = "Counted" in plain_text(answer)


async def open_poll(talk: Conversation, question: str) -> None:
    """Open a poll as Carla, again each time Discord reports a failure, because she cannot know whether it worked."""

    async def run() -> Interaction:
        talk.asked[question] += 1
        return await talk.carla.run(talk.room, "poll open", question=question, options="Garden, Library")

    await talk.people.retry(run)


async def post_liked_message(talk: Conversation, words: str) -> None:
    """Post a message that three other members like, whether or not the bot is running."""
    author, *fans = talk.members
    message = author.say(talk.room, words)
    for fan in fans:
        await asyncio.sleep(0.2)
        fan.react(message, "❤️")
    talk.news.append(words)


async def wait_until_everything_is_sent(talk: Conversation) -> None:
    """Wait until the reminder and every highlight have arrived and the outbox is empty."""
    await wait_for_message(talk.discord, talk.room, f"🔔 {SOON}", patience=100)
    for words in talk.news:
        await wait_for_message(talk.discord, talk.net, rf"{re.escape(words)}(?!\d)")

    async def outbox_empty() -> bool:
        return not await _rows(talk, "SELECT key FROM outbox WHERE state IN ('pending', 'sending')")

    await until(outbox_empty, lambda: "the outbox is never empty")


def check_polls(talk: Conversation) -> None:
    """Check that each poll has no more cards than attempts, one result, and the acknowledged votes."""
    texts = [plain_text(message) for message in talk.discord.said(talk.room)]
    for question, votes in talk.ballots.items():
        cards = [one for one in texts if one.startswith(question)]
        results = [one for one in texts if question in one and "voted." in one]
        assert 1 <= len(cards) <= talk.asked[question] and len(results) == 1, (question, talk.asked, texts)
        closed = [one for one in cards if "is closed" in one]
        assert len(closed) == 1, (question, cards)
        shown = [int(part.split(" (")[0].split()[-1]) for part in closed[0].split("\n") if "%)" in part]
        assert shown == [votes["Garden"], votes["Library"]], (question, closed, votes)


def check_events(talk: Conversation) -> None:
    """Check that each event has one card and at most one scheduled event, and that one reminder was sent."""
    texts = [plain_text(message) for message in talk.discord.said(talk.room)]
    for title in talk.answers:
        assert len([one for one in texts if re.match(rf"Event \d+: {title}", one)]) == 1, texts
    assert len([one for one in texts if one.startswith("🔔")]) == 1, texts
    planned = Counter(one.name for one in talk.guild.gatherings.values())
    assert planned[LATER] == 1 and planned[SOON] <= 1, planned


def check_highlights(talk: Conversation) -> None:
    """Check that each highlight is once in the network's room and announced once in its own."""
    there = [plain_text(message) for message in talk.discord.said(talk.net)]
    here = [plain_text(message) for message in talk.discord.said(talk.room)]
    for words in talk.news:
        exactly = re.compile(rf"{words}(?!\d)")
        assert len([one for one in there if exactly.search(one)]) == 1, (words, there)
        assert len([one for one in here if exactly.search(one)]) <= 1, (words, here)
    for channel in (talk.room, talk.net):
        introductions = [one for one in talk.discord.said(channel) if "I’m glocal" in plain_text(one)]
        assert len(introductions) == 1, transcript(talk.discord.said(channel))


async def check_rows(talk: Conversation) -> None:
    """Check that the stored answers are right, that there are no dead letters, and that nothing was refused."""
    answers: dict[str, dict[str, str]] = {}
    for title, user, answer in await _rows(
        talk,
        'SELECT e.title, i."user", r.answer FROM rsvps r JOIN occurrences o ON o.id = r.occurrence_id'
        " JOIN events e ON e.id = o.event_id JOIN identities i ON i.member_id = r.member_id",
    ):
        answers.setdefault(title, {})[user] = answer
    assert answers == talk.answers
    assert await _rows(talk, "SELECT key, error FROM dead_letters") == []
    refused = await _rows(talk, "SELECT kind, detail FROM outbox WHERE state = 'refused'")
    assert [row for row in refused if row[0] != "Gather" or "in the past" not in row[1]] == []


async def _rows(talk: Conversation, query: str) -> list[tuple[str, ...]]:
    """Return rows of the bot's database."""
    database = Database(store().new_url(talk.bot.folder))
    try:
        async with database.engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(text(query))]
    finally:
        await database.close()
