"""From reactions or a nomination to the hold-back."""

from __future__ import annotations

from bots.core import outbound
from bots.core.inbound import DeliveryFailed, MessageFetched, QuotedMessage, ReactionAdded, ReactionRemoved, TimerFired
from bots.core.integers import parse_int
from bots.features.highlights import (
    albums,
    consent,
    conversations,
    echo,
    hold_back,
    relaying,
    rules,
    support,
    translations,
    views,
)
from bots.turn import cards
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import blocks, consents, highlights, members
from storage.tables import Highlight, HighlightState

HOLD_TIMER = "highlight-hold"


async def count_reaction(value: ReactionAdded, turn: Turn) -> None:
    """Count a reaction to a member's message if the community relays."""
    community = turn.room_context.community
    if community is None or not community.relaying or turn.room.excluded:
        return
    turn.record_reaction(value)
    highlight = await highlights.of_message(turn.uow, value.account, value.room, value.message)
    if highlight is None:
        at = (value.account, value.room, value.message)
        if await support.count_at(at, community, turn) >= await support.needed(community, turn):
            await consider(value.message, turn)
    elif highlight.state == HighlightState.COUNTING:
        if await support.has_support(highlight, community, turn):
            await hold(highlight, turn)
    elif highlight.state == HighlightState.PUBLISHED:
        await echo.note_change(conversations.shown_as(highlight), turn)


async def discount_reaction(value: ReactionRemoved, turn: Turn) -> None:
    """Show the new number of supporters, and end the hold-back if there are too few."""
    highlight = await highlights.of_message(turn.uow, value.account, value.room, value.message)
    community = turn.room_context.community
    if highlight is None or community is None:
        return
    if highlight.state == HighlightState.PUBLISHED:
        await echo.note_change(conversations.shown_as(highlight), turn)
    if await support.has_lost_support(highlight, community, turn):
        highlight.state = HighlightState.COUNTING
        turn.cancel_timer("highlight-publish", str(highlight.id))
        turn.cancel_timer(consent.UNANSWERED_TIMER, str(highlight.id))
        turn.refresh_card(f"highlightnote:{highlight.id}")


async def consider(
    message: str, turn: Turn, *, nominated_by: int | None = None, quoted: QuotedMessage | None = None
) -> Highlight:
    """Store a candidate, and get its text: from the platform, the cache, or the command that quotes it.

    An album is one candidate, whichever of its messages people like.
    """
    if not turn.capabilities.fetch:
        message = await albums.first_message(message, turn)
        known = await highlights.of_message(turn.uow, turn.account, turn.room.room, message)
        if known is not None:
            return known
    highlight = await turn.uow.add(
        Highlight(
            community_id=turn.community.id,
            room_id=turn.room.id,
            account=turn.room.account,
            room=turn.room.room,
            message=message,
            nominated_by=nominated_by,
            created_at=turn.now,
        )
    )
    if turn.capabilities.fetch:
        fetch(highlight, turn)
    else:
        fetched = await relaying.fetch_cached(str(highlight.id), message, turn)
        if fetched.person is None and quoted is not None and not quoted.foreign:
            fetched = _from_quote(highlight, quoted, turn)
        await evaluate(fetched, turn)
    return highlight


def _from_quote(highlight: Highlight, quoted: QuotedMessage, turn: Turn) -> MessageFetched:
    return MessageFetched(
        key=f"quoted:{highlight.id}", account=highlight.account, room=highlight.room, at=turn.now,
        message=highlight.message, subject=str(highlight.id), person=quoted.person, text=quoted.text, link=quoted.link,
        posted=quoted.posted, attachments=quoted.attachments,
    )  # fmt: skip


