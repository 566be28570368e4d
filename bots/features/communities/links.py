"""How a community becomes part of a network, and a network part of a larger one: one side asks, the other confirms."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.lookalikes import look_alike
from bots.core.outbound import Button, Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.sanitize import display_name
from bots.features.communities import names
from bots.turn.authorization import held_rights, lacking_right
from bots.turn.notices import CommunityLeftNetwork
from bots.turn.turn import Turn
from storage.queries import communities, link_requests, members
from storage.tables import Community, LinkRequest, LinkState, Network, Role, Room

CARD = "link"


async def request(place: Community | Network, network: Network, turn: Turn) -> None:
    """Ask a network to let a community or network in. A coordinator of the network needs no confirmation.

    Raises Refusal("name-taken" | "link-pending" | "link-no-room").
    """
    await names.check_free(place.name, place, network, turn, "code")
    pending = await _pending_of(place, turn)
    if pending is not None and pending.network_id == network.id:
        raise Refusal("link-pending", network=network.name)
    if pending is not None:
        _decide(pending, LinkState.WITHDRAWN, turn)
    if Role.COORDINATOR in await members.roles(turn.uow, turn.member_id, network=network.id):
        await let_in(place, network, turn.room.id, turn)
        return
    rooms = await communities.highlights_rooms(turn.uow, network.id)
    if not rooms:
        raise Refusal("link-no-room", network=network.name)
    row = await turn.uow.add(_row(place, network, turn))
    for room in rooms:
        there = await turn.for_room(room)
        there.post_content(await _ask(row, place, there), card=f"{CARD}:{row.id}", key=f"{CARD}:{row.id}@{room.id}")
    turn.post("link-requested", network=network.name)


def _row(place: Community | Network, network: Network, turn: Turn) -> LinkRequest:
    is_community = isinstance(place, Community)
    return LinkRequest(
        network_id=network.id, community_id=place.id if is_community else None,
        child_id=None if is_community else place.id, room_id=turn.room.id, requested_by=turn.member_id,
        created_at=turn.now,
    )  # fmt: skip


async def _pending_of(place: Community | Network, turn: Turn) -> LinkRequest | None:
    if isinstance(place, Community):
        return await link_requests.pending_of(turn.uow, community=place.id)
    return await link_requests.pending_of(turn.uow, child=place.id)


async def withdraw(place: Community | Network, turn: Turn) -> Network | None:
    """Withdraw the unanswered request of a community or network. Return the network that was asked."""
    pending = await _pending_of(place, turn)
    if pending is None:
        return None
    _decide(pending, LinkState.WITHDRAWN, turn)
    return await turn.uow.get(Network, pending.network_id)


def _decide(row: LinkRequest, state: LinkState, turn: Turn) -> None:
    row.state = state
    turn.refresh_card(f"{CARD}:{row.id}")


async def _place(row: LinkRequest, turn: Turn) -> Community | Network | None:
    if row.community_id is not None:
        return await turn.uow.get(Community, row.community_id)
    return await turn.uow.get(Network, row.child_id)


async def render(subject: str, turn: Turn) -> Content | None:
    """Render a request for the network's room, or what became of it."""
    row = await turn.uow.get(LinkRequest, int(subject))
    place = await _place(row, turn) if row is not None else None
    if row is None or place is None:
        return None
    if row.state == LinkState.REQUESTED:
        return await _ask(row, place, turn)
    return Content(text=turn.text(f"link-{row.state}", place=place.name))


async def _ask(row: LinkRequest, place: Community | Network, turn: Turn) -> Content:
    """Say who asks and where, since anybody can give a community any name."""
    room = await turn.uow.get(Room, row.room_id)
    platform = room.platform if room is not None else ""
    who = await members.identities_on_platform(turn.uow, [row.requested_by], platform)
    text = turn.text(
        "link-ask" if row.community_id is not None else "link-ask-child",
        place=place.name,
        who=display_name(who[0].name) if who else "?",
        user=who[0].user if who else "?",
        room=display_name(room.name or room.room) if room is not None else "?",
        platform=platform,
    )
    buttons = (
        Button(f"linkok:{row.id}", turn.label("link-accept"), "✅"),
        Button(f"linkno:{row.id}", turn.label("link-decline"), "❌"),
    )
    return Content(text=text, buttons=buttons)


