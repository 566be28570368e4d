"""`communities`: how the parts of a network are doing, those first that need a hand."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands import localization
from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text, join
from bots.dialogs import pagination
from bots.features.coordination import needs, state_lines
from bots.routing.feature import Listing
from bots.turn import coordinator_answer, member_filter, network_parts
from bots.turn.turn import Turn
from storage.queries import community_states, member_selection, memberships, tags
from storage.queries.memberships import Place
from storage.tables import Community, Network

LIST = "members"
QUIET = "quiet"
_MAX_ARGUMENT = 44
"""Bytes of a filter that fit into the button of a page: https://core.telegram.org/bots/api#inlinekeyboardbutton."""
_JOINED_BY = "+"


async def show(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `communities [NAME | FILTER…]`, in a network's own room. Raises Refusal."""
    network, typed = _network(turn), (args.optional_text("what") or "").strip()
    if not typed:
        pagination.show_page(LIST, await list_all(turn), turn)
        return
    part = await network_parts.find(typed, network, turn)
    if part is not None:
        coordinator_answer.answer(Content(text=await _one(part, network, turn)), turn)
        return
    argument = _JOINED_BY.join(typed.replace(":", "=").split())
    listing = await list_filtered(turn, argument)
    if len(argument.encode()) > _MAX_ARGUMENT and len(listing.lines) > pagination.LINES_PER_PAGE:
        raise Refusal("communities-filter-long", argument="what", count=len(listing.lines))
    pagination.show_page(LIST, listing, turn, argument=argument)


def _network(turn: Turn) -> Network:
    """Return the network whose room it is. Raises Refusal("communities-elsewhere") in a community's room."""
    network = turn.room_context.own_network
    if network is None:
        names = tuple(one.name for one in turn.room_context.networks)
        raise Refusal("communities-elsewhere", names=names)
    return network


async def list_all(turn: Turn) -> Listing:
    """Return all parts of the network: communities by need, the networks in it, and who holds their state back."""
    network = _network(turn)
    states = await _states(network, turn)
    given = await tags.of_parts(turn.uow, network.id)
    lines = [state_lines.line(state, given.get(state.community.id, []), turn) for state in states]
    lines += await _networks(network, turn)
    lines += await _held_back(network, {state.community.id for state in states}, turn)
    if not lines:
        raise Refusal("network-empty", network=network.name)
    waiting = sum(1 for state in states if needs.needs_of(state, turn.now))
    title = turn.text("communities-title", network=network.name, days=needs.PERIOD.days, count=waiting)
    return Listing(title, lines, turn.text("communities-footer"), coordinators_only=True)


async def list_filtered(turn: Turn, argument: str) -> Listing:
    """Return the communities that a filter chooses. Raises Refusal for a filter that can't be read or finds nothing."""
    network, typed = _network(turn), argument.replace(_JOINED_BY, " ")
    chosen = member_filter.parse(typed)
    quiet = localization.match_choice(chosen.rest, "filter", (QUIET,)) is not None
    if chosen.rest and not quiet:
        raise await network_parts.unknown(chosen.rest, network, turn)
    wanted = set(await member_selection.ids(turn.uow, network.id, chosen.selection))
    states = [one for one in await _states(network, turn) if one.community.id in wanted]
    states = [one for one in states if not quiet or needs.is_quiet(one, turn.now)]
    if not states:
        raise Refusal("communities-none", argument="what", filter=typed)
    given = await tags.of_parts(turn.uow, network.id)
    lines = [state_lines.line(one, given.get(one.community.id, []), turn) for one in states]
    title = turn.text("communities-filtered", network=network.name, days=needs.PERIOD.days, filter=typed)
    return Listing(title, lines, coordinators_only=True)


async def _states(
    network: Network, turn: Turn, communities: Sequence[Community] | None = None
) -> list[community_states.CommunityState]:
    since = turn.now - needs.PERIOD
    found = await community_states.states(turn.uow, network.id, since, turn.now, communities)
    return needs.ordered(found, turn.now)


async def _networks(network: Network, turn: Turn) -> list[Rich]:
    """Return a line for each network in this one, with the number of its communities."""
    lines = list[Rich]()
    for part in await memberships.networks_in(turn.uow, network.id):
        count = len(await memberships.communities_of(turn.uow, part.id))
        lines.append(turn.text("communities-network", place=part.name, count=count))
    return lines


async def _held_back(network: Network, shown: set[int], turn: Turn) -> list[Rich]:
    every = await memberships.communities_of(turn.uow, network.id)
    return [turn.text("communities-held-back", place=one.name) for one in every if one.id not in shown]


async def _one(part: Place, network: Network, turn: Turn) -> Rich:
    """Return all that coordinators may know of one part."""
    if not isinstance(part, Community):
        count = len(await memberships.communities_of(turn.uow, part.id))
        return turn.text("communities-network", place=part.name, count=count)
    found = await _states(network, turn, [part])
    given = (await tags.of_parts(turn.uow, network.id)).get(part.id, [])
    if not found:
        held_back = turn.text("communities-held-back", place=part.name)
        return join([held_back, *([(Text(" ".join(given)),)] if given else [])])
    return state_lines.sheet(found[0], given, turn)
