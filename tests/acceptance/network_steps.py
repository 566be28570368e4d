"""What dialogue tests look up about networks."""

from __future__ import annotations

from storage.queries import memberships
from storage.queries.memberships import Place
from storage.tables import Community, Network
from tests.stage import Stage


async def network_of(stage: Stage, community: Community) -> int | None:
    """Return the network that a community joined first."""
    found = await _above(stage, community)
    return found[0] if found else None


async def parent_of(stage: Stage, network: Network) -> int | None:
    """Return the network that a network joined first."""
    found = await _above(stage, network)
    return found[0] if found else None


async def networks_of(stage: Stage, community: Community) -> list[int]:
    """Return the networks of a community, in the order in which it joined them."""
    return await _above(stage, community)


async def _above(stage: Stage, place: Place) -> list[int]:
    async with stage.database.reading() as uow:
        return [network.id for _, network in await memberships.above(uow, place)]


async def link(stage: Stage, user: str, code: str, room: str = "#lyon") -> None:
    """Type the code of an invitation, and agree to join."""
    await stage.say(user, f"!link {code}", room)
    assert "invites" in stage.last(room).text, stage.last(room).text
    await stage.say(user, "yes", room)
