"""The polls suggested while somebody types a number."""

from __future__ import annotations

from bots.core.sanitize import truncate
from bots.turn import suggestions
from bots.turn.room_context import RoomContext
from storage.queries import polls
from storage.unit_of_work import UnitOfWork


async def suggest_polls(
    uow: UnitOfWork, context: RoomContext, _member: int | None, typed: str
) -> list[tuple[str, str]]:
    """Return the open polls by number and question."""
    holder = context.holder
    found = await polls.open_polls(uow, holder, shown=True) if holder is not None else []
    labels = {str(poll.number): f"{poll.number}: {truncate(poll.question, 80)}" for poll in found}
    return suggestions.containing(typed, labels.items())
