"""`newcomers`: who waits in a community; in a network's room, how many came to each of its communities."""

from __future__ import annotations

from datetime import timedelta

from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.core.sanitize import display_name
from bots.routing.feature import Listing
from bots.turn.turn import Turn
from storage.queries import community_states, onboarding
from storage.queries.figures import LEAST_COUNT
from storage.tables import Community, Network

PERIOD = timedelta(days=30)


async def list_newcomers(turn: Turn) -> Listing:
    """Return the unfinished journeys and what they wait for; in a network's room, figures. Raises Refusal."""
    network = turn.room_context.own_network
    if network is not None:
        return await _figures(network, turn)
    community = turn.room_context.community
    unfinished = await onboarding.of_community(turn.uow, community.id) if community is not None else ()
    if not unfinished:
        raise Refusal("newcomers-none")
    lines = [
        turn.text(f"newcomers-{journey.stage}", name=display_name(journey.name), since=journey.joined_at)
        for journey in unfinished
    ]
    return Listing(turn.text("newcomers-list", count=len(lines)), lines)


async def _figures(network: Network, turn: Turn) -> Listing:
    """Return how many people came to each community of a network, nobody's name, and no number below five."""
    shown = await community_states.showing_theirs(turn.uow, network.id)
    if not shown:
        raise Refusal("newcomers-no-figures", network=network.name)
    counts = await community_states.arrivals(turn.uow, network.id, turn.now - PERIOD)
    counted = {key: count for key, count in counts.items() if count >= LEAST_COUNT}
    ranked = sorted(shown, key=lambda one: (-counted.get(one.id, 0), one.name.casefold()))
    lines = [_line(community, counted.get(community.id), turn) for community in ranked]
    return Listing(turn.text("newcomers-figures", network=network.name, days=PERIOD.days), lines, discreet=True)


def _line(community: Community, count: int | None, turn: Turn) -> Rich:
    if count is None:
        return turn.text("newcomers-few-in", community=community.name)
    return turn.text("newcomers-in", community=community.name, count=count)
