"""`setup`, `network create`, `link` and the rooms of a community."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text
from bots.features.communities import rules
from bots.features.digests.rules import next_due
from bots.features.highlights import publishing, relaying
from bots.features.rooms import permissions
from bots.routing.feature import Listing
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import communities, members
from storage.tables import Community, Network


async def setup(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """The room becomes the home of a new community; who typed it is its first connector."""
    name, locale = rules.name(args.text("name")), rules.locale(args.text("locale"))
    zone = rules.zone(args.text("zone"))
    network = await _network(args.maybe("network"), turn, "network")
    community = await turn.uow.add(
        Community(name=name, locale=locale, zone=zone, network_id=network.id if network else None, created_at=turn.now)
    )
    turn.room.community_id, turn.room.role = community.id, "home"
    await members.name_animator(turn.uow, turn.member, "connector", community=community.id)
    here = turn.at(await room_context.of_room(turn.uow, turn.room))
    here.post("setup-done", community=name, now=turn.now)
    permissions.ask(here, permissions.SETUP)
    if network is not None:
        await _announce(community, network, here)


async def _network(code: str | None, turn: Turn, argument: str) -> Network | None:
    if code is None:
        return None
    network = await communities.network_by_code(turn.uow, code)
    if network is None:
        raise Refusal("code-unknown", argument=argument, given=code)
    return network


async def _announce(community: Community, network: Network, turn: Turn) -> None:
    """The network hears who joined; the community hears which network it is."""
    turn.post("link-done", network=network.name)
    for room in await communities.highlights_rooms(turn.uow, network.id or 0):
        there = turn.at(await room_context.of_room(turn.uow, room))
        there.post("network-joined", community=community.name)


async def create_network(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """The room becomes the highlights room of a new network; who typed it coordinates it."""
    network = Network(
        name=rules.name(args.text("name")),
        locale=rules.locale(args.text("locale")),
        zone=rules.zone(args.text("zone")),
        code=rules.new_code(),
        created_at=turn.now,
    )
    await turn.uow.add(network)
    turn.room.network_id, turn.room.role = network.id, "highlights"
    await members.name_animator(turn.uow, turn.member, "coordinator", network=network.id)
    turn.schedule("digest", str(network.id), next_due(network, turn.now))
    here = turn.at(await room_context.of_room(turn.uow, turn.room))
    here.post("network-created", network=network.name, code=network.code, hour=network.digest_hour)


async def linked(turn: Turn) -> Listing:
    """Which communities are linked, and the code for more. Raises Refusal where there is no network, or none in it."""
    network = turn.scene.network
    if network is None:
        raise Refusal("room-without-network", command="network show")
    members = await communities.communities_of(turn.uow, network.id or 0)
    if not members:
        raise Refusal("network-empty", network=network.name, code=network.code)
    title = turn.text("network-shown", network=network.name, count=len(members))
    lines: list[Rich] = [(Text(f"• {community.name}"),) for community in members]
    return Listing(title, lines, turn.text("network-code", code=network.code))


async def set_parent(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Networks nest; a circle is refused."""
    network, parent = turn.scene.network, await _network(args.text("code"), turn, "code")
    assert network is not None, "declared with needs='network'"
    assert parent is not None, "a code was given"
    above: Network | None = parent
    while above is not None:
        if above.id == network.id:
            raise Refusal("network-circle", network=network.name, parent=parent.name)
        above = await turn.uow.get(Network, above.parent_id) if above.parent_id else None
    network.parent_id = parent.id
    turn.answer("network-parent-set", network=network.name, parent=parent.name)


async def link(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """The community joins a network by its code. What it agreed to relay, it agreed with the network that it leaves."""
    community, network = turn.scene.community, await _network(args.text("code"), turn, "code")
    assert community is not None, "declared with needs='community'"
    assert network is not None, "a code was given"
    if community.network_id == network.id:
        raise Refusal("link-already", network=network.name)
    await publishing.switch_off(community, turn)
    community.network_id = network.id
    await _announce(community, network, turn)


async def unlink(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """The community leaves its network; relaying ends with it."""
    community, network = turn.scene.community, turn.scene.network
    assert community is not None, "declared with needs='community'"
    if network is None:
        raise Refusal("unlink-nothing")
    community.network_id = None
    await publishing.switch_off(community, turn)
    turn.post("unlink-done", network=network.name)


async def join_community(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """This room becomes another room of a community that the person is a connector of."""
    wanted = args.text("name").strip().lower()
    mine = await communities.communities_of_connector(turn.uow, turn.member)
    found = next((community for community in mine if community.name.lower() == wanted), None)
    if found is None:
        names = tuple(community.name for community in mine)
        raise Refusal("room-join-unknown" if names else "room-join-none", argument="name", given=wanted, names=names)
    turn.room.community_id, turn.room.role, turn.room.joined_at = found.id, "home", turn.now
    here = turn.at(await room_context.of_room(turn.uow, turn.room))
    here.post("room-join-done", community=found.name)
    if found.relaying:
        relaying.tell(found, here)
        if not turn.capabilities.fetch:
            turn.keep_messages(turn.room, on=True)


async def set_role(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """What the room is for: the home, or the place of events."""
    turn.room.role = args.text("role")
    turn.answer(f"room-role-{turn.room.role}")
