"""Memory of a core that serves 10,000 communities."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from adapters.cli.spared_libraries import without
from bench.house import opened
from bench.measure import Result
from bots.core.inbound import CommandInvoked, MessagePosted, Person
from storage.bulk_writes import Write, insert_new
from storage.tables import Community, Identity, Member, Membership, MembershipState, Network, Room, RoomRole

with without("cffi", "psycopg", "rich", "twisted"):  # as `glocal run` does
    import adapters.matrix.adapter  # noqa: F401 - a running bot has it in memory too

COMMUNITIES = 10_000
SPOKEN = 2_000
_COMMUNITY, _MEMBERSHIP, _ROOM = insert_new(Community), insert_new(Membership), insert_new(Room)
_MEMBER, _IDENTITY = insert_new(Member), insert_new(Identity)


def memory() -> list[Result]:
    """Measure `memory_10k_communities_mb`: a process's resident memory after messages in 2,000 of the rooms.

    Another process has made the database, as in `glocal run`.
    """
    with tempfile.TemporaryDirectory() as folder:
        for step in ("fill", "serve"):
            command = [sys.executable, "-m", "bench.memory", step, folder]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    what = (
        f"{COMMUNITIES:,} communities with a room and a member each, {SPOKEN:,} commands and as many messages handled"
    )
    return [Result("memory_10k_communities_mb", float(said.split()[-1]), "MB", "< 150", what)]


async def _fill(folder: Path) -> None:
    async with opened(folder) as house:
        now = datetime.now(UTC)
        async with house.database.transaction() as uow:
            network = await uow.add(Network(name="n", created_at=now))
            for number in range(COMMUNITIES):
                for write, row in _community(number, network.id, now):
                    uow.defer(write, row)
                if number % 500 == 499:
                    await uow.flush()


async def _serve(folder: Path) -> None:
    async with opened(folder) as house:
        now = datetime.now(UTC)
        for first in range(0, SPOKEN, 200):
            await house.dispatch.submit([_command(number, now) for number in range(first, first + 200)])
            await house.dispatch.submit([_message(number, now) for number in range(first, first + 200)])
            for delivery in house.deliveries:
                await delivery.drain()
        print(_resident_mb())


def _bond(community: int, network: int, now: datetime) -> dict[str, object]:
    bond = Membership(network_id=network, community_id=community, state=MembershipState.ACTIVE, created_at=now)
    return bond.model_dump(exclude={"id"})


def _community(number: int, network: int | None, now: datetime) -> list[tuple[Write, dict[str, object]]]:
    key = number + 1
    home = Room(
        account="memory", platform="memory", room=f"#r{number}", role=RoomRole.HOME, community_id=key, created_at=now
    )
    return [
        (_COMMUNITY, Community(id=key, name=f"Community {number}", created_at=now).model_dump()),
        *([(_MEMBERSHIP, _bond(key, network, now))] if network is not None else []),
        (_ROOM, home.model_dump()),
        (_MEMBER, Member(id=key, name=f"Member {number}", created_at=now).model_dump()),
        (
            _IDENTITY,
            Identity(platform="memory", user=f"@m{number}", name=f"Member {number}", member_id=key).model_dump(),
        ),
    ]


def _command(number: int, now: datetime) -> CommandInvoked:
    person = Person(platform="memory", user=f"@m{number}", name=f"Member {number}")
    return CommandInvoked(
        key=f"c{number}", account="memory", room=f"#r{number}", at=now, person=person, line="help", message=f"m{number}"
    )


def _message(number: int, now: datetime) -> MessagePosted:
    person = Person(platform="memory", user=f"@m{number}", name=f"Member {number}")
    return MessagePosted(
        key=f"p{number}",
        account="memory",
        room=f"#r{number}",
        at=now,
        person=person,
        message=f"p{number}",
        text="Hello",
    )


def _resident_mb() -> float:
    """Return the peak resident set (proc(5), VmHWM in kB)."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    asyncio.run({"fill": _fill, "serve": _serve}[sys.argv[1]](Path(sys.argv[2])))
