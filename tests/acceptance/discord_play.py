"""A conversation on the stand-in of Discord that goes on whatever happens to the bot, and what has to be there then."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from storage.database import Database
from tests.acceptance.discord_mortal import PATIENCE, MortalDiscordBot, Patient, hears, plain, sees, transcript
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Guild, Interaction, Message
from tests.standins.discord.server import Discord, opened

SOON, LATER = "Potluck", "Picnic"


@dataclass
class Play:
    """A server with a community's room and the network's, its people, and their bot.

    `ballots` and `answers`: what people were told was taken; `asked`: how often a question had to be asked.
    """

    discord: Discord
    bot: MortalDiscordBot
    guild: Guild
    carla: DiscordPerson
    members: list[DiscordPerson]
    room: Channel
    net: Channel
    people: Patient = field(default_factory=Patient)
    asked: Counter[str] = field(default_factory=Counter)
    ballots: dict[str, Counter[str]] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    news: list[str] = field(default_factory=list)

    async def command(self, room: Channel, line: str, expected: str, **given: str) -> None:
        """A command of Carla's in quiet times."""
        await self.people.insist(lambda: self.carla.run(room, line, **given))
        await sees(self.discord, room, expected)


@asynccontextmanager
async def playing(folder: Path) -> AsyncIterator[Play]:
    """A community that relays to a network at once, with a mortal bot."""
    async with opened() as discord:
        carla, *members = [discord.person(name) for name in ("Carla", "Anna", "Ben", "Cleo", "Dora")]
        guild = carla.found("Lyon", *members)
        room, net = carla.open_channel(guild, "general"), carla.open_channel(guild, "network")
        bot = MortalDiscordBot(discord, folder / "bot")
        await bot.start()
        try:
            made = Play(discord, bot, guild, carla, members, room, net)
            await discord.until_connected()
            await found(made)
            yield made
        finally:
            await bot.stop()


async def found(play: Play) -> None:
    """The network, the community, and how it relays."""
    async with asyncio.timeout(PATIENCE):
        while not play.discord.world.commands:
            await asyncio.sleep(0.05)
    await play.command(play.net, "network create", "is founded", name="Les Passeurs", locale="en", zone="UTC")
    welcome = await sees(play.discord, play.net, "is founded")
    code = re.search(r"/link code:(\S+)", plain(welcome))
    assert code is not None
    await play.command(play.room, "setup", "Lyon is set up", name="Lyon", locale="en", zone="Europe/Paris")
    await play.command(play.room, "link", "Linked to", code=code.group(1))
    await play.command(play.room, "relay", "Relaying is on", switch="on")
    for key in ("hold-back", "reminders"):
        await hears(await play.carla.run(play.room, "config", key=key, value="0"), f"{key} is now")


async def conversation(play: Play, troubles: Coroutine[None, None, None], chance: random.Random) -> None:
    """Two events, polls and highlights as long as there is trouble; then all of it is there, once. Of the event that
    is soon, only the announcement is made in quiet: it begins at the next full minute, in ten seconds at least."""
    minutes = 1 if datetime.now(UTC).second < 50 else 2
    soon = await announced(play, SOON, f"in {minutes} minutes")
    trouble = asyncio.create_task(troubles)
    talks = [talk(play, name, trouble, chance) for name in ("Tea", "Bread")]
    await asyncio.gather(answered(play, SOON, soon, chance), an_event(play, LATER, chance), *talks)
    await trouble
    await all_is_said(play)
    polls_are_right(play)
    events_are_right(play)
    highlights_are_right(play)
    await rows_are_right(play)
    again, acts = play.people.again, play.people.acts
    print(f"{len(play.ballots)} polls; {again} of {acts} acts had to be repeated")


async def talk(play: Play, name: str, trouble: asyncio.Task[None], chance: random.Random) -> None:
    """One poll after the other, each with a highlight, as long as there is trouble."""
    number = 0
    while not trouble.done() or number < 2:
        number += 1
        await asyncio.gather(a_highlight(play, f"{name} news {number}"), a_poll(play, f"{name} {number}?", chance))


async def an_event(play: Play, title: str, chance: random.Random) -> None:
    """Carla plans and confirms, everybody answers."""
    await answered(play, title, await announced(play, title, "tomorrow at 19:00"), chance)


async def announced(play: Play, title: str, when: str) -> Message:
    """Carla plans and confirms; the event's card."""
    what = f"{title} {when} at the garden"
    planned = await play.people.insist(lambda: play.carla.run(play.room, "event plan", what=what))
    preview = await hears(planned, "Shall I announce this")
    await play.people.press(play.carla, preview, "Announce it")
    return await sees(play.discord, play.room, rf"^Event \d+: {title}")


async def answered(play: Play, title: str, card: Message, chance: random.Random) -> None:
    """Everybody says whether they come."""
    given = play.answers.setdefault(title, {})

    async def answer(person: DiscordPerson) -> None:
        label, word = chance.choice((("Coming", "yes"), ("Maybe", "maybe"), ("Can’t", "no")))
        await play.people.press(person, card, label)
        given[str(person.user.id)] = word

    await asyncio.gather(*(answer(person) for person in play.members))


