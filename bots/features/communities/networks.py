"""`network create`, `network parent` and `link`."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.features.communities import links, names, rules
from bots.features.communities.codes import send_code
from bots.turn.notices import NetworkCreated
from bots.turn.turn import Turn
from storage.queries import communities, members
from storage.queries.memberships import Place
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


async def link(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Ask the network with this code to let the room's community in, or in a network's room that network.

    They stay in the networks that they belong to already. Raises Refusal as `links.request` does.
    """
    place: Place = turn.room_context.community or turn.network
    await links.request(place, await network_of_code(args.text("code"), turn), turn)


async def set_parent(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Ask the network with this code to let the room's network in."""
    await links.request(turn.network, await network_of_code(args.text("code"), turn), turn)
