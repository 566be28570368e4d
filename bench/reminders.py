"""A thousand reminders that are due in the same second, before a hundred thousand later timers."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.cli.application import Application
from bench.house import LIKE_MATRIX, quiet
from bench.measure import Result, percentile
from bots.clock import MovableClock, SystemClock
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Receipt, Sending
from bots.testing import MemoryAdapter, MemoryPlatform
from storage.bulk_writes import insert_new
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import timers
from storage.tables import Community, Event, EventState, Member, Occurrence, Room
from storage.unit_of_work import UnitOfWork

DUE, PENDING = 1_000, 100_000
_ROWS = {table: insert_new(table) for table in (Community, Room, Event, Occurrence)}


class TimingAdapter(MemoryAdapter):
    """Records when each reminder was sent."""

    def __init__(self) -> None:
        super().__init__(MemoryPlatform(MovableClock(datetime.now(UTC))), LIKE_MATRIX)
        self.performed: list[datetime] = []
        self.all_done = asyncio.Event()

    async def send(self, sending: Sending) -> Receipt:
        """Perform the call and record the time."""
        receipt = await super().send(sending)
        if sending.key.startswith("event:"):
            self.performed.append(datetime.now(UTC))
            if len(self.performed) == DUE:
                self.all_done.set()
        return receipt


def reminders() -> list[Result]:
    """Measure `reminder_lateness_p99_s`: seconds from the due time until the platform has the message."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder)))


async def _measure(folder: Path) -> list[Result]:
    quiet()
    database = Database(f"sqlite:///{folder / 'bench.db'}")
    await upgrade(database.engine)
    due = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=45)
    async with database.transaction() as uow:
        await _fill(uow, due)
    assert datetime.now(UTC) < due, "the rows were not made in time"
    adapter = TimingAdapter()
    house = Application(database, [adapter], SystemClock(), limits=NO_LIMITS)
    running = asyncio.create_task(house.run())
    try:
        async with asyncio.timeout(180):
            await adapter.all_done.wait()
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await database.close()
    late = [(at - due).total_seconds() for at in adapter.performed]
    what = f"{DUE:,} due at once in as many rooms, {PENDING:,} pending"
    return [
        Result("reminder_lateness_p99_s", percentile(late, 0.99), "s", "", what),
        Result("reminder_lateness_p50_s", percentile(late, 0.5), "s", "", what),
    ]


async def _fill(uow: UnitOfWork, due: datetime) -> None:
    """Add a thousand events that begin at `due`, each with a reminder, and many later timers."""
    now = datetime.now(UTC)
    await uow.add(Member(id=1, name="Carla", created_at=now))
    for key in range(1, DUE + 1):
        for row in _event(key, due, now):
            uow.defer(_ROWS[type(row)], row.model_dump())
        uow.defer(timers.SET_TIMER, {"kind": "event-reminder", "subject": f"{key}:0m", "due": due})
    for number in range(PENDING):
        later = due + timedelta(days=1, seconds=number)
        uow.defer(timers.SET_TIMER, {"kind": "event-reminder", "subject": f"{DUE + 1 + number}:1h", "due": later})


def _event(key: int, due: datetime, now: datetime) -> tuple[Community, Room, Event, Occurrence]:
    return (
        Community(id=key, name=f"Community {key}", zone="UTC", quiet_hours="", created_at=now),
        Room(id=key, account="memory", platform="memory", room=f"#r{key}", community_id=key, created_at=now),
        Event(
            id=key, community_id=key, room_id=key, number=1, title="Potluck", state=EventState.PLANNED, reminders="0m",
            created_by=1, created_at=now,
        ),
        Occurrence(
            id=key, event_id=key, wall_start=due.replace(tzinfo=None).isoformat(), zone="UTC", starts_at=due,
            ends_at=due + timedelta(hours=3),
        ),
    )  # fmt: skip
