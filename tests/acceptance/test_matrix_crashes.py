"""Tests that a conversation on a real homeserver survives kills (SIGKILL) at random moments."""

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
from tests.acceptance.bot_on_matrix import BotOnMatrix
from tests.acceptance.killable_process import KillableBot
from tests.acceptance.matrix_timeline import BotMessage
from tests.contract.matrix_people import MatrixPerson
from tests.homeserver.synapse import Homeserver
from tests.stores import store
from tests.waiting import until

KILLS = 22
SEED = 20261124
PAUSE = 4.0
"""Seconds between two rounds, in which the bot lets one person type more commands: a fast bot would refuse them."""
PATIENCE = 240.0
"""Seconds to wait for an answer: on a busy machine a bot that dies every few seconds hardly gets to answer."""
pytestmark = [pytest.mark.synapse, pytest.mark.crash, pytest.mark.timeout(900)]
NUMBERS = {"Garden": "1️⃣", "Library": "2️⃣"}


@dataclass
class Expected:
    """The people's actions, each of which must have one result in the end."""

    ballots: dict[str, Counter[str]] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    highlights: list[str] = field(default_factory=list)


@dataclass
class Conversation:
    """The rooms, the people and their bot."""

    people: BotOnMatrix
    bot: KillableBot
    carla: MatrixPerson
    members: list[MatrixPerson]
    room: str
    net: str
    expected: Expected = field(default_factory=Expected)


@pytest.fixture
async def talk(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Conversation]:
    """Set up a community that relays to a network, with a bot that the test can kill."""
    people = BotOnMatrix(homeserver, tmp_path / "bot")
    login = await homeserver.register("glocal")
    people.bot = login.user
    bot = KillableBot(homeserver, login, tmp_path / "bot")
    await bot.start()
    try:
        carla, *members = [await people.person(name) for name in ("carla", "anna", "ben", "cleo", "dora")]
        room = await people.room(carla, *members, name="Lyon")
        net = await people.room(carla, name="Network")
        await carla.say(room, "!setup Lyon en Europe/Paris")
        await people.sees(room, "Lyon is set up")
        await people.link(carla, room, carla, net)
        for line, answer in (
            ("!config quiet-hours off", "quiet-hours is"),  # the test runs at the machine's time of day, whatever it is
            ("!config consent notice", "consent is now"),
            ("!config hold-back 1", "hold-back is now"),
            ("!config reminders 1m, 0", "reminders is now"),
            ("!config poll-style both", "poll-style is now"),
        ):
            await carla.say(room, line)
            await people.sees(room, answer)
        yield Conversation(people, bot, carla, members, room, net)
    finally:
        await bot.stop()
        for person in people.people:
            await person.close()


async def test_conversation_survives_kills(talk: Conversation) -> None:
    """Over 22 kills, every ballot, answer, reminder and highlight exists once."""
    rng = random.Random(SEED)
    kills = asyncio.create_task(talk.bot.kill_repeatedly(rng, KILLS))
    number = 0
    while not kills.done() or number < 3:
        number += 1
        await hold_poll(talk, f"Question {number}?", rng)
        if number <= 3:
            await hold_event(talk, f"Gathering {number}", rng)
        await post_liked_message(talk, f"News {number}")
        await asyncio.sleep(PAUSE)
    await kills
    assert talk.bot.kills >= 20
    await check_polls(talk)
    await check_reminders(talk)
    await check_highlights(talk)
    await check_rows(talk)


async def hold_poll(talk: Conversation, question: str, rng: random.Random) -> None:
    """Hold a poll: everybody votes, some in the native poll, and some change their vote."""
    await talk.carla.say(talk.room, f'!poll "{question}" "Garden" "Library"')
    card = await talk.people.sees(talk.room, rf"(?s){question[:-1]}.*Vote in the poll above", patience=PATIENCE)
    native = await talk.people.native_poll(talk.room)
    votes = {}
    for person in talk.members:
        for _ in range(rng.choice((1, 1, 2))):
            choice = rng.choice(("Garden", "Library"))
            votes[person.user] = choice
            if rng.random() < 0.5:
                await person.vote(talk.room, native, [choice])
            else:
                await _repeat_reaction(talk, person, card.id, NUMBERS[choice])
    talk.expected.ballots[question] = Counter(votes.values())
    await talk.carla.say(talk.room, "!poll close")
    await talk.people.sees(talk.room, rf"{question[:-1]}. (The answer is|Tie)", patience=PATIENCE)


async def _repeat_reaction(talk: Conversation, person: MatrixPerson, message: str, emoji: str) -> None:
    """React to a message, after removing an equal reaction as a client would."""
    mine = [
        event["event_id"]
        for event in await person.related(talk.room, message, "m.annotation")
        if event["sender"] == person.user and event["content"].get("m.relates_to", {}).get("key") == emoji
    ]
    for reaction in mine:
        await person.withdraw(talk.room, reaction)
    await person.react(talk.room, message, emoji)


