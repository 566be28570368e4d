"""`network create`: a new network, with its first invitation."""

from __future__ import annotations

from bots.commands.checks import known_zone
from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.features.communities import invitations, names, rules
from bots.turn.notices import NetworkCreated
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Network, Role, RoomRole


async def create_network(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Make the room the highlights room of a new network, with the person as its coordinator."""
    network = Network(
        name=rules.name(args.text("name")),
        locale=rules.locale(args.text("locale")),
        zone=known_zone(args.text("zone")),
        created_at=turn.now,
    )
    names.check_not_ours(network.name)
    await turn.uow.add(network)
    turn.room.network_id, turn.room.role = network.id, RoomRole.HIGHLIGHTS
    await members.assign_role(turn.uow, turn.member_id, Role.COORDINATOR, network=network.id)
    room = await turn.for_room(turn.room)
    await room.notify(NetworkCreated(network))
    room.post("network-created", network=network.name, hour=network.digest_hour)
    first = await invitations.create(network, room, lasting=True, life=invitations.LIFE)
    await invitations.show(first, network, room)
