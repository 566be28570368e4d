"""How a highlight is shown elsewhere, follows its source, and comes back."""

from __future__ import annotations

from bots.core.inbound import ButtonPressed, MessageDeleted, MessageEdited, PersonInbound, TimerFired
from bots.core.integers import whole
from bots.core.permissions import Right, allowed
from bots.core.refusal import Refusal
from bots.dialogs.invocation import held_roles, may_animate
from bots.features.highlights import relaying, rules, views
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import communities, highlights, placements
from storage.tables import Community, Highlight, Room


async def publish_due(timer: TimerFired, turn: Turn) -> None:
    """The hold-back is over: the message appears in the network's highlights rooms, or once there is one again."""
    highlight = await turn.uow.get(Highlight, int(timer.subject))
    community = await turn.uow.get(Community, highlight.community_id) if highlight else None
    if highlight is None or community is None or highlight.state != "held":
        return
    travels = community.relaying and community.network_id is not None
    rooms = await _rooms_for(community, turn) if travels else []
    if travels and not rooms and rules.waits(highlight, turn.now):
        turn.schedule("highlight-publish", timer.subject, turn.now + rules.AGAIN)
        return
    if rooms:
        highlight.state, highlight.published_at = "published", turn.now
    else:
        highlight.state, highlight.text, highlight.files = "withdrawn", "", "[]"
    for room in rooms:
        await _post_copy(highlight, room, turn)
    turn.refresh(f"highlightnote:{highlight.id}")


async def _rooms_for(community: Community, turn: Turn) -> list[Room]:
    """The network's highlights rooms, and the homes of the other communities that listen."""
    assert community.network_id is not None, "only a linked community publishes"
    rooms = list(await communities.highlights_rooms(turn.uow, community.network_id))
    for other in await communities.listening(turn.uow, community.network_id):
        if other.id != community.id:
            rooms += (await communities.rooms_of(turn.uow, other.id or 0, "home"))[:1]
    return rooms


async def _post_copy(highlight: Highlight, room: Room, turn: Turn) -> None:
    there = turn.at(await room_context.of_room(turn.uow, room))
    content = await views.copy(str(highlight.id), there)
    if content is not None:
        card = f"highlight:{highlight.id}"
        there.post_content(content, card=card, key=f"{card}@{room.id}")


async def edited(value: MessageEdited, turn: Turn) -> None:
    """The author changed the source: the copy follows, as long as the community relays. Who else claims to have changed
    it is not heard."""
    highlight = await highlights.of_message(turn.uow, value.account, value.room, value.message)
    community = turn.scene.community
    if highlight is None or highlight.author_user != value.person.user or community is None or not community.relaying:
        return
    if highlight.state in ("held", "published", "counting"):
        highlight.text = value.text
        _redraw(highlight, turn)


async def deleted(value: MessageDeleted, turn: Turn) -> None:
    """The source is gone: so is the copy."""
    highlight = await highlights.of_message(turn.uow, value.account, value.room, value.message)
    if highlight is not None:
        await take_back(highlight, turn)


async def take_back(highlight: Highlight, turn: Turn) -> None:
    """The message stays at home from now on, and its copies go."""
    highlight.state, highlight.text, highlight.files = "withdrawn", "", "[]"
    turn.call_off("highlight-publish", str(highlight.id))
    await turn.withdraw(f"highlight:{highlight.id}")
    _redraw(highlight, turn)


async def switch_off(community: Community, turn: Turn) -> None:
    """Relaying ends: what is on its way to the network stays at home, whatever is switched on later."""
    community.relaying, community.relaying_since = False, None
    await relaying.keep(community, turn, on=False)
    for highlight in await highlights.under_way(turn.uow, community.id or 0):
        await take_back(highlight, turn)


def _redraw(highlight: Highlight, turn: Turn) -> None:
    """The copies, the note beside the source, and the digest that quoted it."""
    for card in (f"highlight:{highlight.id}", f"highlightnote:{highlight.id}", highlight.digest):
        if card:
            turn.refresh(card)


async def stopped(press: ButtonPressed, turn: Turn) -> None:
    """The author, or a connector, keeps the message here."""
    highlight = await _pressed(press, turn)
    await check_may_stop(highlight, press, turn)
    if highlight.state in ("held", "published"):
        await take_back(highlight, turn)
        turn.acknowledge("highlight-stopped-by-you")


async def check_may_stop(highlight: Highlight, by: PersonInbound, turn: Turn) -> None:
    """Its author may, who animates its community at home, and who coordinates the network where a copy is shown.

    Raises Refusal("highlight-stop-not-yours").
    """
    roles, admin = await held_roles(turn), by.person.admin
    if turn.room.community_id == highlight.community_id:
        may = may_animate(roles, admin=admin)
    else:
        coordinates = allowed(Right.COORDINATOR, roles, admin=admin, highlights_room=turn.room.role == "highlights")
        may = coordinates and await _is_shown(highlight, turn.room, turn)
    if highlight.author_id != turn.member and not may:
        raise Refusal("highlight-stop-not-yours")


async def _is_shown(highlight: Highlight, room: Room, turn: Turn) -> bool:
    shown = await placements.placements_of(turn.uow, [f"highlight:{highlight.id}"])
    return any((copy.account, copy.room) == (room.account, room.room) for copy in shown)


async def signed(press: ButtonPressed, turn: Turn) -> None:
    """The author agrees that this message bears their name."""
    highlight = await _pressed(press, turn)
    if highlight.author_id != turn.member:
        raise Refusal("highlight-name-not-yours")
    highlight.named = True
    turn.refresh(f"highlight:{highlight.id}")
    turn.refresh(f"highlightnote:{highlight.id}")
    turn.acknowledge("highlight-named")


async def unsigned(press: ButtonPressed, turn: Turn) -> None:
    """The author takes their name back."""
    highlight = await _pressed(press, turn)
    if highlight.author_id == turn.member and highlight.named:
        highlight.named = False
        turn.refresh(f"highlight:{highlight.id}")
        turn.refresh(f"highlightnote:{highlight.id}")


async def _pressed(press: ButtonPressed, turn: Turn) -> Highlight:
    found = await turn.uow.get(Highlight, whole(press.subject))
    if found is None:
        raise Refusal("button-unknown")
    return found
