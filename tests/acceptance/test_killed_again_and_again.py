"""kill -9 at random moments of a conversation on a real homeserver: nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.acceptance.mortal import MortalBot
from tests.acceptance.town import Line, Town
from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver

KILLS = 22
SEED = 20261124
pytestmark = [pytest.mark.synapse, pytest.mark.crash, pytest.mark.timeout(500)]
NUMBERS = {"Garden": "1️⃣", "Library": "2️⃣"}


@dataclass
class Expected:
    """What the people did: it has to be there in the end, once."""

    ballots: dict[str, Counter[str]] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    highlights: list[str] = field(default_factory=list)


@dataclass
class Play:
    """The rooms, the people, and their bot."""

    town: Town
    bot: MortalBot
    carla: MatrixPerson
    members: list[MatrixPerson]
    room: str
    net: str
    expected: Expected = field(default_factory=Expected)


@pytest.fixture
async def play(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Play]:
    """A community that relays to a network, with a mortal bot."""
    town = Town(homeserver, tmp_path)
    login = await homeserver.register("glocal")
    town.bot = login.user
    town.patience = 60.0
    bot = MortalBot(homeserver, login, tmp_path / "bot")
    await bot.start()
    try:
        carla, *members = [await town.person(name) for name in ("carla", "anna", "ben", "cleo", "dora")]
        room = await town.room(carla, *members, name="Lyon")
        net = await town.room(carla, name="Network")
        await carla.say(net, '!network create "Les Passeurs" en UTC')
        code = (await town.sees(net, "is founded")).text.split("!link ")[1].split()[0]
        await carla.say(room, "!setup Lyon en Europe/Paris")
        await town.sees(room, "Lyon is set up")
        await carla.say(room, f"!link {code}")
        await town.sees(room, "Linked to")
        for line, answer in (
            ("!relay on", "Relaying is on"),
            ("!config hold-back 1", "hold-back is now"),
            ("!config reminders 1m, 0", "reminders is now"),
        ):
            await carla.say(room, line)
            await town.sees(room, answer)
        yield Play(town, bot, carla, members, room, net)
    finally:
        await bot.stop()
        for person in town.people:
            await person.close()


async def test_nothing_is_lost_and_nothing_is_said_twice(play: Play) -> None:
    """Polls, events and highlights over 22 kills: every ballot, answer, reminder and highlight is there, once."""
    chance = random.Random(SEED)
    dying = asyncio.create_task(play.bot.die_and_live(chance, KILLS))
    number = 0
    while not dying.done() or number < 3:
        number += 1
        await a_poll(play, f"Question {number}?", chance)
        if number <= 3:
            await an_event(play, f"Gathering {number}", chance)
        await a_highlight(play, f"News {number}")
    await dying
    assert play.bot.kills >= 20
    await polls_are_right(play)
    await reminders_came(play)
    await highlights_are_there(play)
    await rows_are_right(play)


async def a_poll(play: Play, question: str, chance: random.Random) -> None:
    """A connector asks, everybody votes, some in the native poll, and some change their minds."""
    await play.carla.say(play.room, f'!poll "{question}" "Garden" "Library"')
    card = await play.town.sees(play.room, rf"(?s){question[:-1]}.*Vote in the poll above")
    native = await play.town.native_poll(play.room)
    votes = {}
    for person in play.members:
        for _ in range(chance.choice((1, 1, 2))):
            choice = chance.choice(("Garden", "Library"))
            votes[person.user] = choice
            if chance.random() < 0.5:
                await person.vote(play.room, native, [choice])
            else:
                await _react_anew(play, person, card.id, NUMBERS[choice])
    play.expected.ballots[question] = Counter(votes.values())
    await play.carla.say(play.room, "!poll close")
    await play.town.sees(play.room, rf"{question[:-1]}. (The answer is|It is a tie)")


async def _react_anew(play: Play, person: MatrixPerson, message: str, emoji: str) -> None:
    """React; who reacted so already takes that back first, as their client would have them do."""
    mine = [
        event["event_id"]
        for event in await person.related(play.room, message, "m.annotation")
        if event["sender"] == person.user and event["content"].get("m.relates_to", {}).get("key") == emoji
    ]
    for reaction in mine:
        await person.withdraw(play.room, reaction)
    await person.react(play.room, message, emoji)


async def an_event(play: Play, title: str, chance: random.Random) -> None:
    """A connector plans, confirms, and members answer."""
    await play.carla.say(play.room, f"!event {title} in 3 minutes at the garden")
    preview = await play.town.sees(play.room, f"Shall I announce this. {title}")
    await play.carla.react(play.room, preview.id, "✅")
    card = await play.town.sees(play.room, rf"^Event \d+: {title}")
    given = {}
    for person in play.members:
        emoji, answer = chance.choice((("✅", "yes"), ("🤔", "maybe"), ("❌", "no")))
        await person.react(play.room, card.id, emoji)
        given[person.user] = answer
    play.expected.answers[title] = given


async def a_highlight(play: Play, words: str) -> None:
    """Somebody tells something that three others like."""
    author, *fans = play.members
    said = await author.say(play.room, words)
    for fan in fans:
        await fan.react(play.room, said, "❤️")
    play.expected.highlights.append(words)


async def polls_are_right(play: Play) -> None:
    """One card and one result a poll, with the ballots that were cast. A card keeps a distance between its changes."""
    for question in play.expected.ballots:
        await play.town.sees(play.room, f"(?s)^(?=.*{re.escape(question)}).*is closed")
    lines = await _settled(play, play.room)
    for question, votes in play.expected.ballots.items():
        cards = [line for line in lines if question in line.text and "is closed" in line.text]
        results = [line for line in lines if question in line.text and "voted." in line.text]
        natives = [line for line in lines if line.poll and line.text == question]
        assert (len(cards), len(results), len(natives)) == (1, 1, 1), question
        shown = [int(part.split(" (")[0].split()[-1]) for part in cards[0].text.split("\n") if " %)" in part]
        assert shown == [votes["Garden"], votes["Library"]], (question, cards[0].text, votes)


async def reminders_came(play: Play) -> None:
    """For each event one reminder a minute before and one at the start."""
    for title in play.expected.answers:
        await play.town.sees(play.room, f"🔔 {title}", patience=300)
    lines = await _settled(play, play.room)
    for title in play.expected.answers:
        said = Counter(line.text[0] for line in lines if line.text[0] in "⏰🔔" and title in line.text.split("\n")[0])
        assert said == {"⏰": 1, "🔔": 1}, title
        assert len([line for line in lines if line.text.startswith("Event ") and title in line.text]) == 1


async def highlights_are_there(play: Play) -> None:
    """Each once in the network's room."""
    for words in play.expected.highlights:
        await play.town.sees(play.net, f"{words}see it", patience=120)
    lines = await _settled(play, play.net)
    for words in play.expected.highlights:
        assert len([line for line in lines if f"{words}see it" in line.text]) == 1, words


async def rows_are_right(play: Play) -> None:
    """What is stored is what people did; nothing is stuck, nothing failed."""
    database = Database(f"sqlite:///{play.bot.folder / 'glocal.db'}")
    async with database.engine.connect() as connection:
        rows = await connection.execute(
            text(
                "SELECT e.title, i.user, r.answer FROM rsvps r JOIN occurrences o ON o.id = r.occurrence_id"
                " JOIN events e ON e.id = o.event_id JOIN identities i ON i.member_id = r.member_id"
            )
        )
        answers: dict[str, dict[str, str]] = {}
        for title, user, answer in rows:
            answers.setdefault(title, {})[user] = answer
        stuck = await connection.execute(
            text("SELECT state, detail, key FROM outbox WHERE state IN ('pending', 'refused')")
        )
        dead = await connection.execute(text("SELECT key, error FROM dead_letters"))
        assert answers == play.expected.answers
        assert (list(stuck), list(dead)) == ([], [])
    await database.close()


async def _settled(play: Play, room: str) -> list[Line]:
    """The room once the bot has answered everything."""
    await play.town.count(room, ".")
    return await play.town.lines(room)
