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
from storage.tables import Network

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
    """Return how many people came to each community of a network: no names, and no number below five."""
    shown = await community_states.states(turn.uow, network.id, turn.now - PERIOD, turn.now)
    if not shown:
        raise Refusal("newcomers-no-figures", network=network.name)
    counted = [(one.community.name, one.arrived if one.arrived >= LEAST_COUNT else None) for one in shown]
    ranked = sorted(counted, key=lambda one: (-(one[1] or 0), one[0].casefold()))
    lines = [_line(name, count, turn) for name, count in ranked]
    title = turn.text("newcomers-figures", network=network.name, days=PERIOD.days)
    return Listing(title, lines, coordinators_only=True)


def _line(community: str, count: int | None, turn: Turn) -> Rich:
    if count is None:
        return turn.text("newcomers-few-in", community=community)
    return turn.text("newcomers-in", community=community, count=count)
