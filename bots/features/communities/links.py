"""How a community becomes part of a network, and a network part of a larger one: one side asks, the other confirms."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands.declaration import Args
from bots.core.confusables import look_alike
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.sanitize import display_name
from bots.features.communities import declining, names
from bots.features.communities.declining import CARD, place_of
from bots.turn.notices import StartedListening
from bots.turn.turn import Turn
from storage.queries import communities, members, memberships
from storage.queries.memberships import Place
from storage.tables import Community, Membership, MembershipState, Network, Role, Room

_MOST_NAMED = 12


async def check(place: Place, network: Network, turn: Turn) -> None:
    """Check that a place may ask a network to let it in.

    Raises Refusal("link-already" | "link-pending" | "network-circle" | "name-taken").
    """
    present = await memberships.live(turn.uow, place, network)
    if present is not None:
        pending = present.state == MembershipState.REQUESTED
        raise Refusal("link-pending" if pending else "link-already", network=network.name)
    await check_no_circle(place, network, turn)
    await names.check_free(place.name, place, network, turn, "code")


async def request(place: Place, network: Network, turn: Turn, invitation: int | None = None) -> None:
    """Ask a network to let a community or network in. A coordinator of the network needs no confirmation.

    Raises Refusal("link-no-room").
    """
    may_accept = Role.COORDINATOR in await members.roles(turn.uow, turn.member_id, networks=[network.id])
    rooms = () if may_accept else await communities.coordination_rooms(turn.uow, network.id)
    if not may_accept and not rooms:
        raise Refusal("link-no-room", network=network.name)
    row = _row(place, network, turn)
    row.invitation_id = invitation
    await turn.uow.add(row)
    if may_accept:
        await _let_in(row, turn)
        return
    for room in rooms:
        there = await turn.for_room(room)
        there.post_content(await _ask(row, place, there), card=f"{CARD}:{row.id}", key=f"{CARD}:{row.id}@{room.id}")
    turn.schedule(declining.EXPIRE, str(row.id), turn.now + declining.LIFE)
    back = Button(f"linkback:{row.id}", turn.label("link-withdraw"), "↩️")
    text = turn.text("link-requested", network=network.name, days=declining.LIFE.days)
    turn.post_content(Content(text=text, buttons=(back,)))


def _row(place: Place, network: Network, turn: Turn) -> Membership:
    """Return a request. A community hears its network's highlights if it turns that on; a network does not."""
    is_community = isinstance(place, Community)
    return Membership(
        network_id=network.id, community_id=place.id if is_community else None,
        child_id=None if is_community else place.id, listens=is_community, room_id=turn.room.id,
        requested_by=turn.member_id, created_at=turn.now,
    )  # fmt: skip


async def withdraw(place: Place, given: str | None, turn: Turn) -> Network | None:
    """Withdraw an unanswered request of a community or network: to the network with this name, or the oldest.

    Return the network that was asked.
    """
    for row, network in await memberships.requested_by(turn.uow, place):
        if given is None or look_alike(network.name, given):
            await declining.decide(row, MembershipState.WITHDRAWN, turn)
            return network
    return None


_OUTCOMES = {
    MembershipState.ACTIVE: "link-accepted",
    MembershipState.DECLINED: "link-declined",
    MembershipState.WITHDRAWN: "link-withdrawn",
    MembershipState.EXPIRED: "link-expired",
    MembershipState.LEFT: "network-left",
    MembershipState.REMOVED: "network-removed",
}


async def render(subject: str, turn: Turn) -> Content | None:
    """Render a request for the network's room, or what became of it."""
    row = await turn.uow.get(Membership, int(subject))
    place = await place_of(row, turn) if row is not None else None
    if row is None or place is None:
        return None
    if row.state == MembershipState.REQUESTED:
        return await _ask(row, place, turn)
    return Content(text=turn.text(_OUTCOMES[row.state], place=place.name))


async def _ask(row: Membership, place: Place, turn: Turn) -> Content:
    """Say who asks and where, since anybody can give a community any name."""
    room = await turn.uow.get(Room, row.room_id)
    platform = room.platform if room is not None else ""
    asking = [row.requested_by] if row.requested_by is not None else []
    who = await members.identities_on_platform(turn.uow, asking, platform)
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
        Button(f"linkwhy:{row.id}", turn.label("link-decline-why"), "💬"),
    )
    return Content(text=text, buttons=buttons)


