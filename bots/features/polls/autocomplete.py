"""What is offered while somebody types a poll's number."""

from __future__ import annotations

from bots.core.sanitize import cut
from bots.turn.room_context import Scene
from storage.queries import polls as query
from storage.unit_of_work import UnitOfWork

MOST = 25


async def polls(uow: UnitOfWork, here: Scene, _member: int | None, typed: str) -> list[tuple[str, str]]:
    """The open polls, by number and question."""
    found = await query.open_in(uow, here.community.id or 0) if here.community else []
    offered = [(str(poll.number), f"{poll.number}: {cut(poll.question, 80)}") for poll in found]
    return [(value, label) for value, label in offered if typed.lower() in label.lower()][:MOST]
