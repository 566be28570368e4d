"""The rituals suggested while somebody types a number."""

from __future__ import annotations

from bots.features.rituals import lookup
from bots.turn import suggestions
from bots.turn.room_context import RoomContext
from storage.queries import rituals
from storage.unit_of_work import UnitOfWork


async def suggest_rituals(
    uow: UnitOfWork, context: RoomContext, _member: int | None, typed: str
) -> list[tuple[str, str]]:
    """Return the community's rituals by number and words."""
    present = await rituals.of_community(uow, context.community.id) if context.community is not None else ()
    labels = [(str(ritual.number), f"{ritual.number}: {lookup.title(ritual)}") for ritual in present]
    return suggestions.containing(typed, labels)
