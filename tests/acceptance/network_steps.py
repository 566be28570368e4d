"""What dialogue tests look up about networks."""

from __future__ import annotations

from storage.tables import Community, Network
from tests.stage import Stage


async def network_of(stage: Stage, community: Community) -> int | None:
    """Return the network of a community."""
    async with stage.database.reading() as uow:
        found = await uow.get(Community, community.id)
        return found.network_id if found is not None else None


async def parent_of(stage: Stage, network: Network) -> int | None:
    """Return the network above a network."""
    async with stage.database.reading() as uow:
        found = await uow.get(Network, network.id)
        return found.parent_id if found is not None else None
