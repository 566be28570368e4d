"""Votes that several processes handle on one PostgreSQL database, each for an account and a community of its own."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from datetime import UTC, datetime
from itertools import count

from sqlmodel import col, select

from adapters.cli.application import Application
from bench.house import LIKE_MATRIX, quiet
from bench.measure import Result
from bots.clock import MovableClock
from bots.core.inbound import CommandInvoked, Person, ReactionAdded
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Cursor
from bots.testing import MemoryAdapter, MemoryPlatform
from schedules.peers import Peers
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import Community, Placement, Room, RoomRole
from tests.postgres_server import PostgresServer

VOTERS, SYNC, ALONE = 500, 50, 100
NUMBERS = ("1️⃣", "2️⃣")


def shared_votes() -> list[Result]:
    """Measure the votes of one, two and four processes together."""
    server = PostgresServer(durable=True)
    server.create()
    server.start()
    try:
        return [row for processes in (1, 2, 4) for row in _measure(server, processes)]
    finally:
        server.stop()


def _measure(server: PostgresServer, processes: int) -> list[Result]:
    name = f"votes{processes}"
    server.execute(f"CREATE DATABASE {name}")
    asyncio.run(_make_tables(server.url(name)))
    command = [sys.executable, "-m", "bench.shared_votes", server.url(name)]
    pipe = subprocess.PIPE
    children = [
        subprocess.Popen([*command, f"account{number}"], stdin=pipe, stdout=pipe, text=True)
        for number in range(processes)
    ]
    rows = []
    for key, what in (("together", f"{SYNC} in each batch"), ("alone", "a commit each")):
        total = sum(float(answer) for answer in _ask(children))
        rows.append(Result(f"shared_votes_{key}_{processes}", total, "/s", "", f"{what}, {processes} processes"))
    for child in children:
        child.wait()
    return rows


def _ask(children: list[subprocess.Popen[str]]) -> list[str]:
    """Wait until all are ready, let them run at once, and return what each has measured."""
    for child in children:
        assert child.stdout is not None and child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    return [child.stdout.readline() for child in children if child.stdout is not None]


async def _make_tables(url: str) -> None:
    database = Database(url)
    await upgrade(database.engine)
    await database.close()


async def _child(url: str, account: str) -> None:
    quiet()
    database, clock = Database(url), MovableClock(datetime.now(UTC))
    adapter = MemoryAdapter(MemoryPlatform(clock, account=account), LIKE_MATRIX)
    peers = Peers(database, account)
    peers.accounts.add(account)
    application = Application(database, [adapter], clock, limits=NO_LIMITS, peers=peers)
    dispatching = asyncio.create_task(application.dispatch.run())
    card, numbers = await _poll(application, account), count()
    await _vote(application, account, card, next(numbers), VOTERS, SYNC)  # all are members from here on
    for voters, size in ((VOTERS, SYNC), (ALONE, 1)):
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        print(await _vote(application, account, card, next(numbers), voters, size), flush=True)
    dispatching.cancel()
    await asyncio.gather(dispatching, return_exceptions=True)
    await database.close()


async def _poll(application: Application, account: str) -> str:
    """Open a poll in a new community; return the message that shows it."""
    now = datetime.now(UTC)
    async with application.database.transaction() as uow:
        home = await uow.add(Community(name="Plaza", quiet_hours="", created_at=now))
        room = Room(account=account, platform="memory", room="#plaza", role=RoomRole.HOME, created_at=now)
        room.community_id = home.id
        await uow.add(room)
    carla = Person(platform="memory", user=f"@carla-{account}", name="Carla", admin=True)
    await application.dispatch.submit(
        [
            CommandInvoked(
                key=f"{account}:ask", account=account, room="#plaza", at=now, message="m0", person=carla,
                line='poll "Where?" "Garden" "Library"',
            )
        ]
    )  # fmt: skip
    await application.deliveries[0].drain()
    async with application.database.reading() as uow:
        shown = select(Placement).where(Placement.account == account, col(Placement.card).startswith("poll:"))
        placed = await uow.first(shown.order_by(col(Placement.id)))
    assert placed is not None and placed.message is not None
    return placed.message


async def _vote(application: Application, account: str, card: str, turn: int, voters: int, size: int) -> float:
    """Return the votes per second."""
    now = datetime.now(UTC)
    votes = [
        ReactionAdded(
            key=f"{account}:{turn}:{voter}", account=account, room="#plaza", at=now, message=card,
            reaction=f"{turn}:{voter}", emoji=NUMBERS[(voter + turn) % 2],
            person=Person(platform="memory", user=f"@{account}-{voter}", name=f"Voter {voter}"),
        )
        for voter in range(voters)
    ]  # fmt: skip
    begin = time.perf_counter()
    for first in range(0, voters, size):
        await application.dispatch.submit(votes[first : first + size], Cursor(account, f"{turn}:{first}"))
    return voters / (time.perf_counter() - begin)


if __name__ == "__main__":
    asyncio.run(_child(*sys.argv[1:]))
