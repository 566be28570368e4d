"""A thousand people's own reminders that are due in the same second, before a hundred thousand later ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bench.lateness import DUE, PENDING, lateness
from bench.measure import Result
from storage.bulk_writes import insert_new
from storage.queries import rsvps, timers
from storage.tables import Community, Event, EventState, Identity, Member, Occurrence, Room, RsvpAnswer
from storage.unit_of_work import UnitOfWork

_ADD_MEMBER, _ADD_IDENTITY = insert_new(Member), insert_new(Identity)
_PER_EVENT = 50


def own_reminders() -> list[Result]:
    """Measure `own_reminder_lateness_p99_s`: seconds from the due time until the platform has the private message."""
    what = f"{DUE:,} people's own reminders due at once, {PENDING:,} pending"
    return lateness("own_reminder_lateness", "remind:", _fill, what)


async def _fill(uow: UnitOfWork, due: datetime) -> None:
    """Add events that begin an hour after `due`, each with fifty people who want an hour's notice, and later timers."""
    now, start = datetime.now(UTC), due + timedelta(hours=1)
    await uow.add(Community(id=1, name="Lyon", zone="UTC", quiet_hours="", created_at=now))
    await uow.add(Room(id=1, account="memory", platform="memory", room="#lyon", community_id=1, created_at=now))
    for key in range(1, DUE + 1):
        member = Member(id=key, name=f"Anna {key}", created_at=now, reminders="1h")
        uow.defer(_ADD_MEMBER, member.model_dump())
        identity = Identity(platform="memory", user=f"@a{key}", name=member.name, member_id=key)
        uow.defer(_ADD_IDENTITY, identity.model_dump(exclude={"id"}))
    await uow.flush()
    for number in range(1, DUE // _PER_EVENT + 1):
        await uow.add(_event(number, now))
        await uow.add(_occurrence(number, start))
    for key in range(1, DUE + 1):
        occurrence = 1 + (key - 1) // _PER_EVENT
        row = {
            "occurrence_id": occurrence, "member_id": key, "b_member_id": key, "answer": RsvpAnswer.YES, "at": now,
            "left_at": None, "guests": 0, "room_id": None, "automatic": False, "waiting_since": None,
            "offered_until": None,
        }  # fmt: skip
        uow.defer(rsvps.SET_RSVP, row)
        subject = f"{occurrence}:{key}:1h"
        uow.defer(timers.SET_TIMER, {"kind": "event-remind-me", "subject": subject, "due": due})
    for number in range(PENDING):
        later = due + timedelta(days=1, seconds=number)
        subject = f"{DUE + 1 + number}:1:1h"
        uow.defer(timers.SET_TIMER, {"kind": "event-remind-me", "subject": subject, "due": later})


def _event(number: int, now: datetime) -> Event:
    return Event(
        id=number, community_id=1, room_id=1, number=number, title="Potluck", state=EventState.PLANNED, created_by=1,
        created_at=now,
    )  # fmt: skip


def _occurrence(number: int, start: datetime) -> Occurrence:
    return Occurrence(
        id=number, event_id=number, wall_start=start.replace(tzinfo=None).isoformat(), zone="UTC", starts_at=start,
        ends_at=start + timedelta(hours=3),
    )  # fmt: skip