async def evaluate(value: MessageFetched, turn: Turn) -> None:
    """Store the text of a candidate, and hold it back for publication if it may leave its community."""
    highlight = await turn.uow.get(Highlight, parse_int(value.subject))
    community = turn.room_context.community
    if highlight is not None and highlight.state in rules.WITH_TEXT:
        await _correct(highlight, value, turn)
    if highlight is None or community is None or highlight.state != HighlightState.FETCHING:
        return
    if value.person is None:
        highlight.state = HighlightState.REFUSED
        _report_refused(highlight, turn)
        return
    await store_message(highlight, value, turn)
    answer = await consents.of_member(turn.uow, highlight.author_id or 0, community.id)
    blocked = await blocks.is_blocked(turn.uow, highlight.author_id or 0, community.id, turn.now)
    if blocked or not rules.may_relay(highlight, community, turn.room, consent=answer, from_bot=value.person.bot):
        rules.erase(highlight, HighlightState.REFUSED)
        _report_refused(highlight, turn)
    elif highlight.nominated_by is None and rules.is_too_old(highlight.posted_at, community, turn.now):
        rules.erase(highlight, HighlightState.EXPIRED)
    elif await support.has_support(highlight, community, turn):
        await hold(highlight, turn)
    else:
        highlight.state = HighlightState.COUNTING


async def _correct(highlight: Highlight, value: MessageFetched, turn: Turn) -> None:
    """Take over the words of a message that was edited while we fetched it the first time."""
    if value.person is None or value.person.user != highlight.author_user:
        return
    before = highlight.text, highlight.formatted
    rules.store_words(highlight, value.text, value.formatted)
    if before == (highlight.text, highlight.formatted):
        return
    await translations.drop_all(highlight, turn)
    await hold_back.follow_change(highlight, turn)


def fetch(highlight: Highlight, turn: Turn) -> None:
    """Ask the platform for the message. It answers with a MessageFetched."""
    call = outbound.Fetch(room=highlight.room, message=highlight.message, subject=str(highlight.id))
    turn.enqueue(highlight.account, call, key=f"highlight:{highlight.id}:fetch:{turn.value.key}")


async def handle_fetch_failure(value: DeliveryFailed, turn: Turn) -> None:
    """Delete a candidate whose text the platform refuses, so that people can nominate it again later."""
    if value.kind != outbound.Fetch.__name__ or not value.outbox_key.startswith("highlight:"):
        return
    highlight = await turn.uow.get(Highlight, parse_int(value.outbox_key.split(":")[1]))
    if highlight is None or highlight.state != HighlightState.FETCHING or turn.room_context.room is None:
        return
    _report_refused(highlight, turn)
    await turn.uow.delete(highlight)


async def store_message(highlight: Highlight, value: MessageFetched, turn: Turn) -> None:
    """Store who wrote a message, and what."""
    assert value.person is not None, "the caller checked it"
    key = (value.person.platform, value.person.user)
    known = await members.summaries(turn.uow, [key])
    author = (known or await members.enroll(turn.uow, {key: value.person.name}, turn.now))[key]
    highlight.author_id, highlight.author_name = author.member_id, value.person.name
    highlight.author_user = value.person.user
    rules.store_words(highlight, value.text, value.formatted)
    highlight.link = value.link
    highlight.files, highlight.posted_at = relaying.encode(value.attachments), value.posted


def _report_refused(highlight: Highlight, turn: Turn) -> None:
    """Tell a nominator that the message stays here. Keep the reason secret: it may be the author's wish."""
    if highlight.nominated_by is not None:
        turn.post("highlight-refused")


async def hold(highlight: Highlight, turn: Turn) -> None:
    """Ask the author, or start the hold-back, in a note with a button to stop it. Quiet hours come first.

    Nobody is asked while no network takes anything from the community: the message goes on counting.
    """
    if not turn.room_context.shares_with:
        highlight.state = HighlightState.COUNTING
        return
    end = quiet_until(turn.community, turn.now)
    if end is not None:
        highlight.state = HighlightState.COUNTING
        turn.schedule(HOLD_TIMER, str(highlight.id), end)
        return
    if await consent.is_awaited(highlight, turn):
        consent.expect_answer(highlight, turn)
    else:
        hold_back.start(highlight, turn)
    card = f"highlightnote:{highlight.id}"
    await cards.post(views.render_note, card, turn, key=f"{card}:{turn.value.key}")


async def hold_after_quiet(timer: TimerFired, turn: Turn) -> None:
    """Start the hold-back of a message that found its support in quiet hours, and still has it."""
    highlight = await turn.uow.get(Highlight, int(timer.subject))
    here = await turn.in_active_room(highlight.room_id) if highlight is not None else None
    if highlight is None or here is None or highlight.state != HighlightState.COUNTING or not here.community.relaying:
        return
    if await support.is_carried(highlight, here.community, here):
        await hold(highlight, here)
