"""How a community leaves its network, and a network its parent: `unlink` and `network leave`. Both sides are told."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.outbound import Button
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.features.communities import confirmations, links
from bots.turn.authorization import held_rights, lacking_right
from bots.turn.notices import CommunityLeftNetwork
from bots.turn.turn import Turn
from storage.queries import communities
from storage.tables import Community, Network


async def unlink(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `unlink`: withdraw a request, or ask whether the community should leave its network."""
    network, asked = turn.room_context.network, await links.withdraw(turn.community, turn)
    if asked is not None:
        turn.post("unlink-withdrawn", network=asked.name)
    elif network is None:
        raise Refusal("unlink-nothing")
    else:
        text = turn.answer_text("unlink-ask", community=turn.community.name, network=network.name)
        await confirmations.ask(text, Button(f"unlink:{network.id}", turn.label("leave-confirm"), "🚪"), turn)


async def leave_command(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network leave`: in a community's room like `unlink`, in the network's room for its parent."""
    if turn.room_context.community is not None:
        await unlink(call, args, turn)
        return
    network, asked = turn.network, await links.withdraw(turn.network, turn)
    parent = await turn.uow.get(Network, network.parent_id) if network.parent_id is not None else None
    if asked is not None:
        turn.post("unlink-withdrawn", network=asked.name)
    elif parent is None:
        raise Refusal("network-leave-nothing", network=network.name)
    else:
        text = turn.answer_text("network-leave-ask", network=network.name, parent=parent.name)
        await confirmations.ask(text, Button(f"netleave:{parent.id}", turn.label("leave-confirm"), "🚪"), turn)


async def press_unlink(press: ButtonPressed, turn: Turn) -> None:
    """Take the community out of its network."""
    network, community = turn.room_context.network, turn.room_context.community
    if network is None or community is None or press.subject != str(network.id):
        raise Refusal("button-unknown")
    if Right.CONNECTOR not in await held_rights(turn):
        raise await lacking_right(Right.CONNECTOR, "unlink", turn)
    community.network_id = None
    await turn.notify(CommunityLeftNetwork(community))
    turn.post("unlink-done", network=network.name)
    await tell_network(network, community, turn)


async def press_leave(press: ButtonPressed, turn: Turn) -> None:
    """Take the network out of its parent."""
    context = turn.room_context
    if context.network is None or context.community is not None or press.subject != str(context.network.parent_id):
        raise Refusal("button-unknown")
    if Right.COORDINATOR not in await held_rights(turn):
        raise await lacking_right(Right.COORDINATOR, "network leave", turn)
    parent = await turn.uow.get(Network, context.network.parent_id)
    context.network.parent_id = None
    if parent is not None:
        turn.post("unlink-done-network", network=parent.name)
        await tell_network(parent, context.network, turn)


async def tell_network(network: Network, part: Community | Network, turn: Turn) -> None:
    """Tell a network's rooms who left it."""
    for room in await communities.highlights_rooms(turn.uow, network.id):
        (await turn.for_room(room)).post("network-left", silent=True, community=part.name)
