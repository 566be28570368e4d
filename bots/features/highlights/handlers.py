"""How a message becomes a highlight, travels, and comes back."""

from __future__ import annotations

from datetime import timedelta

from bots import scene
from bots.conversation import held_roles, may_animate
from bots.core import outbound
from bots.core.inbound import (
    ButtonPressed,
    MessageDeleted,
    MessageEdited,
    MessageFetched,
    Quoted,
    ReactionAdded,
    ReactionRemoved,
    TimerFired,
)
from bots.core.numbers import whole
from bots.core.refusal import Refusal
from bots.features.highlights import relaying, rules, show
from bots.steps import record
from bots.turn import Turn
from storage.queries import highlights, people, places
from storage.tables import Community, Highlight, Member, Room


async def reacted(value: ReactionAdded, turn: Turn) -> None:
    """A reaction to somebody's message counts where the community relays."""
    community = turn.scene.community
    if community is None or not community.relaying:
        return
    record(value, turn)
    highlight = await highlights.of_message(turn.uow, value.account, value.room, value.message)
    if highlight is None:
        count = await highlights.supporters(turn.uow, value.account, value.room, value.message)
        if count >= community.threshold:
            await consider(value.message, turn)
    elif highlight.state == "counting" and rules.reached(
        highlight, community, await highlights.carried_by(turn.uow, highlight)
    ):
        await hold(highlight, turn)
    elif highlight.state == "published":
        turn.refresh(f"highlight:{highlight.id}")


async def copy_reacted(_value: ReactionAdded | ReactionRemoved, card: str, turn: Turn) -> None:
    """A reaction to a copy counts for its source; a copy never becomes a highlight of its own."""
    turn.refresh(card)


async def unreacted(value: ReactionRemoved, turn: Turn) -> None:
    """A reaction was taken back: below the lower threshold a held message stays at home."""
    highlight = await highlights.of_message(turn.uow, value.account, value.room, value.message)
    community = turn.scene.community
    if highlight is None or community is None:
        return
    turn.refresh(f"highlight:{highlight.id}")
    if rules.let_go(highlight, community, await highlights.carried_by(turn.uow, highlight)):
        highlight.state = "counting"
        turn.call_off("highlight-publish", str(highlight.id))
        turn.refresh(f"highlightnote:{highlight.id}")


async def consider(
    message: str, turn: Turn, *, nominated_by: int | None = None, quoted: Quoted | None = None
) -> Highlight:
    """Ask the platform for a message that may become a highlight, where it can be asked and has not sent it along."""
    highlight = await turn.uow.add(
        Highlight(
            community_id=turn.room.community_id or 0,
            room_id=turn.room.id or 0,
            account=turn.room.account,
            room=turn.room.room,
            message=message,
            nominated_by=nominated_by,
            created_at=turn.now,
        )
    )
    if turn.capabilities.fetch:
        fetch = outbound.Fetch(room=turn.room.room, message=message, subject=str(highlight.id))
        turn.call(turn.room.account, fetch, key=f"highlight:{highlight.id}:fetch")
    else:
        kept = await relaying.fetch(str(highlight.id), message, turn)
        await fetched(_told(highlight, quoted, turn) if kept.person is None and quoted is not None else kept, turn)
    return highlight


def _told(highlight: Highlight, quoted: Quoted, turn: Turn) -> MessageFetched:
    """What came along with the command."""
    return MessageFetched(
        key=f"quoted:{highlight.id}", account=highlight.account, room=highlight.room, at=turn.now,
        message=highlight.message, subject=str(highlight.id), person=quoted.person, text=quoted.text, link=quoted.link,
        posted=quoted.posted, attachments=quoted.attachments,
    )  # fmt: skip


async def fetched(value: MessageFetched, turn: Turn) -> None:
    """The message is here: it travels if it may."""
    highlight = await turn.uow.get(Highlight, whole(value.subject))
    community = turn.scene.community
    if highlight is None or community is None or highlight.state != "fetching":
        return
    if value.person is None:
        highlight.state = "refused"
        await _say_refused(highlight, turn)
        return
    await _describe(highlight, value, turn)
    member = await turn.uow.get(Member, highlight.author_id)
    consent = member.relay if member is not None else "unnamed"
    if not rules.may_travel(highlight, community, consent=consent, own=value.person.bot):
        highlight.state, highlight.text = "refused", ""
        await _say_refused(highlight, turn)
    elif rules.reached(highlight, community, await highlights.carried_by(turn.uow, highlight)):
        await hold(highlight, turn)
    else:
        highlight.state = "counting"


