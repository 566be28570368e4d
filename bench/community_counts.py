"""A network's poll in which each community has one vote: read, counted community by community, and what may be told."""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from adapters.cli.application import freeze_loaded_objects
from bench.measure import Result
from bots.features.polls import by_community
from storage.bulk_writes import insert_new
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import community_ballots, polls
from storage.tables import (
    Community,
    Member,
    Membership,
    MembershipState,
    Network,
    Poll,
    Room,
    RoomRole,
    Showing,
    ShowingState,
)
from storage.unit_of_work import UnitOfWork

_MEMBERS, _COMMUNITIES = insert_new(Member), insert_new(Community)
_MEMBERSHIPS, _SHOWINGS = insert_new(Membership), insert_new(Showing)
COMMUNITIES, VOTERS, ROUNDS = (1_000, 10_000), 20, 3


def community_counts() -> list[Result]:
    """Measure `community_count_ms` and `community_count_growth`."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (asyncio.run(_count(Path(folder), number)) for number in COMMUNITIES)
    growth = many / few * COMMUNITIES[0] / COMMUNITIES[1]
    what = f"{COMMUNITIES[1]:,} communities of {VOTERS} ballots: read, counted one by one, and what may be told"
    steps = f"time per community with {COMMUNITIES[1]:,} of them, against {COMMUNITIES[0]:,}"
    return [
        Result("community_count_ms", many, "ms", "≤ 2000", what),
        Result("community_count_growth", growth, "×", "≤ 1.3", steps),
    ]


async def _count(folder: Path, number: int) -> float:
    database = Database(f"sqlite+aiosqlite:///{folder / f'{number}.db'}")
    await upgrade(database.engine)
    poll = await _fill(database, number)
    freeze_loaded_objects()
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        async with database.reading() as uow:
            counted = by_community.count(poll, await community_ballots.counts(uow, poll.id))
        shown, hidden = by_community.told(counted)
        times.append(1000 * (time.perf_counter() - begin))
        assert len(shown) == number and not hidden
        assert by_community.tally_of(poll, counted).people == number * VOTERS
    await database.close()
    return sorted(times)[ROUNDS // 2]


async def _fill(database: Database, number: int) -> Poll:
    """Store the poll with its communities and ballots, and return it."""
    now = datetime.now(UTC)
    async with database.transaction() as uow:
        net = await uow.add(Network(name="Plazas", created_at=now))
        lounge = Room(account="memory", platform="memory", room="#net", role=RoomRole.HIGHLIGHTS, created_at=now)
        room = await uow.add(lounge.sqlmodel_update({"network_id": net.id}))
        for member in range(1, number * VOTERS + 1):
            uow.defer(_MEMBERS, Member(id=member, name=f"m{member}", created_at=now).model_dump())
        for community in range(1, number + 1):
            uow.defer(_COMMUNITIES, Community(id=community, name=f"c{community}", created_at=now).model_dump())
    async with database.transaction() as uow:
        poll = Poll(
            network_id=net.id, room_id=room.id, number=1, question="Who?", options='["a","b","c"]',
            settings='{"spread":true,"per_community":true}', created_by=1, created_at=now,
        )  # fmt: skip
        await uow.add(poll)
        for community in range(1, number + 1):
            _ask(uow, poll, net, community, now)
    async with database.transaction() as uow:
        for voter in range(number * VOTERS):
            choice = str(0 if voter % VOTERS <= VOTERS // 2 else voter % 3)
            uow.defer(polls.CAST_BALLOT, polls.ballot_row(poll.id, voter + 1, choice, now, 1 + voter // VOTERS))
    return poll


def _ask(uow: UnitOfWork, poll: Poll, net: Network, community: int, now: datetime) -> None:
    """Let a community belong to the network and show its poll."""
    bond = Membership(
        id=community, network_id=net.id, community_id=community, state=MembershipState.ACTIVE, created_at=now
    )
    uow.defer(_MEMBERSHIPS, bond.model_dump())
    shown = Showing(
        id=community, kind="poll", object_id=poll.id, community_id=community, membership_id=community,
        state=ShowingState.SHOWN, shown_at=now,
    )  # fmt: skip
    uow.defer(_SHOWINGS, shown.model_dump())
