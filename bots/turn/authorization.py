"""The acting member's roles, and what they permit."""

from __future__ import annotations

from bots.core.permissions import Right, allowed
from bots.core.refusal import Refusal
from bots.core.sanitize import display_name
from bots.turn.effects import UsedRights
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Role

MAX_NAMED = 3
"""Of the people who can help somebody that lacks a right."""


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
    if right == Right.COORDINATOR and network is not None:
        holders = await members.role_assignments(turn.uow, Role.COORDINATOR, network=network.id)
    else:
        owner = community.id if community is not None else None
        holders = await members.role_assignments(turn.uow, Role.CONNECTOR, community=owner)
    ids = [holder.member_id for holder in holders]
    found = await members.identities_on_platform(turn.uow, ids, turn.room.platform)
    names = tuple(display_name(identity.name) for identity in found[:MAX_NAMED])
    return Refusal(f"right-{right}", command=command, count=len(names), names=names or ("–",))


class HeldRights(frozenset[Right]):
    """The rights that somebody holds. Whoever asks for one, and finds it, uses it: the audit log says so."""

    used: UsedRights

    def __contains__(self, right: object) -> bool:
        """Return whether the person holds a right, and remember that it was asked for."""
        held = super().__contains__(right)
        if held and isinstance(right, Right) and right is not Right.ANYONE:
            self.used.rights.add(right)
        return held


async def held_rights(turn: Turn) -> HeldRights:
    """Return the acting person's rights in the turn's room."""
    roles, admin = await held_roles(turn), turn.person_event().person.admin
    of_network = turn.room_context.own_network is not None
    held = HeldRights(right for right in Right if allowed(right, roles, admin=admin, network_room=of_network))
    held.used = turn.effects.used
    return held
