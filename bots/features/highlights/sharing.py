"""`relay`: what rises from a community to its networks, and from a network to wider ones."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands.declaration import Args
from bots.core.confusables import look_alike
from bots.core.inbound import CommandInvoked, TimerFired
from bots.core.integers import parse_int
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.core.sanitize import display_name
from bots.features.highlights import publishing, relaying, terms
from bots.i18n import texts
from bots.turn import rounds
from bots.turn.turn import Turn
from storage.queries import communities, consents, members, memberships
from storage.queries.memberships import Place
from storage.tables import Community, Membership, Network, Share

_AMOUNTS = {"on": Share.EVERYTHING, "curated": Share.CURATED, "digest": Share.DIGEST, "off": Share.NOTHING}
WIDER_TIMER = "highlight-wider"
"""Tells the communities of a network that their highlights may rise further now. Its subject: the network that shares
further, the one whose communities are told, and the last community that was."""

Bond = tuple[Membership, Network]


async def relay(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `relay [on|curated|digest|off] [NETWORK]`, and `relay status`."""
    switch, given = args.optional_text("switch") or "status", args.optional_text("network")
    place = turn.place
    above = await memberships.above(turn.uow, place)
    if switch == "status":
        turn.answer_content(Content(text=await _status(place, above, turn)))
        return
    bonds = _chosen(above, given, place)
    if switch == "off":
        await _stop(place, above, bonds, turn)
    else:
        await _start(place, bonds, _AMOUNTS[switch], turn)


def _chosen(above: Sequence[Bond], given: str | None, place: Place) -> Sequence[Bond]:
    """Return the memberships that somebody means. Raises Refusal("relay-needs-network" | "network-above-unknown")."""
    if not above:
        raise Refusal("relay-needs-network" if isinstance(place, Community) else "network-above-none", place=place.name)
    chosen = [bond for bond in above if given is None or look_alike(bond[1].name, given)]
    if not chosen:
        names = tuple(network.name for _, network in above)
        raise Refusal("network-above-unknown", argument="network", given=given, place=place.name, names=names)
    return chosen


async def _start(place: Place, bonds: Sequence[Bond], amount: Share, turn: Turn) -> None:
    """Let this much rise along these memberships from now on, and tell those whose words it is about."""
    for membership, _ in bonds:
        if membership.gives == Share.NOTHING:
            membership.gives_since = turn.now
        membership.gives = amount
    turn.uow.forget("memberships")
    if isinstance(place, Network):
        turn.post(f"relay-network-{amount}", place=place.name, network=texts.All(network.name for _, network in bonds))
        turn.schedule(WIDER_TIMER, f"{place.id}/{place.id}/0", turn.now)
        return
    if not place.relaying:
        place.relaying, place.relaying_since = True, turn.now
    await relaying.cache_rooms(place, turn, on=True)
    await terms.count_active(place, turn)
    for room in await communities.rooms_of_community(turn.uow, place.id):
        await terms.post_terms(place, await turn.for_room(room))


async def _stop(place: Place, above: Sequence[Bond], bonds: Sequence[Bond], turn: Turn) -> None:
    """Let nothing rise along these memberships any longer."""
    for membership, _ in bonds:
        membership.gives, membership.gives_since = Share.NOTHING, None
    turn.uow.forget("memberships")
    left = tuple(network.name for membership, network in above if membership.gives != Share.NOTHING)
    if isinstance(place, Community) and not left:
        await publishing.switch_off(place, turn)
        turn.answer("relay-now-off")
    else:
        turn.answer("relay-off-to", place=place.name, network=texts.All(network.name for _, network in bonds))


async def _limits(community: Community, turn: Turn) -> list[Rich]:
    """Return what counts for a highlight, and which rooms and people are left out."""
    lines = terms.criteria(community, turn, turn.answer_text)
    rooms = await communities.rooms_of_community(turn.uow, community.id)
    if left_out := tuple(display_name(room.name or room.room) for room in rooms if room.excluded):
        lines.append(turn.answer_text("relay-without-rooms", rooms=left_out))
    members_left_out = await consents.excluded(turn.uow, community.id)
    if members_left_out:
        lines.append(await _left_out(members_left_out, turn))
    return lines


async def _left_out(excluded: Sequence[int], turn: Turn) -> Rich:
    """Return the line about excluded people. Name them only in a private answer."""
    if not turn.answers_privately:
        return turn.answer_text("relay-without-people")
    found = await members.identities_on_platform(turn.uow, excluded, turn.room.platform)
    names = tuple(display_name(one.name) for one in found) or ("–",)
    return turn.answer_text("relay-without-named", names=names)


async def _status(place: Place, above: Sequence[Bond], turn: Turn) -> Rich:
    lines: list[Rich] = []
    if isinstance(place, Community):
        text_id = "relay-is-on" if place.relaying else "relay-is-off"
        lines.append(turn.answer_text(text_id, **await terms.arguments(place, turn)))
        lines += await _limits(place, turn) if place.relaying else []
    if isinstance(place, Network) and not above:
        raise Refusal("network-above-none", place=place.name)
    if isinstance(place, Network) or any(bond.rises != Share.EVERYTHING for bond, _ in above):
        lines += [
            turn.answer_text(
                "network-line-above", network=network.name, rises=turn.answer_text(f"rises-{membership.rises}")
            )
            for membership, network in above
        ]
    return join(lines)


async def tell_communities(timer: TimerFired, turn: Turn) -> None:
    """Tell the next communities below a network that shares further: in it, and in the networks that rise to it."""
    top_id, network_id, after = (parse_int(part) for part in timer.subject.split("/"))
    top, network = await turn.uow.get(Network, top_id), await turn.uow.get(Network, network_id)
    if top is None or network is None or after is None:
        return
    if not after:
        for child in await memberships.rising_networks(turn.uow, network.id):
            turn.schedule(WIDER_TIMER, f"{top.id}/{child.id}/0", turn.now)
    wider = texts.All(one.name for one in await memberships.reach(turn.uow, top))
    if not wider:
        return
    told = await memberships.relaying_communities(turn.uow, network.id, after=after, limit=rounds.SIZE)
    for community in told:
        for room in (await communities.rooms_of_community(turn.uow, community.id))[:1]:
            (await turn.for_room(room)).post("relay-wider", silent=True, place=top.name, network=wider)
    if len(told) == rounds.SIZE:
        turn.schedule(WIDER_TIMER, f"{top.id}/{network.id}/{told[-1].id}", turn.now)
