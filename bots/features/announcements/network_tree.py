"""The networks that an announcement goes through, and whether a community still belongs to one of them."""

from __future__ import annotations

from collections.abc import Sequence

from bots.turn.turn import Turn
from storage.queries import memberships
from storage.tables import Announcement, AnnouncementWay, Network, Recipient


async def networks_reached(network: Network, turn: Turn, *, deep: bool) -> Sequence[Network]:
    """Return the network, and with `deep` the ones below that listen to it, the nearest first, each once."""
    return await memberships.listening_below(turn.uow, network) if deep else [network]


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

    async def came_by(passed: int) -> int | None:
        way = await turn.uow.get(AnnouncementWay, (announcement.id, passed))
        return way.membership_id if way is not None else None

    return await memberships.still_hears(turn.uow, recipient.membership_id, announcement.network_id, came_by)
