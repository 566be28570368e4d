"""The ends of a request to join a network: declined, withdrawn, or not answered in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bots.core.inbound import ButtonPressed, MessagePosted, TimerFired
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.sanitize import visible_line
from bots.turn.authorization import check_right
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import communities, invitations
from storage.queries.memberships import Place
from storage.tables import Community, Membership, MembershipState, Network, Room, RoomState

CARD = "link"
EXPIRE = "link-expire"
"""The timer that ends a request; its subject is the membership's id."""
LIFE = timedelta(days=14)
"""How long a request waits for an answer."""
REASON = "linkwhy"
"""The dialog that asks a coordinator why they decline."""
MAX_REASON = 300
_GIVES_BACK = (MembershipState.DECLINED, MembershipState.WITHDRAWN, MembershipState.EXPIRED)


async def decide(row: Membership, state: MembershipState, turn: Turn) -> None:
    """Give a membership another state, and show it where somebody asked for it."""
    row.state, row.decided_by = state, turn.actor.member_id if turn.actor is not None else None
    place, network = await place_of(row, turn), await turn.uow.get(Network, row.network_id)
    if place is not None and network is not None:
        turn.describe_act(place_name=place.name, network_name=network.name)
    turn.uow.forget("memberships")
    turn.cancel_timer(EXPIRE, str(row.id))
    if state in _GIVES_BACK and row.invitation_id is not None:
        await invitations.give_back(turn.uow, row.invitation_id)
    turn.refresh_card(f"{CARD}:{row.id}")


async def place_of(row: Membership, turn: Turn) -> Place | None:
    """Return the community or network below."""
    if row.community_id is not None:
        return await turn.uow.get(Community, row.community_id)
    return await turn.uow.get(Network, row.child_id)


async def turn_of_asker(row: Membership, turn: Turn) -> Turn | None:
    """Return the turn for the room that asked, or for another room of the same place if that one is lost."""
    room = await turn.uow.get(Room, row.room_id)
    place = await place_of(row, turn)
    owner = (room.community_id, room.network_id) if room is not None else None
    if room is None or room.state != RoomState.ACTIVE or owner != (row.community_id, row.child_id):
        rooms = await _rooms_of(place, turn) if place is not None else []
        room = rooms[0] if rooms else None
    return await turn.for_room(room) if room is not None else None


async def _rooms_of(place: Place, turn: Turn) -> list[Room]:
    if isinstance(place, Community):
        return list(await communities.rooms_of_community(turn.uow, place.id))
    return list(await communities.coordination_rooms(turn.uow, place.id))


async def request_of(subject: str, turn: Turn) -> Membership:
    """Return the request of a button, in a room of the network that it is for, pressed by a coordinator."""
    row = await turn.row_of_id(Membership, subject)
    if turn.room.network_id != row.network_id:
        raise Refusal("button-unknown")
    await check_right(Right.COORDINATOR, "network accept", turn)
    if row.state != MembershipState.REQUESTED:
        raise Refusal("link-decided")
    return row


async def press_decline(press: ButtonPressed, turn: Turn) -> None:
    """Leave a community or network outside, and tell it."""
    await decline(await request_of(press.subject, turn), turn)


async def press_why(press: ButtonPressed, turn: Turn) -> None:
    """Ask a coordinator why they decline; their next message is the reason."""
    row = await request_of(press.subject, turn)
    place = await place_of(row, turn)
    turn.answer_content(Content(text=turn.answer_text("link-why-ask", place=place.name if place else "?"), asks=True))
    user = press.person.user
    await turn.open_dialog(REASON, press.subject, {}, user=user, room=press.room, life=DECISION_LIFE)


async def answer_why(message: MessagePosted, subject: str, _state: Mapping[str, object], turn: Turn) -> bool:
    """Decline with the reason that somebody typed."""
    await turn.close_dialog(user=message.person.user, room=message.room)
    reason = visible_line(message.text, MAX_REASON)
    if not reason:
        return False
    await decline(await request_of(subject, turn), turn, reason)
    return True


async def decline(row: Membership, turn: Turn, reason: str = "") -> None:
    """Refuse the request, and tell the room that asked."""
    row.reason = reason
    await decide(row, MembershipState.DECLINED, turn)
    await _tell_asker(row, "link-declined-why" if reason else "link-declined-you", turn)


async def _tell_asker(row: Membership, text_id: str, turn: Turn) -> None:
    network, there = await turn.uow.get(Network, row.network_id), await turn_of_asker(row, turn)
    if there is not None and network is not None:
        there.post(text_id, network=network.name, reason=row.reason)


async def press_withdraw(press: ButtonPressed, turn: Turn) -> None:
    """Withdraw a request, pressed by a connector of the place that asked."""
    row = await turn.row_of_id(Membership, press.subject)
    if (turn.room.community_id, turn.room.network_id) != (row.community_id, row.child_id):
        raise Refusal("button-unknown")
    await check_right(Right.CONNECTOR, "unlink", turn)
    if row.state != MembershipState.REQUESTED:
        raise Refusal("link-decided")
    await decide(row, MembershipState.WITHDRAWN, turn)
    await _tell_asker(row, "unlink-withdrawn", turn)


async def expire(timer: TimerFired, turn: Turn) -> None:
    """End a request that nobody answered, and tell both sides."""
    row = await turn.uow.get(Membership, int(timer.subject))
    place = await place_of(row, turn) if row is not None else None
    if row is None or place is None or row.state != MembershipState.REQUESTED:
        return
    await decide(row, MembershipState.EXPIRED, turn)
    await _tell_asker(row, "link-expired-you", turn)
    for room in await communities.coordination_rooms(turn.uow, row.network_id):
        (await turn.for_room(room)).post("link-expired", silent=True, place=place.name)
