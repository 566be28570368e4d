"""A conversation on the Telegram stand-in that continues while a test kills the bot, and the checks of its outcome."""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from dataclasses import dataclass, field

from sqlalchemy import text

from storage.database import Database
from tests.acceptance.killable_telegram_bot import KillableTelegramBot
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram
from tests.standins.telegram.shown import Shown
from tests.standins.telegram.users import BotAccount
from tests.stores import store
from tests.waiting import until

PATIENCE = 45.0
OUTBOX_PATIENCE = 150.0
"""Seconds: edits have a share of what a group may get in a minute, so each may wait for that long."""
EARLY = 25
"""Seconds of a minute during which an event may still be planned for the next one, because planning takes a while."""
OPTIONS = ("Garden", "Library")
ANSWERS = (("✅ Coming", "yes"), ("🤔 Maybe", "maybe"), ("❌ Can’t", "no"))


@dataclass
class Group:
    """A group with its people, and their actions, each of which must have one result in the end."""

    room: int
    host: Person
    members: list[Person]
    ballots: dict[str, dict[str, str]] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass
class Conversation:
    """The stand-in, the bot, and its groups."""

    tg: Telegram
    account: BotAccount
    bot: KillableTelegramBot
    groups: list[Group]
    presses: list[str] = field(default_factory=list)

    async def ask(self, group: Group, words: str, answer: str) -> Shown:
        """Send a command until the answer arrives, because a kill may lose the answer itself."""
        before = max(one.id for one in self.tg.shown(group.room))
        for _ in range(15):
            group.host.say(group.room, words)
            try:
                return await self.tg.sees(group.room, answer, after=before, patience=6.0)
            except AssertionError:
                continue
        raise AssertionError(f"{words!r} was never answered:\n{self.tg.transcript(group.room)}")

    async def sees(self, group: Group, what: str, after: int = 0) -> Shown:
        """Wait for a message."""
        return await self.tg.sees(group.room, what, after=after, patience=PATIENCE)

    def press(self, person: Person, shown: Shown, label: str) -> None:
        """Press a button of a message and remember the press."""
        self.presses.append(person.press(shown.chat, shown.id, label))


def create_group(tg: Telegram, account: BotAccount, name: str) -> Group:
    """Create a group with a host and four members."""
    host, *members = [tg.person(f"{who} of {name}") for who in ("Carla", "Anna", "Ben", "Cleo", "Dora")]
    return Group(tg.supergroup(name, host, *members, account, admins=(account,)), host, members)


async def set_up_group(talk: Conversation, group: Group) -> None:
    """Set up a community in the group, with reminders only at the start."""
    await talk.sees(group, "I’m glocal")
    await talk.ask(group, "/setup Place en Europe/Paris", "is set up")
    await talk.ask(group, "/config reminders 0", "reminders is now")


async def hold_conversation(talk: Conversation, group: Group, kills: asyncio.Task[None], rng: random.Random) -> None:
    """Hold one event and poll after poll until the kills are over."""
    number = 0
    while not kills.done() or number < 3 or not group.answers:
        if not group.answers:
            await hold_event(talk, group, rng)
        number += 1
        await hold_poll(talk, group, f"Question {number}?", rng)


async def hold_poll(talk: Conversation, group: Group, question: str, rng: random.Random) -> None:
    """Hold a poll: everybody votes, some change their vote, and the host closes it."""
    before = max(one.id for one in talk.tg.shown(group.room))
    group.host.say(group.room, f'/poll "{question}" "Garden" "Library"')
    card = await talk.sees(group, re.escape(question), before)
    votes: dict[str, str] = {}
    for person in group.members:
        for option in rng.sample(OPTIONS, rng.choice((1, 1, 2))):
            talk.press(person, card, option)
            votes[str(person.user)] = option
            await asyncio.sleep(rng.uniform(0.0, 0.3))
    group.ballots[question] = votes
    number = card.text.split("Poll ")[1].split()[0]
    group.host.say(group.room, f"/poll_close {number}")
    await talk.sees(group, rf"(?s)Poll {number}: {re.escape(question)} (The answer is|Tie)")


