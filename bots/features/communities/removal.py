"""What a coordinator cannot take back asks first: `network remove` and `network renew`."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.lookalikes import look_alike
from bots.core.refusal import Refusal
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands, links, rules
from bots.features.communities.codes import send_code
from bots.turn.notices import CommunityLeftNetwork
from bots.turn.turn import Turn
from storage.queries import communities
from storage.tables import Community, Network


async def remove_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network remove NAME`: decline a request, or ask whether a part of the network should leave it."""
    given, network = args.text("name"), turn.network
    parts = await _parts(network, turn)
    found = [part for part in parts if look_alike(part.name, given)]
    if not found:
        pending = await links.find_pending(given, turn)
        if pending is None:
            every = tuple(part.name for part in parts) or ("–",)
            raise Refusal("network-remove-unknown", argument="name", given=given, network=network.name, names=every)
        await links.decline(pending, turn)
        turn.acknowledge("link-declined", place=given)
        return
    part = found[0]
    text = turn.answer_text("network-remove-ask", place=part.name, network=network.name)
    await REMOVE.ask(_part_id(part), text, turn)


async def _parts(network: Network, turn: Turn) -> list[Community | Network]:
    linked = await communities.communities_of(turn.uow, network.id)
    return [*linked, *await communities.child_networks(turn.uow, network.id)]


def _part_id(part: Community | Network) -> str:
    return f"{'community' if isinstance(part, Community) else 'network'}-{part.id}"


async def _remove(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    part = next((part for part in await _parts(turn.network, turn) if _part_id(part) == subject), None)
    if part is None:
        raise Refusal("button-unknown")
    await expel(part, turn.network, turn)
    turn.acknowledge("network-removed", place=part.name)


async def expel(part: Community | Network, network: Network, turn: Turn) -> None:
    """Take a community or network out of a network, and tell both sides."""
    if isinstance(part, Community):
        part.network_id = None
        await turn.notify(CommunityLeftNetwork(part))
        rooms = (await communities.rooms_of_community(turn.uow, part.id))[:1]
    else:
        part.parent_id = None
        rooms = await communities.highlights_rooms(turn.uow, part.id)
    for room in rooms:
        (await turn.for_room(room)).post("network-removed-you", place=part.name, network=network.name)
    for room in await communities.highlights_rooms(turn.uow, network.id):
        (await turn.for_room(room)).post("network-removed", silent=True, place=part.name)


async def renew_command(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `network renew`: ask whether the code should change."""
    text = turn.answer_text("network-renew-ask", network=turn.network.name)
    await RENEW.ask(str(turn.network.id), text, turn)


async def _renew(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    if turn.network.id != parse_int(subject):
        raise Refusal("button-unknown")
    turn.network.code = rules.new_code()
    send_code(turn.network, turn)


REMOVE = YesNo(kind="netremove", yes="network-remove-confirm", command=commands.NETWORK_REMOVE, act=_remove)
RENEW = YesNo(kind="netrenew", yes="network-renew-confirm", command=commands.NETWORK_RENEW, act=_renew)
