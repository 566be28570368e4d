"""Suggestions of a network's parts while a coordinator types."""

from __future__ import annotations

from bots.turn import suggestions
from bots.turn.room_context import RoomContext
from storage.queries import memberships
from storage.queries.memberships import Place
from storage.unit_of_work import UnitOfWork


async def suggest_parts(
    uow: UnitOfWork, context: RoomContext, _member: int | None, typed: str
) -> list[tuple[str, str]]:
    """Return the communities and networks in the network whose room it is, by name."""
    network = context.own_network
    if network is None:
        return []
    parts: list[Place] = [
        *await memberships.networks_in(uow, network.id),
        *await memberships.communities_of(uow, network.id),
    ]
    return suggestions.containing(typed, [(part.name, part.name) for part in parts])
