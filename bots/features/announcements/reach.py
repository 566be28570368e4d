"""How far an announcement goes down the tree, and whether a community still belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from bots.turn.turn import Turn
from storage.queries import memberships
from storage.tables import Announcement, AnnouncementWay, Membership, MembershipState, Network, Recipient


async def networks_reached(network: Network, turn: Turn, *, deep: bool) -> Sequence[Network]:
    """Return the network, and with `deep` the ones below that listen to it, the nearest first, each once."""
    found = {network.id: network}
    level = [network] if deep else []
    while level:
        below = [child for place in level for _, child in await memberships.listening_networks(turn.uow, place.id)]
        level = list({child.id: child for child in below if child.id not in found}.values())
        found |= {child.id: child for child in level}
    return list(found.values())


async def descend(announcement: Announcement, network: Network, turn: Turn) -> Sequence[Network]:
    """Return the networks in this one that listen to it and that the announcement has not reached yet."""
    reached: list[Network] = []
    for membership, child in await memberships.listening_networks(turn.uow, network.id):
        if await turn.uow.get(AnnouncementWay, (announcement.id, child.id)) is None:
            way = AnnouncementWay(announcement_id=announcement.id, network_id=child.id, membership_id=membership.id)
            turn.uow.cache(await turn.uow.add(way), (announcement.id, child.id))
            reached.append(child)
    return reached


async def belongs(recipient: Recipient, announcement: Announcement, turn: Turn) -> bool:
    """Return whether a community still hears the network of an announcement, on the way on which it came."""
    bond = await turn.uow.get(Membership, recipient.membership_id)
    while bond is not None and bond.state == MembershipState.ACTIVE and bond.listens:
        if bond.network_id == announcement.network_id:
            return True
        way = await turn.uow.get(AnnouncementWay, (announcement.id, bond.network_id))
        bond = await turn.uow.get(Membership, way.membership_id) if way is not None else None
    return False
