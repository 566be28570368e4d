"""The way of a highlight: up from network to network as each membership allows, and down to who listens.

Each step is a transaction of its own, begun by a timer: one network and a few rooms. A membership is passed once at
most (a row in `decisions`) and a room's copy has one key: no room shows a highlight twice, and no way goes in a circle.
"""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.features.highlights import curation, rules, views
from bots.turn import cards, rounds
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import communities, decisions, memberships
from storage.queries.memberships import Place
from storage.tables import (
    Community,
    Decision,
    DecisionState,
    Highlight,
    HighlightState,
    Membership,
    Network,
    Room,
    Share,
)

ARRIVE_TIMER = "highlight-arrive"
"""A highlight arrives at a network. Its subject: the highlight, the network, and the last home that had its turn."""
ECHO_TIMER = "highlight-echo"
"""Shows the numbers of a highlight, and lets them carry it past a queue. Its subject: the highlight."""
COPY_TIMER = "highlight-copy"
"""Posts one copy, after quiet hours."""
_STATES = {
    Share.EVERYTHING: DecisionState.PASSED,
    Share.CURATED: DecisionState.QUEUED,
    Share.DIGEST: DecisionState.DIGEST,
}


def may_rise(highlight: Highlight, membership: Membership) -> bool:
    """Return whether a highlight may rise along a membership: nothing that is older than the agreement may."""
    return membership.rises != Share.NOTHING and rules.is_after(highlight.posted_at, membership.gives_since)


async def can_arrive(highlight: Highlight, community: Community, turn: Turn) -> bool:
    """Return whether anything above has a place for a highlight: a room, a queue, a digest, or networks further on."""
    for membership, network in await memberships.above(turn.uow, community):
        if not may_rise(highlight, membership):
            continue
        if membership.rises != Share.EVERYTHING or await memberships.above(turn.uow, network):
            return True
        if await communities.highlights_rooms(turn.uow, network.id):
            return True
        if await memberships.listening_networks(turn.uow, network.id):
            return True
        if await memberships.listening_homes(turn.uow, network.id, but=community.id, after=0, limit=1):
            return True
    return False


async def climb(highlight: Highlight, place: Place, turn: Turn) -> None:
    """Decide about a highlight at each membership of a place that has it, and go on where it passes."""
    for membership, network in await memberships.above(turn.uow, place):
        if may_rise(highlight, membership) and not await _is_there(highlight, membership, network, turn):
            await _decide(highlight, membership, network, _STATES[membership.rises], turn)


async def _is_there(highlight: Highlight, membership: Membership, network: Network, turn: Turn) -> bool:
    decided = await decisions.at(turn.uow, highlight, membership)
    return decided is not None or await decisions.has_reached(turn.uow, highlight, network)


async def _decide(
    highlight: Highlight, membership: Membership, network: Network, state: DecisionState, turn: Turn
) -> None:
    decision = Decision(
        highlight_id=highlight.id, membership_id=membership.id, network_id=network.id, state=state, decided_at=turn.now
    )
    await turn.uow.add(decision)
    if state == DecisionState.QUEUED:
        await curation.ask(decision, network, turn)
        if network.carry_people:
            turn.schedule(ECHO_TIMER, str(highlight.id), turn.now)
    elif state != DecisionState.DIGEST:
        arrive(highlight, network, turn)


def arrive(highlight: Highlight, network: Network, turn: Turn) -> None:
    """Show a highlight in a network, and let it go on from there, once this transaction is committed."""
    turn.schedule(ARRIVE_TIMER, f"{highlight.id}/{network.id}/0", turn.now)


async def arrive_at(timer: TimerFired, turn: Turn) -> None:
    """Show a highlight in a network's rooms and in the next homes that listen; at first, let it go on."""
    number, network_id, after = map(int, timer.subject.split("/"))
    highlight, network = await on_its_way(number, turn), await turn.uow.get(Network, network_id)
    if highlight is None or network is None:
        return
    if not after:
        for room in await communities.highlights_rooms(turn.uow, network.id):
            await _post_copy(highlight, await turn.for_room(room))
        if DecisionState.PASSED in await decisions.states_at(turn.uow, highlight, network):
            await climb(highlight, network, turn)
        await _descend(highlight, network, turn)
        turn.refresh_card(f"highlightnote:{highlight.id}")
    homes = await memberships.listening_homes(
        turn.uow, network.id, but=highlight.community_id, after=after, limit=rounds.SIZE
    )
    for room in homes:
        await _post_copy(highlight, await turn.for_room(room))
    if len(homes) == rounds.SIZE:
        turn.schedule(ARRIVE_TIMER, f"{highlight.id}/{network.id}/{homes[-1].id}", turn.now)


async def _descend(highlight: Highlight, network: Network, turn: Turn) -> None:
    """Go on to the networks in this one that show its highlights."""
    for membership, child in await memberships.listening_networks(turn.uow, network.id):
        if not await _is_there(highlight, membership, child, turn):
            await _decide(highlight, membership, child, DecisionState.HEARD, turn)


async def on_its_way(number: int, turn: Turn) -> Highlight | None:
    """Return a published highlight, unless it or its community takes no part any longer."""
    highlight = await turn.uow.get(Highlight, number)
    community = await turn.uow.get(Community, highlight.community_id) if highlight is not None else None
    if highlight is None or community is None or highlight.state != HighlightState.PUBLISHED:
        return None
    return highlight if community.relaying else None


async def _post_copy(highlight: Highlight, there: Turn) -> None:
    """Post a copy; where quiet hours are, at their end."""
    end = quiet_until(there.room_context.community, there.now)
    if end is not None:
        there.schedule(COPY_TIMER, f"{highlight.id}/{there.room.id}", end)
        return
    card = f"highlight:{highlight.id}"
    there.count_replies(there.room)
    await cards.post(views.render_copy, card, there, key=f"{card}@{there.room.id}", silent=True)


async def copy_after_quiet(timer: TimerFired, turn: Turn) -> None:
    """Post a copy that waited for the end of a community's quiet hours, if that community still listens."""
    number, _, room_id = timer.subject.partition("/")
    highlight = await on_its_way(int(number), turn)
    if highlight is None:
        return
    for network in await decisions.networks_in_state(turn.uow, highlight, decisions.SHOWN):
        for room in await _homes_from(int(room_id), network, highlight, turn):
            if room.id == int(room_id):
                await _post_copy(highlight, await turn.for_room(room))
                return


async def _homes_from(room_id: int, network: Network, highlight: Highlight, turn: Turn) -> list[Room]:
    found = await memberships.listening_homes(
        turn.uow, network.id, but=highlight.community_id, after=room_id - 1, limit=1
    )
    return list(found)
