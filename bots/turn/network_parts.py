"""The parts of a network: the communities and networks in it."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.lookalikes import look_alike
from bots.core.refusal import Refusal
from bots.turn.turn import Turn
from storage.queries import memberships
from storage.queries.memberships import Place
from storage.tables import Network


async def parts_of(network: Network, turn: Turn) -> Sequence[Place]:
    """Return the networks and communities in a network, each by name."""
    return [
        *await memberships.networks_in(turn.uow, network.id),
        *await memberships.communities_of(turn.uow, network.id),
    ]


async def find(given: str, network: Network, turn: Turn) -> Place | None:
    """Return the part of a network that somebody means by a name, or None."""
    return next((part for part in await parts_of(network, turn) if look_alike(part.name, given)), None)


async def unknown(given: str, network: Network, turn: Turn) -> Refusal:
    """Return the refusal that names the parts there are."""
    names = tuple(part.name for part in await parts_of(network, turn)) or ("–",)
    return Refusal("network-part-unknown", argument="name", given=given, network=network.name, names=names)
