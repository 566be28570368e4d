"""A thousand reminders that are due in the same second, before a hundred thousand later timers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bench.lateness import DUE, PENDING, lateness
from bench.measure import Result
from storage.bulk_writes import insert_new
from storage.queries import timers
from storage.tables import Community, Event, EventState, Member, Occurrence, Room
from storage.unit_of_work import UnitOfWork

_ROWS = {table: insert_new(table) for table in (Community, Room, Event, Occurrence)}


def reminders() -> list[Result]:
    """Measure `reminder_lateness_p99_s`: seconds from the due time until the platform has the message."""
    what = f"{DUE:,} due at once in as many rooms, {PENDING:,} pending"
    return lateness("reminder_lateness", "event:", _fill, what)


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
