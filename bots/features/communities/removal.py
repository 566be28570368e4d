"""`network remove`: it asks first, since a coordinator cannot take it back."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands, declining, links
from bots.turn import network_parts as parts
from bots.turn.notices import PlaceLeftNetwork
from bots.turn.turn import Turn
from storage.queries import memberships
from storage.queries.memberships import Place
from storage.tables import Community, Membership, MembershipState, Network


async def remove_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network remove NAME`: decline a request, or ask whether a part of the network should leave it."""
    given, network = args.optional_text("name"), turn.network
    if given is None:
        raise await _which(network, turn)
    found = await parts.find(given, network, turn)
    if found is not None:
        text = turn.answer_text("network-remove-ask", place=found.name, network=network.name)
        await REMOVE.ask(_part_id(found), text, turn)
        return
    pending = await links.find_pending(given, turn)
    if pending is None:
        raise await (_which(network, turn) if await links.waiting(turn) else parts.unknown(given, network, turn))
    await declining.decline(pending, turn)
    turn.acknowledge("link-declined", place=given)


async def _which(network: Network, turn: Turn) -> Refusal:
    """Return the question who is meant, with those who wait and those who belong to the network."""
    asking = [place.name for _, place in await links.waiting(turn)]
    belonging = [part.name for part in await parts.parts_of(network, turn)]
    if not asking and not belonging:
        return Refusal("network-empty", network=network.name)
    waiting, members = links.listed(asking), links.listed(belonging)
    return Refusal("network-remove-which", argument="name", network=network.name, waiting=waiting, members=members)


def _part_id(part: Place) -> str:
    return f"{'community' if isinstance(part, Community) else 'network'}-{part.id}"


async def _remove(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    every = await parts.parts_of(turn.network, turn)
    part = next((part for part in every if _part_id(part) == subject), None)
    row = await memberships.live(turn.uow, part, turn.network) if part is not None else None
    if part is None or row is None:
        raise Refusal("button-unknown")
    await expel(part, row, turn.network, turn)
    turn.acknowledge("network-removed", place=part.name)


async def expel(part: Place, row: Membership, network: Network, turn: Turn) -> None:
    """Take a community or network out of a network, and tell both sides."""
    await declining.decide(row, MembershipState.REMOVED, turn)
    await turn.notify(PlaceLeftNetwork(part))
    await links.tell_place(part, "network-removed-you", network, turn)
    await links.tell_network(network, "network-removed", part, turn)


REMOVE = YesNo(kind="netremove", yes="network-remove-confirm", command=commands.NETWORK_REMOVE, act=_remove)
