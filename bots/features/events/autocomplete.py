"""What is offered while somebody types an event's number."""

from __future__ import annotations

from datetime import UTC, datetime

from bots.core.sanitize import cut
from bots.turn.room_context import Scene
from storage.queries import events as query
from storage.unit_of_work import UnitOfWork

MOST = 25
_EVER = datetime(2000, 1, 1, tzinfo=UTC)


async def events(uow: UnitOfWork, here: Scene, _member: int | None, typed: str) -> list[tuple[str, str]]:
    """The events of the community that are planned, by number and title."""
    found = await query.upcoming(uow, here.community.id or 0, _EVER, 100) if here.community else []
    offered = [(str(one.event.number), f"{one.event.number}: {cut(one.event.title, 80)}") for one in reversed(found)]
    return [(value, label) for value, label in offered if typed.lower() in label.lower()][:MOST]