async def hold_event(talk: Conversation, title: str, rng: random.Random) -> None:
    """Announce an event and let the members answer it."""
    await talk.carla.say(talk.room, f"!event {title} in 3 minutes at the garden")
    preview = await talk.people.sees(talk.room, f"Shall I announce this. {title}", patience=PATIENCE)
    await talk.carla.react(talk.room, preview.id, "✅")
    card = await talk.people.sees(talk.room, rf"^Event \d+: {title}", patience=PATIENCE)
    given = {}
    for person in talk.members:
        emoji, answer = rng.choice((("✅", "yes"), ("🤔", "maybe"), ("❌", "no")))
        await person.react(talk.room, card.id, emoji)
        given[person.user] = answer
    talk.expected.answers[title] = given


async def post_liked_message(talk: Conversation, words: str) -> None:
    """Post a message that three other members like."""
    author, *fans = talk.members
    message = await author.say(talk.room, words)
    for fan in fans:
        await fan.react(talk.room, message, "❤️")
    talk.expected.highlights.append(words)


async def check_polls(talk: Conversation) -> None:
    """Check that each poll has one card and one result, with the ballots that members cast."""
    for question in talk.expected.ballots:
        await talk.people.sees(talk.room, f"(?s)^(?=.*{re.escape(question)}).*is closed")
    lines = await _messages_after_answers(talk, talk.room)
    for question, votes in talk.expected.ballots.items():
        cards = [line for line in lines if question in line.text and "is closed" in line.text]
        results = [line for line in lines if question in line.text and "voted." in line.text]
        natives = [line for line in lines if line.poll and line.text == question]
        assert (len(cards), len(results), len(natives)) == (1, 1, 1), question
        shown = [int(part.split(" (")[0].split()[-1]) for part in cards[0].text.split("\n") if "%)" in part]
        assert shown == [votes["Garden"], votes["Library"]], (question, cards[0].text, votes)


async def check_reminders(talk: Conversation) -> None:
    """Check that each event had one reminder a minute before and one at its start."""
    for title in talk.expected.answers:
        await talk.people.sees(talk.room, f"🔔 {title}", patience=300)
    lines = await _messages_after_answers(talk, talk.room)
    for title in talk.expected.answers:
        symbols = Counter(
            line.text[0] for line in lines if line.text[0] in "⏰🔔" and title in line.text.split("\n")[0]
        )
        assert symbols == {"⏰": 1, "🔔": 1}, title
        assert len([line for line in lines if line.text.startswith("Event ") and title in line.text]) == 1


async def check_highlights(talk: Conversation) -> None:
    """Check that each highlight is once in the network's room."""
    for words in talk.expected.highlights:
        await talk.people.sees(talk.net, f"{words}original message", patience=120)
    lines = await _messages_after_answers(talk, talk.net)
    for words in talk.expected.highlights:
        assert len([line for line in lines if f"{words}original message" in line.text]) == 1, words


async def check_rows(talk: Conversation) -> None:
    """Check that the stored answers are right and that there are no refused or stuck messages and no dead letters."""
    database = Database(store().new_url(talk.bot.folder))
    async with database.engine.connect() as connection:
        rows = await connection.execute(
            text(
                'SELECT e.title, i."user", r.answer FROM rsvps r JOIN occurrences o ON o.id = r.occurrence_id'
                " JOIN events e ON e.id = o.event_id JOIN identities i ON i.member_id = r.member_id"
            )
        )
        answers: dict[str, dict[str, str]] = {}
        for title, user, answer in rows:
            answers.setdefault(title, {})[user] = answer
        refused = await connection.execute(text("SELECT detail, key FROM outbox WHERE state = 'refused'"))
        dead = await connection.execute(text("SELECT key, error FROM dead_letters"))
        assert answers == talk.expected.answers
        assert (list(refused), list(dead)) == ([], [])
    await _wait_until_everything_is_sent(database)
    await database.close()


async def _wait_until_everything_is_sent(database: Database) -> None:
    left: list[str] = []

    async def is_sent() -> bool:
        waiting = text("SELECT state, detail, key FROM outbox WHERE state IN ('pending', 'sending')")
        async with database.engine.connect() as connection:
            left[:] = map(str, await connection.execute(waiting))
        return not left

    await until(is_sent, lambda: f"this is never sent: {left}")


async def _messages_after_answers(talk: Conversation, room: str) -> list[BotMessage]:
    """Return the room's messages once the bot has answered everything."""
    await talk.people.answered(room)
    return await talk.people.messages(room)
