"""The acting member's roles, and what they permit."""

from __future__ import annotations

from bots.core.permissions import Right, allowed
from bots.core.refusal import Refusal
from bots.core.sanitize import display_name
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Role

MAX_NAMED = 3
"""How many people a refusal names who can help."""


async def held_roles(turn: Turn) -> frozenset[str]:
    """Return the acting member's roles in the turn's community and its networks."""
    community, networks = turn.room_context.community, tuple(network.id for network in turn.room_context.networks)
    here = (turn.member_id, community.id if community is not None else None, networks)
    return await turn.uow.remember(("roles", *here), members.ROLES_READ, lambda: members.roles(turn.uow, *here))


async def lacking_right(right: Right, command: str, turn: Turn) -> Refusal:
    """Return the refusal that says who may use a command, and names some of those who can help.

    In a network's room the coordinators do what connectors do elsewhere.
    """
    community, network = turn.room_context.community, turn.room_context.network
    if community is None and network is not None and right == Right.CONNECTOR:
        right = Right.COORDINATOR
    platform = turn.room.platform
    if right == Right.COORDINATOR and network is not None:
        found = await members.role_holders(turn.uow, platform, Role.COORDINATOR, network=network.id)
    else:
        owner = community.id if community is not None else None
        found = await members.role_holders(turn.uow, platform, Role.CONNECTOR, community=owner)
    names = tuple(display_name(identity.name) for identity in found[:MAX_NAMED])
    return Refusal(f"right-{right}", command=command, count=len(names), names=names or ("–",))


async def held_rights(turn: Turn) -> frozenset[Right]:
    """Return the acting person's rights in the turn's room."""
    roles, admin = await held_roles(turn), turn.person_event().person.admin
    of_network = turn.room_context.own_network is not None
    return frozenset(right for right in Right if allowed(right, roles, admin=admin, network_room=of_network))


async def use_right(right: Right, turn: Turn) -> bool:
    """Return whether the acting person holds a right. If they do, note for the audit log that it is used."""
    if right is Right.ANYONE:
        return True
    held = right in await held_rights(turn)
    if held:
        turn.effects.used.rights.add(right)
    return held


async def check_right(right: Right, command: str, turn: Turn) -> None:
    """Use a right that `command` needs. Raises the refusal of `lacking_right`."""
    if not await use_right(right, turn):
        raise await lacking_right(right, command, turn)
