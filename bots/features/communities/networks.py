"""`network create`, `network show`, `network parent` and `link`."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands, links, names, rules
from bots.features.communities.codes import send_code
from bots.routing.feature import Listing
from bots.turn.notices import NetworkCreated
from bots.turn.turn import Turn
from storage.queries import communities, members
from storage.tables import Community, Network, Role, RoomRole


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
    """Ask another network to take this one in, in place of its former parent. Raises Refusal("network-circle")."""
    network, parent = turn.network, await network_of_code(args.text("code"), turn)
    await links.check_no_circle(network, parent, turn)
    if network.parent_id == parent.id:
        raise Refusal("link-already", network=parent.name)
    await _request_or_ask(network, network.parent_id, parent, turn)


async def link(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Ask the network with this code to let the community in, in place of its former network."""
    community, network = turn.community, await network_of_code(args.text("code"), turn)
    if community.network_id == network.id:
        raise Refusal("link-already", network=network.name)
    await _request_or_ask(community, community.network_id, network, turn)


async def _request_or_ask(part: Community | Network, former_id: int | None, network: Network, turn: Turn) -> None:
    """Ask the network to let a part in. First ask the person, if that part would leave another network for it."""
    former = await turn.uow.get(Network, former_id) if former_id is not None else None
    if former is None:
        await links.request(part, network, turn)
        return
    text = turn.answer_text("link-change-ask", place=part.name, former=former.name, network=network.name)
    question = RELINK if isinstance(part, Community) else REPARENT
    await question.ask(str(network.id), text, turn)


async def _change(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Ask the other network, after the person agreed to leave the present one."""
    network, context = await turn.row_of_id(Network, subject), turn.room_context
    part = context.community or context.network
    if part is None:
        raise Refusal("button-unknown")
    if isinstance(part, Network):
        await links.check_no_circle(part, network, turn)
    await links.request(part, network, turn)


RELINK = YesNo(kind="relink", yes="link-change-confirm", command=commands.LINK, act=_change)
REPARENT = YesNo(kind="reparent", yes="link-change-confirm", command=commands.NETWORK_PARENT, act=_change)