async def press_accept(press: ButtonPressed, turn: Turn) -> None:
    """Let the community or network in."""
    await _accept(await _request_of(press, turn), turn)


async def press_decline(press: ButtonPressed, turn: Turn) -> None:
    """Leave it outside, and tell it."""
    await decline(await _request_of(press, turn), turn)


async def _request_of(press: ButtonPressed, turn: Turn) -> LinkRequest:
    """Return the request of a button, in the room of the network that it is for, pressed by a coordinator."""
    row = await turn.row_of_id(LinkRequest, press.subject)
    if turn.room.network_id != row.network_id:
        raise Refusal("button-unknown")
    if Right.COORDINATOR not in await held_rights(turn):
        raise await lacking_right(Right.COORDINATOR, "network accept", turn)
    if row.state != LinkState.REQUESTED:
        raise Refusal("link-decided")
    return row


async def accept_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network accept NAME`."""
    given = args.text("name")
    found = await find_pending(given, turn)
    if found is None:
        raise Refusal("link-not-pending", argument="name", given=given)
    await _accept(found, turn)
    turn.acknowledge("link-accepted", place=given)


async def find_pending(given: str, turn: Turn) -> LinkRequest | None:
    """Return the only unanswered request to the room's network by somebody of this name."""
    found = []
    for row in await link_requests.pending_in(turn.uow, turn.network.id):
        place = await _place(row, turn)
        if place is not None and look_alike(place.name, given):
            found.append(row)
    return found[0] if len(found) == 1 else None


async def _accept(row: LinkRequest, turn: Turn) -> None:
    """Let the community or network in. Check its name again, since names may have changed."""
    place, network = await _place(row, turn), await turn.uow.get(Network, row.network_id)
    if place is None or network is None:
        raise Refusal("button-unknown")
    await names.check_free(place.name, place, network, turn, "name")
    await let_in(place, network, row.room_id, turn)
    _decide(row, LinkState.ACCEPTED, turn)


async def decline(row: LinkRequest, turn: Turn) -> None:
    """Refuse the request, and tell the room that asked."""
    _decide(row, LinkState.DECLINED, turn)
    network = await turn.uow.get(Network, row.network_id)
    there = await _turn_of_asker(row.room_id, turn)
    if there is not None and network is not None:
        there.post("link-declined-you", network=network.name)


async def _turn_of_asker(room_id: int, turn: Turn) -> Turn | None:
    room = await turn.uow.get(Room, room_id)
    return await turn.for_room(room) if room is not None else None


async def let_in(place: Community | Network, network: Network, room_id: int, turn: Turn) -> None:
    """Make a community or network a part of a network, and tell both."""
    there, former = await _turn_of_asker(room_id, turn), await _former(place, turn)
    if isinstance(place, Community):
        if former is not None:
            await turn.notify(CommunityLeftNetwork(place))
        place.network_id = network.id
        told = "link-done", network.name, ""
    else:
        await check_no_circle(place, network, turn)
        place.parent_id = network.id
        told = "network-parent-set", place.name, network.name
    if there is not None:
        there.post(told[0], network=told[1], parent=told[2])
    for told_network, text_id in ((network, "network-joined"), (former, "network-left")):
        if told_network is not None:
            await tell_network(told_network, text_id, place, turn)


async def tell_network(network: Network, text_id: str, part: Community | Network, turn: Turn) -> None:
    """Tell a network's rooms what became of a part of it."""
    for room in await communities.highlights_rooms(turn.uow, network.id):
        (await turn.for_room(room)).post(text_id, silent=True, community=part.name)


async def _former(place: Community | Network, turn: Turn) -> Network | None:
    """Return the network that a community or network is part of so far."""
    former = place.network_id if isinstance(place, Community) else place.parent_id
    return await turn.uow.get(Network, former) if former is not None else None


async def check_no_circle(child: Network, parent: Network, turn: Turn) -> None:
    """Raise Refusal("network-circle") if the parent is part of the child."""
    ancestor: Network | None = parent
    while ancestor is not None:
        if ancestor.id == child.id:
            raise Refusal("network-circle", network=child.name, parent=parent.name)
        ancestor = await turn.uow.get(Network, ancestor.parent_id) if ancestor.parent_id else None