async def press_accept(press: ButtonPressed, turn: Turn) -> None:
    """Let the community or network in."""
    await _accept(await declining.request_of(press.subject, turn), turn)


async def accept_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network accept` and `network accept NAME`."""
    given = args.optional_text("name")
    requests = await waiting(turn)
    found = [(row, place) for row, place in requests if given is not None and look_alike(place.name, given)]
    if len(found) != 1:
        raise _which(given, [place.name for _, place in found or requests], turn, several=bool(found))
    await _accept(found[0][0], turn)
    turn.acknowledge("link-accepted", place=found[0][1].name)


def _which(given: str | None, names: list[str], turn: Turn, *, several: bool) -> Refusal:
    """Return the question which of those who wait may join, or the news that nobody does."""
    if not names:
        return Refusal("link-none-waits", network=turn.network.name)
    text_id = "link-which-waits" if given is None else "link-several-wait" if several else "link-not-pending"
    return Refusal(text_id, argument="name", given=given or "", names=listed(names))


def listed(names: Sequence[str]) -> str:
    """Return names for a line, of very many the first ones; a dash for none."""
    return ", ".join(names[:_MOST_NAMED]) + ("…" if len(names) > _MOST_NAMED else "") or "–"


async def waiting(turn: Turn) -> list[tuple[Membership, Place]]:
    """Return the unanswered requests to the room's network, with who makes them."""
    requests = await memberships.requests_to(turn.uow, turn.network.id)
    return [(row, place) for row in requests if (place := await place_of(row, turn)) is not None]


async def find_pending(given: str, turn: Turn) -> Membership | None:
    """Return the only unanswered request to the room's network by somebody of this name."""
    found = [row for row, place in await waiting(turn) if look_alike(place.name, given)]
    return found[0] if len(found) == 1 else None


async def _accept(row: Membership, turn: Turn) -> None:
    """Let the community or network in. Check its name and its way up again, since both may have changed."""
    place, network = await place_of(row, turn), await turn.uow.get(Network, row.network_id)
    if place is None or network is None:
        raise Refusal("button-unknown")
    await check_no_circle(place, network, turn)
    await names.check_free(place.name, place, network, turn, "name")
    await _let_in(row, turn)


async def _let_in(row: Membership, turn: Turn) -> None:
    """Make a community or network a part of a network, and tell both. Nothing rises before it says so."""
    await declining.decide(row, MembershipState.ACTIVE, turn)
    row.active_since = turn.now
    place, network = await place_of(row, turn), await turn.uow.get(Network, row.network_id)
    assert place is not None and network is not None, "a membership has two ends"
    there = await declining.turn_of_asker(row, turn)
    if there is not None:
        told = "link-done" if isinstance(place, Community) else "network-parent-set"
        there.post(told, network=network.name, child=place.name)
    await tell_network(network, "network-joined", place, turn)
    if row.listens:
        await turn.notify(StartedListening(place, network, row))


async def tell_network(network: Network, text_id: str, part: Place, turn: Turn) -> None:
    """Tell a network's rooms what became of one of its parts."""
    rooms = await communities.highlights_rooms(turn.uow, network.id)
    for room in rooms or await communities.circle_rooms(turn.uow, network.id):
        (await turn.for_room(room)).post(text_id, silent=True, place=part.name)


async def tell_place(place: Place, text_id: str, network: Network, turn: Turn, *, silent: bool = False) -> None:
    """Tell a community in its first room, or a network in its circle, what became of it in a network above."""
    if isinstance(place, Community):
        rooms = (await communities.rooms_of_community(turn.uow, place.id))[:1]
    else:
        rooms = await communities.coordination_rooms(turn.uow, place.id)
    for room in rooms:
        (await turn.for_room(room)).post(text_id, silent=silent, place=place.name, network=network.name)


async def check_no_circle(place: Place, network: Network, turn: Turn) -> None:
    """Raise Refusal("network-circle") if a network would become part of itself, or of one of its parts."""
    if isinstance(place, Network):
        wider = [network, *await memberships.ancestors(turn.uow, network)]
        if any(one.id == place.id for one in wider):
            raise Refusal("network-circle", network=place.name, parent=network.name)
