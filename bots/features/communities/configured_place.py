"""The community or network whose settings somebody changes in a room."""

from __future__ import annotations

from bots.core.permissions import Right
from bots.turn.authorization import held_roles, lacking_right
from bots.turn.turn import Turn
from storage.tables import Community, Network, Role


async def configured_place(turn: Turn) -> Community | Network:
    """Return the room's community; in a network's room the network, which only its coordinators may configure."""
    if turn.room_context.community is not None:
        return turn.community
    if Role.COORDINATOR not in await held_roles(turn) and not turn.person_event().person.admin:
        raise await lacking_right(Right.COORDINATOR, "config", turn)
    return turn.network
