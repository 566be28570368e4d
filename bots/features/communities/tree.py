"""`network`: the tree around a room, from the point of view of who reads it there."""

from __future__ import annotations

from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.routing.feature import Listing
from bots.turn import network_parts as parts
from bots.turn.turn import Turn
from storage.queries import memberships
from storage.queries.memberships import Place
from storage.tables import Community, Membership, Network, Share


async def show(turn: Turn) -> Listing:
    """Return the room's network, or each of its community's networks: what is above it and what is in it.

    Raises Refusal if there is no network, or one network with nothing around it.
    """
    networks = turn.room_context.networks
    if not networks:
        raise Refusal("room-without-network", command="network show")
    lines: list[Rich] = []
    for network in networks:
        found = await _lines(network, turn)
        if len(networks) == 1 and not found:
            raise Refusal("network-empty", network=network.name)
        lines += ([await _heading(network, turn)] if len(networks) > 1 else []) + found
    title = turn.text("network-several") if len(networks) > 1 else await _heading(networks[0], turn)
    return Listing(title, lines, turn.text("network-footer") if turn.room.network_id is not None else ())


async def _heading(network: Network, turn: Turn) -> Rich:
    communities = len(await memberships.communities_of(turn.uow, network.id))
    networks = len(await memberships.networks_in(turn.uow, network.id))
    text_id = "network-shown" if not networks else "network-shown-both" if communities else "network-shown-networks"
    return turn.text(text_id, network=network.name, count=communities, networks=networks)


async def _lines(network: Network, turn: Turn) -> list[Rich]:
    """Return the networks above, then the networks and communities in it, each with what rises."""
    above = [_upward(membership, wider, turn) for membership, wider in await memberships.above(turn.uow, network)]
    below = await memberships.by_part(turn.uow, network.id)
    return above + [_part(part, below.get((type(part), part.id)), turn) for part in await parts.parts_of(network, turn)]


def _upward(membership: Membership, wider: Network, turn: Turn) -> Rich:
    return turn.text("network-line-above", network=wider.name, rises=turn.text(f"rises-{membership.rises}"))


def _part(part: Place, membership: Membership | None, turn: Turn) -> Rich:
    rises = membership.rises if membership is not None else Share.NOTHING
    text_id, own = "network-line-network", turn.room_context.community
    if isinstance(part, Community):
        rises = rises if part.relaying else Share.NOTHING
        text_id = "network-line-here" if own is not None and own.id == part.id else "network-line-community"
    return turn.text(text_id, place=part.name, rises=turn.text(f"rises-{rises}"))
