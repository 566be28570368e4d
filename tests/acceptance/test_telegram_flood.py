"""Tests with 5,000 updates at once, while Telegram asks for pauses, cuts connections and sends garbage."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.telegram.api.rate_limiter import RateLimiter
from tests.acceptance.bot_on_telegram import BotOnTelegram
from tests.standins.telegram.faults import BadGateway, Conflict, Cut, Fails, Fault, Flood, Garbage, LostReply
from tests.standins.telegram.limits import Limits
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.shown import Shown

GROUPS, MEMBERS, ROUNDS = 20, 25, 10
PRESSES = GROUPS * MEMBERS * ROUNDS
SEED = 20261125
PATIENCE = 150.0
PAUSE = 4
OPTIONS = ("Garden", "Library", "Square")
pytestmark = [pytest.mark.telegram, pytest.mark.timeout(900)]


@dataclass
class Group:
    """A group with an open poll, and the latest vote of each member."""

    name: str
    host: Person
    room: int
    members: list[Person]
    card: Shown
    votes: dict[str, str] = field(default_factory=dict)


class FloodedBot(BotOnTelegram):
    """The bot with real rate limits. `malformed`: the ids of unreadable updates, each a dead letter in the end."""

    def __init__(self, telegram: Telegram, folder: Path) -> None:
        super().__init__(telegram, folder)
        self.malformed: list[int] = []

    def rate_limiter(self) -> RateLimiter:
        """Return the rate limiter of the real Telegram."""
        return RateLimiter()


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[FloodedBot]:
    """Run the bot on a stand-in that enforces Telegram's limits."""
    with opened(limits=Limits()) as telegram:
        made = FloodedBot(telegram, tmp_path)
        await made.start()
        try:
            yield made
            assert [letter for letter in await made.dead_letters() if ":unreadable:" not in letter] == []
        finally:
            await made.stop()


