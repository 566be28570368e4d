"""The acting member's roles, and what they permit."""

from __future__ import annotations

from bots.core.permissions import Right, allowed
from bots.turn.turn import Turn
from storage.queries import members


async def held_roles(turn: Turn) -> frozenset[str]:
    """Return the acting member's roles in the turn's community and network."""
    community, network = turn.room_context.community, turn.room_context.network
    return await members.roles(
        turn.uow, turn.member_id, community.id if community else None, network.id if network else None
    )


def may_act_as_connector(roles: frozenset[str], *, admin: bool) -> bool:
    """Return whether somebody with these roles has the rights of a connector."""
    return allowed(Right.CONNECTOR, roles, admin=admin, highlights_room=False)
