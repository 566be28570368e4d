"""Ballots through the full path with durable commits, in batches and one by one."""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func
from sqlmodel import select

from adapters.cli.application import Application
from bench.house import opened
from bench.measure import Result
from bots.core.inbound import CommandInvoked, Person, ReactionAdded
from bots.ports import Cursor
from storage.queries import placements
from storage.tables import Ballot, Community, Member, Room, RoomRole
from storage.unit_of_work import UnitOfWork

VOTERS, SYNC, ALONE, ROUNDS = 4_000, 50, 400, 4
ROOM, CONNECTOR = "#plaza", "@carla"
NUMBERS = ("1️⃣", "2️⃣")


def ballots() -> list[Result]:
    """Measure `ballots_per_second`: known members react to a poll's card, in syncs of fifty."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder)))


async def _measure(folder: Path) -> list[Result]:
    async with opened(folder) as application:
        card = await _poll(application)
        await _vote(application, _votes(card, 0, VOTERS), SYNC)  # all members are known from here on
        rates, alone = [], []
        for number in range(1, ROUNDS + 1):
            rates.append(await _vote(application, _votes(card, number, VOTERS), SYNC))
            alone.append(await _vote(application, _votes(card, ROUNDS + number, ALONE), 1))
        async with application.database.reading() as uow:
            assert await uow.first(select(func.count()).select_from(Ballot)) == VOTERS
    together, single = sorted(rates)[ROUNDS // 2], sorted(alone)[ROUNDS // 2]
    what = f"{VOTERS:,} members change their vote, {SYNC} reactions a sync, synchronous=FULL, {ROUNDS} rounds"
    return [
        Result("ballots_per_second", together, "/s", "≥ 5,000", what),
        Result("ballots_alone_per_second", single, "/s", "", "the same path, one commit a ballot"),
        Result("ballots_group_commit_ratio", together / single, "x", "", "together over alone, in turn"),
    ]


async def _poll(application: Application) -> str:
    """Open a poll in a community, and return the message id of its card."""
    now = datetime.now(UTC)
    async with application.database.transaction() as uow:
        await _place(uow, now)
    ask = CommandInvoked(
        key="ask", account="memory", room=ROOM, at=now, message="m0", line='poll "Where?" "Garden" "Library"',
        person=Person(platform="memory", user=CONNECTOR, name="Carla", admin=True),
    )  # fmt: skip
    await application.dispatch.submit([ask])
    for delivery in application.deliveries:
        await delivery.drain()
    async with application.database.reading() as uow:
        placed = await placements.placements_of(uow, ["poll:1"])
    message = placed[0].message
    assert message is not None
    return message


async def _place(uow: UnitOfWork, now: datetime) -> None:
    home = await uow.add(Community(name="Plaza", quiet_hours="", created_at=now))
    await uow.add(Member(name="nobody", created_at=now))
    await uow.add(
        Room(account="memory", platform="memory", room=ROOM, role=RoomRole.HOME, community_id=home.id, created_at=now)
    )


def _votes(card: str, number: int, count: int) -> list[ReactionAdded]:
    now = datetime.now(UTC)
    return [
        ReactionAdded(
            key=f"v{number}:{voter}", account="memory", room=ROOM, at=now, message=card, reaction=f"r{number}:{voter}",
            person=Person(platform="memory", user=f"@v{voter}", name=f"Voter {voter}"),
            emoji=NUMBERS[(voter + number) % 2],
        )
        for voter in range(count)
    ]  # fmt: skip


async def _vote(application: Application, votes: list[ReactionAdded], size: int) -> float:
    """Return the ballots per second of these votes, in syncs of the given size with a cursor each."""
    begin = time.perf_counter()
    syncs = [votes[first : first + size] for first in range(0, len(votes), size)]
    if size == 1:
        for number, sync in enumerate(syncs):
            await application.dispatch.submit(sync, Cursor("memory", str(number)))
    else:
        arrivals = [
            application.dispatch.submit(sync, Cursor("memory", str(number))) for number, sync in enumerate(syncs)
        ]
        await asyncio.gather(*arrivals)
    return len(votes) / (time.perf_counter() - begin)
