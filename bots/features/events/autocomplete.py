"""The events suggested while somebody types a number."""

from __future__ import annotations

from datetime import UTC, datetime

from bots.core.sanitize import truncate
from bots.turn import suggestions
from bots.turn.room_context import RoomContext
from storage.queries import events
from storage.unit_of_work import UnitOfWork

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


async def suggest_events(
    uow: UnitOfWork, context: RoomContext, _member: int | None, typed: str
) -> list[tuple[str, str]]:
    """Return the planned events that the room knows, also past ones, by number and title."""
    holder = context.holder
    planned = await events.upcoming(uow, holder, _LONG_AGO, 100) if holder is not None else []
    labels = {str(event.number): f"{event.number}: {truncate(event.title, 80)}" for event, _ in reversed(planned)}
    return suggestions.containing(typed, labels.items())