async def _describe(highlight: Highlight, value: MessageFetched, turn: Turn) -> None:
    assert value.person is not None
    key = (value.person.platform, value.person.user)
    known = await people.known(turn.uow, [key]) or await people.enroll(turn.uow, {key: value.person.name}, turn.now)
    highlight.author_id, highlight.author_name = known[key].member, value.person.name
    highlight.author_user = value.person.user
    highlight.text, highlight.link = value.text, value.link
    highlight.files, highlight.posted_at = relaying.encode(value.attachments), value.posted


async def _say_refused(highlight: Highlight, turn: Turn) -> None:
    """Who nominated it learns that it stays here, without being told why its author wants so."""
    if highlight.nominated_by is not None:
        turn.post("highlight-refused")


async def hold(highlight: Highlight, turn: Turn) -> None:
    """Begin the hold-back: the room is told, and the author can stop it."""
    assert turn.scene.community is not None
    minutes = turn.scene.community.hold_back_minutes
    highlight.state, highlight.created_at = "held", turn.now
    turn.schedule("highlight-publish", str(highlight.id), turn.now + timedelta(minutes=minutes))
    card = f"highlightnote:{highlight.id}"
    content = await show.note(str(highlight.id), turn)
    if content is not None:
        turn.post_content(content, card=card, key=f"{card}:{turn.value.key}")


async def publish_due(timer: TimerFired, turn: Turn) -> None:
    """The hold-back is over: the message appears in the network's highlights rooms."""
    highlight = await turn.uow.get(Highlight, int(timer.subject))
    community = await turn.uow.get(Community, highlight.community_id) if highlight else None
    if highlight is None or community is None or highlight.state != "held":
        return
    if not community.relaying or community.network_id is None:
        highlight.state, highlight.text = "withdrawn", ""
        turn.refresh(f"highlightnote:{highlight.id}")
        return
    highlight.state, highlight.published_at = "published", turn.now
    for room in await _rooms_for(community, turn):
        await _post_copy(highlight, room, turn)
    turn.refresh(f"highlightnote:{highlight.id}")


async def _rooms_for(community: Community, turn: Turn) -> list[Room]:
    """The network's highlights rooms, and the homes of the other communities that listen."""
    assert community.network_id is not None, "only a linked community publishes"
    rooms = list(await places.highlights_rooms(turn.uow, community.network_id))
    for other in await places.listening(turn.uow, community.network_id):
        if other.id != community.id:
            rooms += (await places.rooms_of(turn.uow, other.id or 0, "home"))[:1]
    return rooms


async def _post_copy(highlight: Highlight, room: Room, turn: Turn) -> None:
    there = turn.at(await scene.of_room(turn.uow, room))
    content = await show.copy(str(highlight.id), there)
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
    highlight.state, highlight.text = "withdrawn", ""
    turn.call_off("highlight-publish", str(highlight.id))
    await turn.withdraw(f"highlight:{highlight.id}")
    _redraw(highlight, turn)


def _redraw(highlight: Highlight, turn: Turn) -> None:
    """The copies, the note beside the source, and the digest that quoted it."""
    for card in (f"highlight:{highlight.id}", f"highlightnote:{highlight.id}", highlight.digest):
        if card:
            turn.refresh(card)


async def stopped(press: ButtonPressed, turn: Turn) -> None:
    """The author, or a connector, keeps the message here."""
    highlight = await _pressed(press, turn)
    roles = await held_roles(turn)
    if highlight.author_id != turn.member and not may_animate(roles, admin=press.person.admin):
        raise Refusal("highlight-stop-not-yours")
    if highlight.state in ("held", "published"):
        await take_back(highlight, turn)
        turn.acknowledge("highlight-stopped-by-you")


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