async def test_flood_loses_no_vote(bot: FloodedBot) -> None:
    """In a flood every vote counts and every press is answered, and the bot never exceeds a limit."""
    groups = await asyncio.gather(*(_set_up_group(bot, f"Group{number}") for number in range(GROUPS)))
    _plan_faults(bot, _FAULTS_WHILE_VOTING)
    rng, started = random.Random(SEED), time.monotonic()
    presses = [press for _ in range(ROUNDS // 2) for press in _press_once_each(bot, groups, rng)]
    await bot.telegram.taken(bot.bot, PATIENCE)
    bot.telegram.restart_ids(bot.bot)
    _plan_faults(bot, _FAULTS_AFTER_RESTARTED_IDS)
    presses += [press for _ in range(ROUNDS // 2) for press in _press_once_each(bot, groups, rng)]
    await bot.telegram.taken(bot.bot, PATIENCE)
    took = time.monotonic() - started
    for group in groups:
        group.host.say(group.room, "/poll_close")
    for group in groups:
        await _check_result(bot, group)
    await bot.idle(PATIENCE)
    assert await _ballots(bot) == {(str(one.room), user): vote for one in groups for user, vote in one.votes.items()}
    unanswered = [press for press in presses if bot.telegram.toast(press) is None]
    assert (len(presses), unanswered) == (PRESSES, [])
    assert bot.telegram.flooded == 0
    assert bot.telegram.faults_left == 0
    assert len(await bot.dead_letters()) == len(bot.malformed)
    print(f"{PRESSES} presses taken in {took:.1f} s; {_response_summary(bot)}")


async def test_requested_pause_survives_restart(bot: FloodedBot) -> None:
    """A pause that Telegram asks for is kept over a restart of the bot."""
    carla, room = await bot.community()
    bot.telegram.fault("sendMessage", Flood(PAUSE), chat=room)
    carla.say(room, '/poll "Tea?" yes no')
    await bot.telegram.until(lambda: [one for one in bot.telegram.requests("sendMessage") if one.code == 429])
    await bot.deferred(room)
    await bot.stop()
    await bot.start()
    await bot.sees(room, "nobody has voted yet")
    refused, accepted = bot.telegram.requests("sendMessage")[-2:]
    assert (refused.code, accepted.code) == (429, 200)
    assert (accepted.at - refused.at).total_seconds() >= PAUSE


async def test_group_moves_during_downtime(bot: FloodedBot) -> None:
    """Votes before and after a group's move count, and the poll closes in the new group."""
    anna, ben = bot.telegram.person("Anna"), bot.telegram.person("Ben")
    carla = bot.telegram.person("Carla")
    old = bot.telegram.group("Lyon", carla, anna, ben, bot.bot, admins=(bot.bot,))
    await bot.set_up(carla, old)
    carla.say(old, '/poll "Tea?" yes no')
    card = await bot.sees(old, "nobody has voted yet")
    await bot.stop()
    anna.press(old, card.id, "yes")
    new = carla.migrate(old)
    bot.telegram.malformed(bot.bot)
    ben.press(old, card.id, "no")
    carla.say(new, "/poll_close")
    await bot.start()
    result = await bot.sees(new, "Tie")
    assert result.text.count("1 (50") == 2


async def _set_up_group(bot: FloodedBot, name: str) -> Group:
    """Set up a community with an open poll."""
    members = [bot.telegram.person(f"Member {number}") for number in range(MEMBERS)]
    carla, room = await bot.community(*members, name=name, host=f"Host of {name}")
    carla.say(room, '/poll "Where do we meet?" Garden Library Square')
    card = await bot.telegram.sees(room, "nobody has voted yet", patience=PATIENCE)
    return Group(name, carla, room, members, card)


_FAULTS_WHILE_VOTING: tuple[tuple[str, Fault, int], ...] = (
    ("answerCallbackQuery", Flood(1), 40),
    ("editMessageText", Flood(2), 10),
    ("answerCallbackQuery", BadGateway(), 5),
    ("getUpdates", Flood(1), 2),
    ("getUpdates", LostReply(), 3),
    ("getUpdates", Conflict(), 1),
)
_FAULTS_AFTER_RESTARTED_IDS: tuple[tuple[str, Fault, int], ...] = (
    ("editMessageText", LostReply(), 5),
    ("editMessageText", Flood(1), 10),
    ("getUpdates", BadGateway(), 2),
    ("getUpdates", Cut(), 2),
    ("getUpdates", Garbage(), 1),
    ("answerCallbackQuery", LostReply(), 10),
    ("answerCallbackQuery", Fails(500, "Internal Server Error"), 3),
    ("answerCallbackQuery", Flood(1), 40),
)


def _plan_faults(bot: FloodedBot, faults: tuple[tuple[str, Fault, int], ...]) -> None:
    """Plan these faults of the stand-in."""
    for method, fault, times in faults:
        bot.telegram.fault(method, fault, times=times)


def _press_once_each(bot: FloodedBot, groups: list[Group], rng: random.Random) -> list[str]:
    """Press a button as every member of every group, with some unreadable updates and chat in between."""
    pairs = [(group, person) for group in groups for person in group.members]
    rng.shuffle(pairs)
    presses = []
    for group, person in pairs:
        vote = rng.choice([option for option in OPTIONS if option != group.votes.get(str(person.user))])
        presses.append(person.press(group.room, group.card.id, vote))
        group.votes[str(person.user)] = vote
        if rng.random() < 0.01:
            bot.malformed.append(bot.telegram.malformed(bot.bot))
        if rng.random() < 0.1:
            person.say(group.room, "I could come on Tuesday")
    return presses


async def _check_result(bot: FloodedBot, group: Group) -> None:
    """Check that the group has one result, with the right counts."""
    result = await bot.telegram.sees(group.room, r"The answer is|Tie", patience=PATIENCE)
    counted = Counter(group.votes.values())
    shown = [line.rsplit(" (", 1)[0].split()[-1] for line in result.text.splitlines() if "%)" in line]
    assert [int(one) for one in shown] == [counted[option] for option in OPTIONS], result.text
    assert len([one for one in bot.telegram.shown(group.room) if "The answer is" in one.text or "Tie" in one.text]) == 1


_BALLOTS = (
    'SELECT r.room, p.options, i."user", b.choices FROM ballots b JOIN polls p ON p.id = b.poll_id'
    " JOIN rooms r ON r.id = p.room_id JOIN identities i ON i.member_id = b.member_id"
)


async def _ballots(bot: FloodedBot) -> dict[tuple[str, str], str]:
    """Return each member's stored vote."""
    async with bot.database.engine.connect() as connection:
        rows = list(await connection.execute(text(_BALLOTS)))
    return {(room, user): json.loads(options)[int(choices)] for room, options, user, choices in rows}


def _response_summary(bot: FloodedBot) -> str:
    """Return how often Telegram answered with each status."""
    codes = Counter(request.code for request in bot.telegram.requests())
    edits = len(bot.telegram.requests("editMessageText"))
    return f"answers of Telegram by code: {dict(codes)}; {edits} edits"
