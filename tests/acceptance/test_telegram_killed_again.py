"""kill -9 at random moments of conversations on the Telegram stand-in: no update lost, nothing handled twice.

Telegram knows no idempotency key: what was being sent when the bot died may be there or not. The stated policy: posts
are sent again then (and may be there twice), answers are not (who asked asks again). That is counted here too.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.acceptance.killable_telegram_bot import KillableTelegramBot
from tests.ports import free_port
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.shown import Shown
from tests.standins.telegram.users import BotAccount

KILLS = 22
LONGEST_LIFE = 2.4
SEED = 20261125
LATENCY = 0.12
"""Seconds between a message and the reply that tells of it: time to die in."""
PATIENCE = 45.0
EARLY = 25
"""Seconds of a minute in which an event may still be planned for the next: the talk about it takes its time."""
pytestmark = [pytest.mark.telegram, pytest.mark.crash, pytest.mark.timeout(240)]
OPTIONS = ("Garden", "Library")
ANSWERS = (("✅ Coming", "yes"), ("🤔 Maybe", "maybe"), ("❌ Can’t", "no"))


@dataclass
class Place:
    """A group with its people, and what they did: it has to be there in the end."""

    room: int
    host: Person
    members: list[Person]
    ballots: dict[str, dict[str, str]] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass
class Play:
    """The platform, the bot, and three groups."""

    tg: Telegram
    account: BotAccount
    bot: KillableTelegramBot
    places: list[Place]
    presses: list[str] = field(default_factory=list)

    async def asked(self, place: Place, words: str, answer: str) -> Shown:
        """Ask until it is answered: the answer itself may have been lost with a life."""
        before = max(one.id for one in self.tg.shown(place.room))
        for _ in range(15):
            place.host.say(place.room, words)
            try:
                return await self.tg.sees(place.room, answer, after=before, patience=6.0)
            except AssertionError:
                continue
        raise AssertionError(f"{words!r} was never answered:\n{self.tg.transcript(place.room)}")

    async def sees(self, place: Place, what: str, after: int = 0) -> Shown:
        """Wait for a message."""
        return await self.tg.sees(place.room, what, after=after, patience=PATIENCE)

    def press(self, person: Person, shown: Shown, label: str) -> None:
        """Press a button of whatever copy of the message is there."""
        self.presses.append(person.press(shown.chat, shown.id, label))


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    """Three communities with a mortal bot."""
    with opened(latency=LATENCY) as tg:
        account = tg.bot(privacy=False)
        bot = KillableTelegramBot(tg, account, tmp_path / "bot")
        made = Play(tg, account, bot, [_place(tg, account, name) for name in ("Lyon", "Nice", "Lille")])
        await bot.open()
        try:
            await asyncio.gather(*(_settle(made, place) for place in made.places))
            yield made
        finally:
            await bot.close()


def _place(tg: Telegram, account: BotAccount, name: str) -> Place:
    host, *members = [tg.person(f"{who} of {name}") for who in ("Carla", "Anna", "Ben", "Cleo", "Dora")]
    return Place(tg.supergroup(name, host, *members, account, admins=(account,)), host, members)


async def _settle(play: Play, place: Place) -> None:
    await play.sees(place, "I am glocal")
    await play.asked(place, "/setup Place en Europe/Paris", "is set up")
    await play.asked(place, "/config reminders 0", "reminders is now")


async def test_nothing_is_lost_and_nothing_is_handled_twice(play: Play) -> None:
    """Polls, events, commands over 22 kills: all that people did is there, once; what is double was uncertain."""
    chance = random.Random(SEED)
    dying = asyncio.create_task(play.bot.kill_repeatedly(chance, KILLS, LONGEST_LIFE))
    stories = [asyncio.create_task(_story(play, place, dying, random.Random(place.room))) for place in play.places]
    try:
        await asyncio.gather(dying, *stories)
    finally:
        for task in (dying, *stories):
            task.cancel()
    assert play.bot.kills >= 20
    await play.tg.taken(play.account, patience=PATIENCE)
    await _reminders_came(play)
    await _all_is_said(play)
    await _rows_are_right(play)
    _said_as_the_policy_has_it(play)


async def test_nothing_that_is_brought_is_lost(tmp_path: Path) -> None:
    """By webhook: what died with the bot before it was stored was not acknowledged, and is brought again."""
    with opened(latency=LATENCY) as tg:
        account = tg.bot(privacy=False)
        bot = KillableTelegramBot(tg, account, tmp_path / "bot", port=free_port())
        place = _place(tg, account, "Lyon")
        play = Play(tg, account, bot, [place])
        await bot.open()
        try:
            await _settle(play, place)
            dying = asyncio.create_task(bot.kill_repeatedly(random.Random(SEED), 8, LONGEST_LIFE))
            while not dying.done():
                await _a_poll(play, place, f"Question {len(place.ballots) + 1}?", random.Random(len(place.ballots)))
            await dying
            await _all_is_said(play)
            await _rows_are_right(play)
        finally:
            await bot.close()
    assert tg.requests("getUpdates") == []


async def _story(play: Play, place: Place, dying: asyncio.Task[None], chance: random.Random) -> None:
    """Poll after poll while the bot keeps dying, and one event."""
    number = 0
    while not dying.done() or number < 3 or not place.answers:
        if not place.answers:
            await _an_event(play, place, chance)
        number += 1
        await _a_poll(play, place, f"Question {number}?", chance)


async def _a_poll(play: Play, place: Place, question: str, chance: random.Random) -> None:
    """Everybody votes, some change their minds; then it is closed."""
    before = max(one.id for one in play.tg.shown(place.room))
    place.host.say(place.room, f'/poll "{question}" "Garden" "Library"')
    card = await play.sees(place, re.escape(question), before)
    votes: dict[str, str] = {}
    for person in place.members:
        for _ in range(chance.choice((1, 1, 2))):
            option = chance.choice(OPTIONS)
            play.press(person, card, option)
            votes[str(person.user)] = option
            await asyncio.sleep(chance.uniform(0.0, 0.3))
    place.ballots[question] = votes
    number = card.text.split("Poll ")[1].split()[0]
    place.host.say(place.room, f"/poll_close {number}")
    await play.sees(place, rf"(?s)Poll {number}: {re.escape(question)} (The answer is|It is a tie)")


async def _an_event(play: Play, place: Place, chance: random.Random) -> None:
    """Planned in a line, confirmed, answered by press and by command. Confirmed too late, there is none."""
    title = f"Gathering {int(time.time()) % 10_000}"
    when = "in 1 minute" if time.time() % 60 < EARLY else "in 2 minutes"
    preview = await play.asked(place, f"/event {title} {when} at the garden", f"Shall I announce this.? {title}")
    play.press(place.host, preview, "Announce it")
    try:
        card = await play.tg.sees(place.room, rf"^Event \d+: {title}", patience=15.0)
    except AssertionError:
        return
    number = card.text.split(":")[0].split()[1]
    given = place.answers[title] = {}
    for person in place.members:
        label, answer = chance.choice(ANSWERS)
        if person is place.members[0]:
            person.say(place.room, f"/rsvp {number} {answer}")
        else:
            play.press(person, card, label)
        given[str(person.user)] = answer
        await asyncio.sleep(chance.uniform(0.0, 0.5))


async def _reminders_came(play: Play) -> None:
    """For each event one at its start."""
    for place in play.places:
        for title in place.answers:
            await play.tg.sees(place.room, f"🔔 {title}", patience=120)


async def _all_is_said(play: Play) -> None:
    """Nothing waits to be sent."""
    database = Database(f"sqlite:///{play.bot.folder / 'glocal.db'}")
    waiting = text("SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending')")
    async with asyncio.timeout(PATIENCE):
        while True:
            async with database.engine.connect() as connection:
                if not (await connection.execute(waiting)).scalar_one():
                    break
            await asyncio.sleep(0.1)
    await database.close()


_BALLOTS = (
    "SELECT r.room, p.question, p.options, i.user, b.choices FROM ballots b JOIN polls p ON p.id = b.poll_id"
    " JOIN rooms r ON r.id = p.room_id JOIN identities i ON i.member_id = b.member_id"
)
_RSVPS = (
    "SELECT r.room, e.title, i.user, v.answer FROM rsvps v JOIN occurrences o ON o.id = v.occurrence_id"
    " JOIN events e ON e.id = o.event_id JOIN rooms r ON r.id = e.room_id"
    " JOIN identities i ON i.member_id = v.member_id"
)


async def _rows_are_right(play: Play) -> None:
    """What is stored is what people did, once; nothing is stuck, nothing failed."""
    database = Database(f"sqlite:///{play.bot.folder / 'glocal.db'}")
    async with database.engine.connect() as connection:
        ballots: dict[tuple[str, str], dict[str, str]] = {}
        for room, question, options, user, choices in await connection.execute(text(_BALLOTS)):
            ballots.setdefault((room, question), {})[user] = json.loads(options)[int(choices)]
        answers: dict[tuple[str, str], dict[str, str]] = {}
        for room, title, user, answer in await connection.execute(text(_RSVPS)):
            answers.setdefault((room, title), {})[user] = answer
        polls = sorted((str(room), question) for room, question in await connection.execute(
            text("SELECT r.room, p.question FROM polls p JOIN rooms r ON r.id = p.room_id")))  # fmt: skip
        stuck = list(await connection.execute(text(
            "SELECT kind, state, detail, key FROM outbox WHERE state NOT IN ('sent', 'superseded')")))  # fmt: skip
        dead = list(await connection.execute(text("SELECT key, error FROM dead_letters")))
    await database.close()
    assert ballots == {(str(p.room), question): votes for p in play.places for question, votes in p.ballots.items()}
    assert answers == {(str(p.room), title): given for p in play.places for title, given in p.answers.items()}
    assert polls == sorted((str(p.room), question) for p in play.places for question in p.ballots)
    assert [row for row in stuck if (row.kind, row.state) != ("Answer", "unknown")] == []
    assert dead == []


def _said_as_the_policy_has_it(play: Play) -> None:
    """Cards, results and reminders are there once, or once more for each time that nobody knew."""
    lines = [json.loads(line) for line in play.bot.log().splitlines() if line.startswith("{")]
    again = [line for line in lines if line["event"] == "outbox-interrupted" and line["settled"] == "pending"]
    lost = [line for line in lines if line["event"] == "outbox-interrupted" and line["settled"] == "unknown"]
    doubled = 0
    for place in play.places:
        said = play.tg.shown(place.room, by=play.account)
        uncertain = sum(line["room"] == str(place.room) for line in again)
        extra = 0
        for question in place.ballots:
            about = [one.text for one in said if question in one.text]
            results = [one for one in about if re.match(r"Poll \d+: ", one)]
            extra += len(results) - 1 + len(about) - len(results) - 1
            assert results and len(about) > len(results), question
        for title in place.answers:
            for mark in (f"🔔 {title}", rf"Event \d+: {title}"):
                extra += sum(re.match(mark, one.text) is not None for one in said) - 1
        assert 0 <= extra <= uncertain, play.tg.transcript(place.room)
        doubled += extra
    answered = sum(play.tg.toast(query) is not None for query in play.presses)
    assert len(play.presses) - answered <= len(lost)
    print(
        f"{play.bot.kills} kills, {sum(len(p.ballots) for p in play.places)} polls, {len(play.presses)} presses"
        f" ({answered} answered), {len(again)} posts of unknown fate sent again ({doubled} were there already),"
        f" {len(lost)} answers not, {len(play.tg.requests())} requests"
    )
