"""How a message becomes a highlight: carried, or nominated, asked for, and held back."""

from __future__ import annotations

from datetime import timedelta

from bots.core import outbound
from bots.core.inbound import DeliveryFailed, MessageFetched, Quoted, ReactionAdded, ReactionRemoved
from bots.core.integers import whole
from bots.features.highlights import relaying, rules, views
from bots.turn.turn import Turn
from storage.queries import highlights, members
from storage.tables import Highlight, Member


async def reacted(value: ReactionAdded, turn: Turn) -> None:
    """A reaction to somebody's message counts where the community relays."""
    community = turn.scene.community
    if community is None or not community.relaying:
        return
    turn.record_reaction(value)
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
        turn.call(turn.room.account, fetch, key=f"highlight:{highlight.id}:fetch:{turn.value.key}")
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
    if not rules.may_travel(highlight, community, turn.room, consent=consent, own=value.person.bot):
        highlight.state, highlight.text = "refused", ""
        await _say_refused(highlight, turn)
    elif rules.reached(highlight, community, await highlights.carried_by(turn.uow, highlight)):
        await hold(highlight, turn)
    else:
        highlight.state = "counting"


async def unfetched(value: DeliveryFailed, turn: Turn) -> None:
    """The platform does not show the message: who nominated it is told, and may try again once it does."""
    if value.kind != outbound.Fetch.__name__ or not value.outbox_key.startswith("highlight:"):
        return
    highlight = await turn.uow.get(Highlight, whole(value.outbox_key.split(":")[1]))
    if highlight is not None and highlight.state == "fetching" and turn.scene.room is not None:
        await _say_refused(highlight, turn)
        await turn.uow.delete(highlight)


async def _describe(highlight: Highlight, value: MessageFetched, turn: Turn) -> None:
    assert value.person is not None
    key = (value.person.platform, value.person.user)
    known = await members.known(turn.uow, [key]) or await members.enroll(turn.uow, {key: value.person.name}, turn.now)
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
    content = await views.note(str(highlight.id), turn)
    if content is not None:
        turn.post_content(content, card=card, key=f"{card}:{turn.value.key}")
