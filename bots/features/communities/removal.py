"""What a coordinator cannot take back asks first: `network remove` and `network renew`."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.card_id import CardId
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.integers import parse_int
from bots.core.lookalikes import look_alike
from bots.core.outbound import Button
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.features.communities import confirmations, links, rules
from bots.features.communities.codes import send_code
from bots.turn.authorization import held_rights, lacking_right
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
    button = Button(f"netremove:{_part_id(part)}", turn.label("network-remove-confirm"), "🗑️")
    text = turn.answer_text("network-remove-ask", place=part.name, network=network.name)
    await confirmations.ask(text, button, turn)


async def _parts(network: Network, turn: Turn) -> list[Community | Network]:
    linked = await communities.communities_of(turn.uow, network.id)
    return [*linked, *await communities.child_networks(turn.uow, network.id)]


def _part_id(part: Community | Network) -> str:
    return f"{'community' if isinstance(part, Community) else 'network'}-{part.id}"


async def press_remove(press: ButtonPressed, turn: Turn) -> None:
    """Take the community or network out, and tell both sides."""
    network = await _own_network(turn)
    part = next((part for part in await _parts(network, turn) if _part_id(part) == press.subject), None)
    if part is None:
        raise Refusal("button-unknown")
    await expel(part, network, turn)
    turn.acknowledge("network-removed", place=part.name)


async def _own_network(turn: Turn) -> Network:
    """Return the room's network, if the person coordinates it: some platforms let people press any button."""
    if turn.room_context.network is None:
        raise Refusal("button-unknown")
    if Right.COORDINATOR not in await held_rights(turn):
        raise await lacking_right(Right.COORDINATOR, "network remove", turn)
    return turn.network


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
    button = Button(str(CardId("netrenew", str(turn.network.id))), turn.label("network-renew-confirm"), "🔑")
    text = turn.answer_text("network-renew-ask", network=turn.network.name)
    await confirmations.ask(text, button, turn)


async def press_renew(press: ButtonPressed, turn: Turn) -> None:
    """Give the network a new code."""
    network = await _own_network(turn)
    if network.id != parse_int(press.subject):
        raise Refusal("button-unknown")
    network.code = rules.new_code()
    send_code(network, turn)
