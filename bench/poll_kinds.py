"""A ranked count of many ballots with many options, and an anonymous poll of twenty thousand."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func
from sqlmodel import select

from bench.measure import Result
from bots.features.polls.anonymity import PAGE
from bots.features.polls.kinds.form import Form
from bots.features.polls.kinds.registry import KINDS
from storage.bulk_writes import insert_new
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import ballot_counts, polls
from storage.tables import Ballot, BallotCount, Community, Member, Poll, PollKind, Room, RoomRole

_MEMBERS = insert_new(Member)
RANKED, OPTIONS, ANONYMOUS, ROUNDS = 10_000, 20, 20_000, 3


def poll_kinds() -> list[Result]:
    """Measure `ranked_count_ms`, `anonymous_tally_ms` and `anonymous_page_ms`."""
    with tempfile.TemporaryDirectory() as folder:
        return [_ranked(), *asyncio.run(_anonymous(Path(folder)))]


def _ranked() -> Result:
    chance = random.Random(1)
    ballots = [(",".join(map(str, chance.sample(range(OPTIONS), OPTIONS))), 1) for _ in range(RANKED)]
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        tally = KINDS[PollKind.RANKED].tally(Form(OPTIONS, pairwise=True), ballots)
        times.append(1000 * (time.perf_counter() - begin))
    assert tally.voters == RANKED
    what = f"{RANKED:,} different ballots, {OPTIONS} options, run-off and pairs, beside the event loop"
    return Result("ranked_count_ms", sorted(times)[ROUNDS // 2], "ms", "≤ 500", what)


async def _anonymous(folder: Path) -> list[Result]:
    url = f"sqlite+aiosqlite:///{folder / 'polls.db'}"
    database = Database(url)
    await upgrade(database.engine)
    poll = await _fill(database)
    begin = time.perf_counter()
    async with database.reading() as uow:
        counts = await polls.ballot_counts(uow, poll)
    tally = 1000 * (time.perf_counter() - begin)
    assert sum(number for _, number in counts) == ANONYMOUS
    pages, left = [], True
    while left:
        begin = time.perf_counter()
        async with database.transaction() as uow:
            left = await ballot_counts.make_anonymous(uow, poll, PAGE)
        pages.append(1000 * (time.perf_counter() - begin))
    async with database.reading() as uow:
        assert await uow.first(select(func.count()).select_from(Ballot)) == 0
        assert await uow.first(select(func.sum(BallotCount.number))) == ANONYMOUS
    await database.close()
    what, page = f"{ANONYMOUS:,} ballots of an anonymous poll", sorted(pages)[len(pages) // 2]
    return [
        Result("anonymous_tally_ms", tally, "ms", "≤ 100", f"count {what}"),
        Result("anonymous_page_ms", page, "ms", "≤ 50", f"a transaction that forgets the voters of {PAGE} of them"),
    ]


async def _fill(database: Database) -> int:
    """Store the poll with its ballots, and return its id."""
    now = datetime.now(UTC)
    async with database.transaction() as uow:
        for number in range(1, ANONYMOUS + 1):
            uow.defer(_MEMBERS, Member(id=number, name=f"m{number}", created_at=now).model_dump())
    async with database.transaction() as uow:
        home = await uow.add(Community(name="Plaza", created_at=now))
        lounge = Room(account="memory", platform="memory", room="#a", role=RoomRole.HOME, created_at=now)
        room = await uow.add(lounge.sqlmodel_update({"community_id": home.id}))
        poll = Poll(
            community_id=home.id, room_id=room.id, number=1, question="Who?", options='["a","b","c"]',
            settings='{"anonymous":true}', created_by=1, created_at=now,
        )  # fmt: skip
        await uow.add(poll)
        for number in range(1, ANONYMOUS + 1):
            uow.defer(polls.CAST_BALLOT, polls.ballot_row(poll.id, number, str(number % 3), now, None))
        return poll.id
