"""5,000 updates at once, while Telegram asks for pauses, cuts connections and tells nonsense: nothing is lost."""

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

from adapters.telegram.api.rate_limiter import Pace
from tests.acceptance.telegram_town import TelegramTown
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
pytestmark = [pytest.mark.telegram, pytest.mark.timeout(420)]


@dataclass
class Square:
    """A group with an open poll, and how its members voted in the end."""

    name: str
    host: Person
    room: int
    members: list[Person]
    card: Shown
    votes: dict[str, str] = field(default_factory=dict)


class FloodedTown(TelegramTown):
    """`malformed`: the ids of updates that nobody can read; each has to be put aside."""

    def __init__(self, telegram: Telegram, folder: Path) -> None:
        super().__init__(telegram, folder)
        self.malformed: list[int] = []

    def pace(self) -> Pace:
        """As on the real Telegram."""
        return Pace()


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[FloodedTown]:
    """A town in which Telegram keeps to its limits."""
    with opened(limits=Limits()) as telegram:
        made = FloodedTown(telegram, tmp_path)
        await made.start()
        try:
            yield made
            assert [letter for letter in await made.dead_letters() if ":unreadable:" not in letter] == []
        finally:
            await made.stop()


async def test_nothing_is_lost_in_a_flood(town: FloodedTown) -> None:
    """Every ballot counts, every press is answered, the results are right; the bot keeps to the limits by itself."""
    squares = await asyncio.gather(*(_square(town, f"Square{number}") for number in range(GROUPS)))
    _plan(town, _LATER)
    chance, begun = random.Random(SEED), time.monotonic()
    presses = [press for _ in range(ROUNDS // 2) for press in _round(town, squares, chance)]
    await town.telegram.taken(town.bot, PATIENCE)
    town.telegram.restart_ids(town.bot)
    _plan(town, _UNANSWERED)
    presses += [press for _ in range(ROUNDS // 2) for press in _round(town, squares, chance)]
    await town.telegram.taken(town.bot, PATIENCE)
    took = time.monotonic() - begun
    for square in squares:
        square.host.say(square.room, "/poll_close")
    for square in squares:
        await _result_is_right(town, square)
    await town.idle(PATIENCE)
    assert await _ballots(town) == {(str(one.room), user): vote for one in squares for user, vote in one.votes.items()}
    unanswered = [press for press in presses if town.telegram.toast(press) is None]
    assert (len(presses), unanswered) == (PRESSES, [])
    assert town.telegram.flooded == 0
    assert town.telegram.faults_left == 0
    assert len(await town.dead_letters()) == len(town.malformed)
    print(f"{PRESSES} presses taken in {took:.1f} s; {_told(town)}")


async def test_a_pause_is_kept_over_a_restart(town: FloodedTown) -> None:
    """Telegram asks for seconds, the bot is stopped and started: the chat is left alone until they are over."""
    carla, room = await town.settled()
    town.telegram.fault("sendMessage", Flood(PAUSE), chat=room)
    carla.say(room, '/poll "Tea?" yes no')
    await town.telegram.until(lambda: [one for one in town.telegram.requests("sendMessage") if one.code == 429])
    await town.put_off(room)
    await town.stop()
    await town.start()
    await town.sees(room, "nobody has voted yet")
    asked, said = town.telegram.requests("sendMessage")[-2:]
    assert (asked.code, said.code) == (429, 200)
    assert (said.at - asked.at).total_seconds() >= PAUSE


async def test_a_group_moves_while_the_bot_is_away(town: FloodedTown) -> None:
    """Votes before the move and after it count; the poll is closed where the group is now."""
    anna, ben = town.telegram.person("Anna"), town.telegram.person("Ben")
    carla = town.telegram.person("Carla")
    old = town.telegram.group("Lyon", carla, anna, ben, town.bot, admins=(town.bot,))
    await town.sees(old, "I am glocal")
    carla.say(old, "/setup Lyon en Europe/Paris")
    await town.sees(old, "Lyon is set up")
    carla.say(old, '/poll "Tea?" yes no')
    card = await town.sees(old, "nobody has voted yet")
    await town.stop()
    anna.press(old, card.id, "yes")
    new = carla.migrate(old)
    town.telegram.malformed(town.bot)
    ben.press(old, card.id, "no")
    carla.say(new, "/poll_close")
    await town.start()
    result = await town.sees(new, "It is a tie")
    assert result.text.count("1 (50") == 2


async def _square(town: FloodedTown, name: str) -> Square:
    members = [town.telegram.person(f"Member {number}") for number in range(MEMBERS)]
    carla, room = await town.settled(*members, name=name, host=f"Host of {name}")
    carla.say(room, '/poll "Where do we meet?" Garden Library Square')
    card = await town.telegram.sees(room, "nobody has voted yet", patience=PATIENCE)
    return Square(name, carla, room, members, card)


_LATER: tuple[tuple[str, Fault, int], ...] = (
    ("answerCallbackQuery", Flood(1), 40),
    ("editMessageText", Flood(2), 10),
    ("answerCallbackQuery", BadGateway(), 5),
    ("getUpdates", Flood(1), 2),
    ("getUpdates", LostReply(), 3),
    ("getUpdates", Conflict(), 1),
)
_UNANSWERED: tuple[tuple[str, Fault, int], ...] = (
    ("editMessageText", LostReply(), 5),
    ("editMessageText", Flood(1), 10),
    ("getUpdates", BadGateway(), 2),
    ("getUpdates", Cut(), 2),
    ("getUpdates", Garbage(), 1),
    ("answerCallbackQuery", LostReply(), 10),
    ("answerCallbackQuery", Fails(500, "Internal Server Error"), 3),
    ("answerCallbackQuery", Flood(1), 40),
)


def _plan(town: FloodedTown, faults: tuple[tuple[str, Fault, int], ...]) -> None:
    for method, fault, times in faults:
        town.telegram.fault(method, fault, times=times)


def _round(town: FloodedTown, squares: list[Square], chance: random.Random) -> list[str]:
    """Everybody everywhere presses once; now and then an update that nobody can read, or plain words."""
    pairs = [(square, person) for square in squares for person in square.members]
    chance.shuffle(pairs)
    presses = []
    for square, person in pairs:
        vote = chance.choice(OPTIONS)
        presses.append(person.press(square.room, square.card.id, vote))
        square.votes[str(person.user)] = vote
        if chance.random() < 0.01:
            town.malformed.append(town.telegram.malformed(town.bot))
        if chance.random() < 0.1:
            person.say(square.room, "I could come on Tuesday")
    return presses


async def _result_is_right(town: FloodedTown, square: Square) -> None:
    """The result says how many chose what, once."""
    result = await town.telegram.sees(square.room, r"The answer is|It is a tie", patience=PATIENCE)
    counted = Counter(square.votes.values())
    shown = [
        line.rsplit(" (", 1)[0].split()[-1] for line in result.text.splitlines() if " %)" in line.replace("\u202f", " ")
    ]
    assert [int(one) for one in shown] == [counted[option] for option in OPTIONS], result.text
    assert (
        len([one for one in town.telegram.shown(square.room) if "The answer is" in one.text or "tie" in one.text]) == 1
    )


_BALLOTS = (
    "SELECT r.room, p.options, i.user, b.choices FROM ballots b JOIN polls p ON p.id = b.poll_id"
    " JOIN rooms r ON r.id = p.room_id JOIN identities i ON i.member_id = b.member_id"
)


async def _ballots(town: FloodedTown) -> dict[tuple[str, str], str]:
    """What is stored of each member's vote."""
    async with town.database.engine.connect() as connection:
        rows = list(await connection.execute(text(_BALLOTS)))
    return {(room, user): json.loads(options)[int(choices)] for room, options, user, choices in rows}


def _told(town: FloodedTown) -> str:
    """How often Telegram said what."""
    codes = Counter(request.code for request in town.telegram.requests())
    edits = len(town.telegram.requests("editMessageText"))
    return f"answers of Telegram by code: {dict(codes)}; {edits} edits"
