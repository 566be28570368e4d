"""`network create`, `network show`, `network parent`, `link` and `unlink`."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text
from bots.features.communities import rules
from bots.routing.feature import Listing
from bots.turn.notices import CommunityLeftNetwork, NetworkCreated
from bots.turn.turn import Turn
from storage.queries import communities, members
from storage.tables import Community, Network, Role, RoomRole


async def network_of_code(code: str, turn: Turn, *, argument: str = "code") -> Network:
    """Return the network with this code. Raises Refusal("code-unknown")."""
    network = await communities.network_by_code(turn.uow, code)
    if network is None:
        raise Refusal("code-unknown", argument=argument, given=code)
    return network


async def announce_link(community: Community, network: Network, turn: Turn) -> None:
    """Tell the community which network it joined, and the network's rooms who joined."""
    turn.post("link-done", network=network.name)
    for room in await communities.highlights_rooms(turn.uow, network.id):
        (await turn.for_room(room)).post("network-joined", silent=True, community=community.name)


async def create_network(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Make the room the highlights room of a new network, with the person as its coordinator."""
    network = Network(
        name=rules.name(args.text("name")),
        locale=rules.locale(args.text("locale")),
        zone=rules.zone(args.text("zone")),
        code=rules.new_code(),
        created_at=turn.now,
    )
    await turn.uow.add(network)
    turn.room.network_id, turn.room.role = network.id, RoomRole.HIGHLIGHTS
    await members.assign_role(turn.uow, turn.member_id, Role.COORDINATOR, network=network.id)
    room = await turn.for_room(turn.room)
    await room.notify(NetworkCreated(network))
    room.post("network-created", network=network.name, code=network.code, hour=network.digest_hour)


async def list_communities(turn: Turn) -> Listing:
    """Return the network's communities and its code. Raises Refusal if there is no network, or no community in it."""
    network = turn.room_context.network
    if network is None:
        raise Refusal("room-without-network", command="network show")
    linked = await communities.communities_of(turn.uow, network.id)
    if not linked:
        raise Refusal("network-empty", network=network.name, code=network.code)
    title = turn.text("network-shown", network=network.name, count=len(linked))
    lines: list[Rich] = [(Text(f"• {community.name}"),) for community in linked]
    return Listing(title, lines, turn.text("network-code", code=network.code))


async def set_parent(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Put the network under another one. Raises Refusal("network-circle")."""
    network, parent = turn.network, await network_of_code(args.text("code"), turn)
    ancestor: Network | None = parent
    while ancestor is not None:
        if ancestor.id == network.id:
            raise Refusal("network-circle", network=network.name, parent=parent.name)
        ancestor = await turn.uow.get(Network, ancestor.parent_id) if ancestor.parent_id else None
    network.parent_id = parent.id
    turn.answer("network-parent-set", network=network.name, parent=parent.name)


async def link(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Add the community to the network with this code, in place of its former network."""
    community, network = turn.community, await network_of_code(args.text("code"), turn)
    if community.network_id == network.id:
        raise Refusal("link-already", network=network.name)
    if community.network_id is not None:
        await turn.notify(CommunityLeftNetwork(community))
    community.network_id = network.id
    await announce_link(community, network, turn)


async def unlink(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Take the community out of its network."""
    network = turn.room_context.network
    if network is None:
        raise Refusal("unlink-nothing")
    turn.community.network_id = None
    await turn.notify(CommunityLeftNetwork(turn.community))
    turn.post("unlink-done", network=network.name)