async def a_poll(play: Play, question: str, chance: random.Random) -> None:
    """Carla asks (and looks whether her question is there before she asks again), everybody votes, some change."""
    await ask(play, question)
    card = await sees(play.discord, play.room, re.escape(question))
    cast = {}

    async def vote(person: DiscordPerson) -> None:
        for _ in range(chance.choice((1, 1, 2, 3))):
            cast[person.user.id] = choice = chance.choice(("Garden", "Library"))
            await play.people.press(person, card, choice)

    await asyncio.gather(*(vote(person) for person in play.members))
    play.ballots[question] = Counter(cast.values())
    number = re.search(r"Poll (\d+)", plain(card))
    assert number is not None, plain(card)
    await play.people.insist(lambda: play.carla.run(play.room, "poll close", number=number.group(1)))
    await sees(play.discord, play.room, rf"(?s){re.escape(question)}.*voted\.")


async def ask(play: Play, question: str) -> None:
    """Once more for each time that Discord said it failed: whether it did, she cannot know."""

    async def run() -> Interaction:
        play.asked[question] += 1
        return await play.carla.run(play.room, "poll open", question=question, options="Garden, Library")

    await play.people.insist(run)


async def a_highlight(play: Play, words: str) -> None:
    """Somebody tells something that three others like, whether the bot is there or not."""
    author, *fans = play.members
    said = author.say(play.room, words)
    for fan in fans:
        await asyncio.sleep(0.2)
        fan.react(said, "❤️")
    play.news.append(words)


async def all_is_said(play: Play) -> None:
    """Wait until the reminder came, every highlight was shown, and nothing is left to be sent."""
    await sees(play.discord, play.room, f"🔔 {SOON}", patience=100)
    for words in play.news:
        await sees(play.discord, play.net, re.escape(words))
    deadline = time.monotonic() + PATIENCE
    while await _rows(play, "SELECT key FROM outbox WHERE state IN ('pending', 'sending')"):
        assert time.monotonic() < deadline, "the outbox is never empty"
        await asyncio.sleep(0.2)


def polls_are_right(play: Play) -> None:
    """One card for each time it was asked at most, one result, and the ballots that were cast."""
    said = [plain(message) for message in play.discord.said(play.room)]
    for question, votes in play.ballots.items():
        cards = [one for one in said if one.startswith(question)]
        results = [one for one in said if question in one and "voted." in one]
        assert 1 <= len(cards) <= play.asked[question] and len(results) == 1, (question, play.asked, said)
        closed = [one for one in cards if "is closed" in one]
        assert len(closed) == 1, (question, cards)
        shown = [int(part.split(" (")[0].split()[-1]) for part in closed[0].split("\n") if " %)" in part]
        assert shown == [votes["Garden"], votes["Library"]], (question, closed, votes)


def events_are_right(play: Play) -> None:
    """For each event one card, and one scheduled event of Discord's (unless it had begun by then); one reminder."""
    said = [plain(message) for message in play.discord.said(play.room)]
    for title in play.answers:
        assert len([one for one in said if re.match(rf"Event \d+: {title}", one)]) == 1, said
    assert len([one for one in said if one.startswith("🔔")]) == 1, said
    planned = Counter(one.name for one in play.guild.gatherings.values())
    assert planned[LATER] == 1 and planned[SOON] <= 1, planned


def highlights_are_right(play: Play) -> None:
    """Each once in the network's room, announced once in its own."""
    there = [plain(message) for message in play.discord.said(play.net)]
    here = [plain(message) for message in play.discord.said(play.room)]
    for words in play.news:
        exactly = re.compile(rf"{words}(?!\d)")
        assert len([one for one in there if exactly.search(one)]) == 1, (words, there)
        assert len([one for one in here if exactly.search(one)]) <= 1, (words, here)
    for channel in (play.room, play.net):
        introductions = [one for one in play.discord.said(channel) if "I am glocal" in plain(one)]
        assert len(introductions) == 1, transcript(play.discord.said(channel))


async def rows_are_right(play: Play) -> None:
    """What is stored is what people did; nothing is stuck, nothing failed."""
    answers: dict[str, dict[str, str]] = {}
    for title, user, answer in await _rows(
        play,
        "SELECT e.title, i.user, r.answer FROM rsvps r JOIN occurrences o ON o.id = r.occurrence_id"
        " JOIN events e ON e.id = o.event_id JOIN identities i ON i.member_id = r.member_id",
    ):
        answers.setdefault(title, {})[user] = answer
    assert answers == play.answers
    assert await _rows(play, "SELECT key, error FROM dead_letters") == []
    refused = await _rows(play, "SELECT kind, detail FROM outbox WHERE state = 'refused'")
    assert [row for row in refused if row[0] != "Gather" or "in the past" not in row[1]] == []


async def _rows(play: Play, query: str) -> list[tuple[str, ...]]:
    """What the bot's database says."""
    database = Database(f"sqlite:///{play.bot.folder / 'glocal.db'}")
    try:
        async with database.engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(text(query))]
    finally:
        await database.close()