async def hold_event(talk: Conversation, group: Group, rng: random.Random) -> None:
    """Announce an event and let the members answer it. An event that is confirmed too late does not come about."""
    title = f"Gathering {int(time.time()) % 10_000}"
    when = "in 1 minute" if time.time() % 60 < EARLY else "in 2 minutes"
    preview = await talk.ask(group, f"/event {title} {when} at the garden", f"Shall I announce this.? {title}")
    talk.press(group.host, preview, "Announce it")
    try:
        card = await talk.tg.sees(group.room, rf"^Event \d+: {title}", patience=15.0)
    except AssertionError:
        return
    number = card.text.split(":")[0].split()[1]
    given = group.answers[title] = {}
    for person in group.members:
        label, answer = rng.choice(ANSWERS)
        if person is group.members[0]:
            person.say(group.room, f"/rsvp {number} {answer}")
        else:
            talk.press(person, card, label)
        given[str(person.user)] = answer
        await asyncio.sleep(rng.uniform(0.0, 0.5))


async def wait_for_reminders(talk: Conversation) -> None:
    """Wait for the reminder at the start of each event."""
    for group in talk.groups:
        for title in group.answers:
            await talk.tg.sees(group.room, f"🔔 {title}", patience=120)


async def wait_until_everything_is_sent(talk: Conversation) -> None:
    """Wait until the outbox is empty."""
    database = Database(store().new_url(talk.bot.folder))
    waiting = text(
        "SELECT kind, key, state, attempts, not_before, detail, room FROM outbox WHERE state IN ('pending', 'sending')"
        " LIMIT 5"
    )
    left: list[str] = []

    async def is_empty() -> bool:
        async with database.engine.connect() as connection:
            left[:] = [str(row) for row in await connection.execute(waiting)]
            return not left

    try:
        await until(is_empty, lambda: "\n".join(("the outbox is never empty:", *left)), OUTBOX_PATIENCE)
    finally:
        await database.close()


_BALLOTS = (
    'SELECT r.room, p.question, p.options, i."user", b.choices FROM ballots b JOIN polls p ON p.id = b.poll_id'
    " JOIN rooms r ON r.id = p.room_id JOIN identities i ON i.member_id = b.member_id"
)
_RSVPS = (
    'SELECT r.room, e.title, i."user", v.answer FROM rsvps v JOIN occurrences o ON o.id = v.occurrence_id'
    " JOIN events e ON e.id = o.event_id JOIN rooms r ON r.id = e.room_id"
    " JOIN identities i ON i.member_id = v.member_id"
)


async def check_rows(talk: Conversation) -> None:
    """Check that the stored rows are the people's actions, with nothing stuck and no dead letters."""
    database = Database(store().new_url(talk.bot.folder))
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
    assert ballots == {(str(g.room), question): votes for g in talk.groups for question, votes in g.ballots.items()}
    assert answers == {(str(g.room), title): given for g in talk.groups for title, given in g.answers.items()}
    assert polls == sorted((str(g.room), question) for g in talk.groups for question in g.ballots)
    assert [row for row in stuck if (row.kind, row.state) != ("Answer", "unknown")] == []
    assert dead == []


def check_repeated_posts(talk: Conversation) -> None:
    """Check that cards, results and reminders exist, with no more repetitions than posts of unknown fate."""
    lines = [json.loads(line) for line in talk.bot.log().splitlines() if line.startswith("{")]
    again = [line for line in lines if line["event"] == "outbox-interrupted" and line["settled"] == "pending"]
    lost = [line for line in lines if line["event"] == "outbox-interrupted" and line["settled"] == "unknown"]
    doubled = 0
    for group in talk.groups:
        messages = talk.tg.shown(group.room, by=talk.account)
        uncertain = sum(line["room"] == str(group.room) for line in again)
        extra = 0
        for question in group.ballots:
            about = [one.text for one in messages if question in one.text]
            results = [one for one in about if re.match(r"Poll \d+: ", one)]
            extra += len(results) - 1 + len(about) - len(results) - 1
            assert results and len(about) > len(results), question
        for title in group.answers:
            for mark in (f"🔔 {title}", rf"Event \d+: {title}"):
                extra += sum(re.match(mark, one.text) is not None for one in messages) - 1
        assert 0 <= extra <= uncertain, talk.tg.transcript(group.room)
        doubled += extra
    answered = sum(talk.tg.toast(query) is not None for query in talk.presses)
    assert len(talk.presses) - answered <= len(lost)
    print(
        f"{talk.bot.kills} kills, {sum(len(g.ballots) for g in talk.groups)} polls, {len(talk.presses)} presses"
        f" ({answered} answered), {len(again)} posts of unknown fate sent again ({doubled} were there already),"
        f" {len(lost)} answers not, {len(talk.tg.requests())} requests"
    )
