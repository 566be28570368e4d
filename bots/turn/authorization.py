"""The acting member's roles, and what they permit."""

from __future__ import annotations

from bots.core.permissions import Right, allowed
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import RoomRole


async def held_roles(turn: Turn) -> frozenset[str]:
    """Return the acting member's roles in the turn's community and network."""
    community, network = turn.room_context.community, turn.room_context.network
    return await members.roles(
        turn.uow, turn.member_id, community.id if community else None, network.id if network else None
    )


async def held_rights(turn: Turn) -> frozenset[Right]:
    """Return the acting person's rights in the turn's room."""
    roles, room, admin = await held_roles(turn), turn.room_context.room, turn.person_event().person.admin
    in_highlights = room is not None and room.role == RoomRole.HIGHLIGHTS
    return frozenset(right for right in Right if allowed(right, roles, admin=admin, highlights_room=in_highlights))
