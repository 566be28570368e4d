"""`network create`, `network show`, `network parent`, `link` and `unlink`."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text
from bots.features.communities import links, names, rules
from bots.features.communities.codes import send_code
from bots.routing.feature import Listing
from bots.turn.notices import CommunityLeftNetwork, NetworkCreated
from bots.turn.turn import Turn
from storage.queries import communities, members
from storage.tables import Network, Role, RoomRole


async def network_of_code(code: str, turn: Turn, *, argument: str = "code") -> Network:
    """Return the network with this code. Raises Refusal("code-unknown")."""
    network = await communities.network_by_code(turn.uow, code)
    if network is None:
        raise Refusal("code-unknown", argument=argument, given=code)
    return network


async def create_network(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Make the room the highlights room of a new network, with the person as its coordinator."""
    network = Network(
        name=rules.name(args.text("name")),
        locale=rules.locale(args.text("locale")),
        zone=rules.zone(args.text("zone")),
        code=rules.new_code(),
        created_at=turn.now,
    )
    names.check_not_ours(network.name)
    await turn.uow.add(network)
    turn.room.network_id, turn.room.role = network.id, RoomRole.HIGHLIGHTS
    await members.assign_role(turn.uow, turn.member_id, Role.COORDINATOR, network=network.id)
    room = await turn.for_room(turn.room)
    await room.notify(NetworkCreated(network))
    room.post("network-created", network=network.name, hour=network.digest_hour)
    send_code(network, room)


async def list_communities(turn: Turn) -> Listing:
    """Return the network's communities. Raises Refusal if there is no network, or no community in it."""
    network = turn.room_context.network
    if network is None:
        raise Refusal("room-without-network", command="network show")
    linked = await communities.communities_of(turn.uow, network.id)
    if not linked:
        raise Refusal("network-empty", network=network.name)
    title = turn.text("network-shown", network=network.name, count=len(linked))
    lines: list[Rich] = [(Text(f"• {community.name}"),) for community in linked]
    return Listing(title, lines, turn.text("network-foot"))


async def set_parent(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Ask another network to take this one in. Raises Refusal("network-circle")."""
    network, parent = turn.network, await network_of_code(args.text("code"), turn)
    await links.check_no_circle(network, parent, turn)
    if network.parent_id == parent.id:
        raise Refusal("link-already", network=parent.name)
    await links.request(network, parent, turn)


async def link(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Ask the network with this code to let the community in, in place of its former network."""
    community, network = turn.community, await network_of_code(args.text("code"), turn)
    if community.network_id == network.id:
        raise Refusal("link-already", network=network.name)
    await links.request(community, network, turn)


async def unlink(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Take the community out of its network, or withdraw its request to join one."""
    network, asked = turn.room_context.network, await links.withdraw(turn.community, turn)
    if network is not None:
        turn.community.network_id = None
        await turn.notify(CommunityLeftNetwork(turn.community))
        turn.post("unlink-done", network=network.name)
        for room in await communities.highlights_rooms(turn.uow, network.id):
            (await turn.for_room(room)).post("network-left", silent=True, community=turn.community.name)
    elif asked is not None:
        turn.post("unlink-withdrawn", network=asked.name)
    else:
        raise Refusal("unlink-nothing")
