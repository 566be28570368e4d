"""`unlink` and `network leave`: a community or a network leaves a network, and a room its community."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.confusables import look_alike
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands, declining, links
from bots.turn.notices import PlaceLeftNetwork, RoomLeftCommunity
from bots.turn.turn import Turn
from storage.queries import dialogs, memberships, placements
from storage.queries.memberships import Place
from storage.tables import Community, Membership, MembershipState, Network, Room, RoomRole


async def leave_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `unlink [NETWORK]` and `network leave [NETWORK]`: withdraw a request, or ask whether to leave a network.

    In a community's room the community leaves; in a network's room the network leaves one above it.
    """
    place = turn.place
    question = UNLINK if isinstance(place, Community) else LEAVE
    await _ask_to_leave(place, args.optional_text("network"), question, turn)


async def _ask_to_leave(place: Place, given: str | None, question: YesNo, turn: Turn) -> None:
    asked = await links.withdraw(place, given, turn)
    if asked is not None:
        turn.post("unlink-withdrawn", network=asked.name)
        return
    _, network = await network_above(place, given, turn)
    text_id = "unlink-ask" if isinstance(place, Community) else "network-leave-ask"
    await question.ask(str(network.id), turn.answer_text(text_id, place=place.name, network=network.name), turn)


async def network_above(place: Place, given: str | None, turn: Turn) -> tuple[Membership, Network]:
    """Return the network above a place that somebody means, with the place's membership.

    Raises Refusal("network-above-none" | "network-above-which" | "network-above-unknown").
    """
    above = await memberships.above(turn.uow, place)
    names = tuple(network.name for _, network in above)
    if not above:
        raise Refusal("network-above-none", place=place.name)
    if given is None and len(above) > 1:
        raise Refusal("network-above-which", argument="network", place=place.name, names=names)
    found = [one for one in above if given is None or look_alike(one[1].name, given)]
    if not found:
        raise Refusal("network-above-unknown", argument="network", given=given, place=place.name, names=names)
    return found[0]


async def _leave(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Take the room's community or network out of a network."""
    context = turn.room_context
    place, network = context.community or context.own_network, await turn.uow.get(Network, parse_int(subject))
    row = await memberships.live(turn.uow, place, network) if place is not None and network is not None else None
    if place is None or network is None or row is None or row.state != MembershipState.ACTIVE:
        raise Refusal("button-unknown")
    turn.post("unlink-done" if isinstance(place, Community) else "unlink-done-network", network=network.name)
    await leave_network(place, row, network, turn)


async def leave_network(place: Place, row: Membership, network: Network, turn: Turn) -> None:
    """Take a community or network out of a network, and tell that network."""
    await declining.decide(row, MembershipState.LEFT, turn)
    await turn.notify(PlaceLeftNetwork(place))
    await links.tell_network(network, "network-left", place, turn)


async def take_out(room: Room, community: Community, there: Turn) -> None:
    """Take a room out of its community: nothing of the community is shown or counted there any longer."""
    await there.notify(RoomLeftCommunity(community))
    await placements.detach_room(there.uow, room.account, room.room)
    await dialogs.delete_in_room(there.uow, room.account, room.room)
    room.community_id, room.role, room.joined_at, room.excluded = None, RoomRole.NEW, None, False


async def take_out_of_network(room: Room, there: Turn) -> None:
    """Take a room out of its network: nothing is shown or decided there any longer."""
    await placements.detach_room(there.uow, room.account, room.room)
    await dialogs.delete_in_room(there.uow, room.account, room.room)
    room.network_id, room.role = None, RoomRole.NEW


UNLINK = YesNo(kind="unlink", yes="leave-confirm", command=commands.UNLINK, act=_leave)
LEAVE = YesNo(kind="netleave", yes="leave-confirm", command=commands.NETWORK_LEAVE, act=_leave)
