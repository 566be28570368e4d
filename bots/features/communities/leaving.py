"""`unlink` and `network leave`: a community leaves its network, a network its parent, and a room its community."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands, links
from bots.turn.notices import CommunityLeftNetwork, RoomLeftCommunity
from bots.turn.turn import Turn
from storage.queries import dialogs, placements
from storage.tables import Community, Network, Room, RoomRole


async def unlink(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `unlink`: withdraw a request, or ask whether the community should leave its network."""
    network, asked = turn.room_context.network, await links.withdraw(turn.community, turn)
    if asked is not None:
        turn.post("unlink-withdrawn", network=asked.name)
    elif network is None:
        raise Refusal("unlink-nothing")
    else:
        text = turn.answer_text("unlink-ask", community=turn.community.name, network=network.name)
        await UNLINK.ask(str(network.id), text, turn)


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
        await LEAVE.ask(str(parent.id), text, turn)


async def _unlink(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Take the community out of its network."""
    network, community = turn.room_context.network, turn.room_context.community
    if network is None or community is None or subject != str(network.id):
        raise Refusal("button-unknown")
    turn.post("unlink-done", network=network.name)
    await leave_network(community, turn)


async def _leave_parent(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Take the network out of its parent."""
    context = turn.room_context
    if context.network is None or context.community is not None or subject != str(context.network.parent_id):
        raise Refusal("button-unknown")
    parent = await turn.uow.get(Network, context.network.parent_id)
    context.network.parent_id = None
    if parent is not None:
        turn.post("unlink-done-network", network=parent.name)
        await links.tell_network(parent, "network-left", context.network, turn)


async def leave_network(community: Community, turn: Turn) -> None:
    """Take a community out of the network that it may be in, and tell that network."""
    network = await turn.uow.get(Network, community.network_id)
    if network is not None:
        community.network_id = None
        await turn.notify(CommunityLeftNetwork(community))
        await links.tell_network(network, "network-left", community, turn)


async def take_out(room: Room, community: Community, there: Turn) -> None:
    """Take a room out of its community: nothing of the community is shown or counted there any longer."""
    await there.notify(RoomLeftCommunity(community))
    await placements.detach_room(there.uow, room.account, room.room)
    await dialogs.delete_in_room(there.uow, room.account, room.room)
    room.community_id, room.role, room.joined_at = None, RoomRole.NEW, None


UNLINK = YesNo(kind="unlink", yes="leave-confirm", command=commands.UNLINK, act=_unlink)
LEAVE = YesNo(kind="netleave", yes="leave-confirm", command=commands.NETWORK_LEAVE, act=_leave_parent)
