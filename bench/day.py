"""A day of forty communities at an accelerated clock, and what it leaves in memory."""

from __future__ import annotations

import asyncio
import gc
import statistics
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.cli.application import Application, freeze_loaded_objects
from bench.house import quiet
from bench.measure import Result
from bots.clock import MovableClock
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted, Person, Value
from bots.core.outbound import Post
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Capabilities, Receipt, Sending, Sent
from bots.testing import MemoryAdapter, MemoryPlatform
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import Community, Identity, Member, Role, RoleAssignment, Room, RoomRole

COMMUNITIES, HOURS, WARM_UP = 40, 24, 6
STEP = timedelta(minutes=10)
MESSAGES, VOTERS = 20, 10
"""What a community does in an hour, besides a poll of half an hour, a call for help and, every six hours, an event."""


class ForgetfulAdapter(MemoryAdapter):
    """Sends without keeping anything but each room's newest card, as a platform is not in the bot's memory."""

    def __init__(self, clock: MovableClock) -> None:
        super().__init__(MemoryPlatform(clock), Capabilities(idempotent=True))
        self.sent = 0
        self.cards: dict[str, tuple[str, list[str]]] = {}

    async def send(self, sending: Sending) -> Receipt:
        """Count the call, and remember the buttons of a card."""
        self.sent += 1
        message = f"sent{self.sent}"
        if isinstance(sending.call, Post) and sending.call.content.buttons:
            self.cards[sending.call.room] = message, [str(button.id) for button in sending.call.content.buttons]
        return Sent((message,))


def day() -> list[Result]:
    """Measure what a simulated hour adds after the first six, and the size of the database.

    `day_growth_blocks_per_hour` are Python's own memory blocks. The resident memory has SQLite's page caches too, which
    fill while the file is small.
    """
    command = [sys.executable, "-m", "bench.day"]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    rows = [line.split() for line in said.splitlines()]
    hours, sent, size = [float(row[1]) for row in rows], rows[-1][2], int(rows[-1][3]) / COMMUNITIES / 1024
    grown = _each_hour(hours) * 1024
    blocks = [float(row[4]) for row in rows]
    what = (
        f"{HOURS} hours of {COMMUNITIES} communities, {sent} messages sent; resident memory after an hour"
        f" {hours[0]:.1f} MB, after {WARM_UP} {hours[WARM_UP - 1]:.1f}, after {HOURS} {hours[-1]:.1f}"
    )
    return [
        Result("day_growth_kb_per_hour", grown, "kB", "flat", what),
        Result("day_growth_blocks_per_hour", _each_hour(blocks), "", "flat", f"of {blocks[WARM_UP]:,.0f} blocks"),
        Result("day_database_kb_per_community", size, "kB", "", f"{HOURS} polls, {VOTERS} votes each, and 4 events"),
    ]


def _each_hour(values: list[float]) -> float:
    """Return what an hour adds after the first ones."""
    return statistics.linear_regression(range(HOURS - WARM_UP), values[WARM_UP:]).slope


async def _live() -> None:
    quiet()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'bench.db'}")
        await upgrade(database.engine)
        clock = MovableClock(datetime.now(UTC).replace(hour=8))
        adapter = ForgetfulAdapter(clock)
        application = Application(database, [adapter], clock, limits=NO_LIMITS)
        await _fill(database, clock.now())
        await application.resume()
        dispatching = asyncio.create_task(application.dispatch.run())
        freeze_loaded_objects()
        for hour in range(HOURS):
            for step in range(timedelta(hours=1) // STEP):
                await application.dispatch.submit(_deeds(hour, step, adapter, clock.now()))
                await _settle(application)
                clock.advance(STEP)
            await application.housekeeping.tidy()
            gc.collect()
            blocks = sys.getallocatedblocks()
            print(hour + 1, _resident_mb(), adapter.sent, _bytes_in(Path(folder)), blocks, flush=True)
        dispatching.cancel()
        await asyncio.gather(dispatching, return_exceptions=True)
        await database.close()


async def _settle(application: Application) -> None:
    while await application.timers.fire_due() | await application.deliveries[0].drain():
        pass


async def _fill(database: Database, now: datetime) -> None:
    async with database.transaction() as uow:
        for key in range(1, COMMUNITIES + 1):
            await uow.add(Community(id=key, name=f"Town {key}", zone="UTC", quiet_hours="", created_at=now))
            await uow.add(Member(id=key, name=f"Carla {key}", created_at=now))
            await uow.add(Identity(platform="memory", user=f"@p{key}.0", name=f"Carla {key}", member_id=key))
            await uow.add(RoleAssignment(community_id=key, member_id=key, role=Role.CONNECTOR))
            home = Room(account="memory", platform="memory", room=f"#r{key}", role=RoomRole.HOME, created_at=now)
            home.community_id = key
            await uow.add(home)


def _deeds(hour: int, step: int, adapter: ForgetfulAdapter, now: datetime) -> list[Value]:
    """Return what people do in ten minutes."""
    done: list[Value] = []
    for key in range(1, COMMUNITIES + 1):
        room, begin = f"#r{key}", f"{hour}.{step}.{key}"
        if step == 0:
            done.append(_command(room, key, f"{begin}.poll", 'poll "Tea?" yes no in 30m', now))
        if step == 1 and room in adapter.cards:
            message, buttons = adapter.cards[room]
            done += [
                ButtonPressed(
                    key=f"{begin}.vote{number}", account="memory", room=room, at=now, person=_person(key, number),
                    button=buttons[number % 2], message=message,
                )
                for number in range(VOTERS)
            ]  # fmt: skip
        if step == 2:
            done.append(_command(room, key, f"{begin}.help", "help", now))
        if step == 3 and hour % 6 == 0:
            done.append(_command(room, key, f"{begin}.event", "event Potluck tomorrow at 19:00 at the garden", now))
        for number in range(MESSAGES // 6):
            said = f"{begin}.say{number}"
            done.append(
                MessagePosted(
                    key=said, account="memory", room=room, at=now, person=_person(key, number), message=said, text="Hi!"
                )
            )
    return done


def _person(key: int, number: int) -> Person:
    return Person(platform="memory", user=f"@p{key}.{number}", name=f"Person {number}")


def _command(room: str, key: int, number: str, line: str, now: datetime) -> CommandInvoked:
    return CommandInvoked(
        key=number, account="memory", room=room, at=now, person=_person(key, 0), line=line, message=number
    )


def _bytes_in(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def _resident_mb() -> float:
    """Return the resident set (proc(5), VmRSS in kB)."""
    return int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0]) / 1024


if __name__ == "__main__":
    asyncio.run(_live())
