"""The publication of highlights, and what follows when their original or their community changes."""

from __future__ import annotations

from bots.core.inbound import ButtonPressed, MessageDeleted, MessageEdited, TimerFired
from bots.core.refusal import Refusal
from bots.features.highlights import (
    albums,
    collecting,
    conversations,
    curation,
    hold_back,
    relaying,
    rising,
    rules,
    terms,
    translations,
    withdrawal,
)
from bots.turn.notices import PlaceLeftNetwork, RoomLeftCommunity
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import cached_messages, decisions, highlights, memberships
from storage.tables import Community, Decision, DecisionState, Highlight, HighlightState, Share


async def publish(timer: TimerFired, turn: Turn) -> None:
    """Let a highlight rise after the hold-back, or wait until a network has a room for it."""
    highlight = await turn.uow.get(Highlight, int(timer.subject))
    community = await turn.uow.get(Community, highlight.community_id) if highlight else None
    if highlight is None or community is None or highlight.state != HighlightState.HELD:
        return
    end = quiet_until(community, turn.now)
    if end is not None:
        turn.schedule("highlight-publish", timer.subject, end)
    elif community.relaying and await rising.can_arrive(highlight, community, turn):
        highlight.state, highlight.published_at = HighlightState.PUBLISHED, turn.now
        await conversations.publish_parts(highlight, turn)
        await rising.climb(highlight, community, turn)
        turn.refresh_card(f"highlightnote:{highlight.id}")
    elif community.relaying and turn.now < highlight.created_at + rules.MAX_WAIT:
        turn.schedule("highlight-publish", timer.subject, turn.now + rules.RETRY_INTERVAL)
    else:
        await conversations.release_parts(highlight, turn, shown=False)
        rules.erase(highlight, HighlightState.WITHDRAWN)
        turn.refresh_card(f"highlightnote:{highlight.id}")


async def press_pick(press: ButtonPressed, turn: Turn) -> None:
    """Show a highlight that a coordinator picked from the queue, and let it rise further."""
    await _show(*await curation.find(press.subject, turn), turn)


async def press_after_all(press: ButtonPressed, turn: Turn) -> None:
    """Show a highlight that was left out: a coordinator changed their mind, or pressed the wrong button."""
    await _show(*await curation.find(press.subject, turn, DecisionState.DECLINED), turn)


async def _show(decision: Decision, highlight: Highlight, turn: Turn) -> None:
    network = turn.network
    if await decisions.has_reached(turn.uow, highlight, network):
        raise Refusal("queue-shown")
    curation.settle(decision, DecisionState.PASSED, turn, by=turn.member_id)
    rising.arrive(highlight, network, turn)


async def follow_edit(value: MessageEdited, turn: Turn) -> None:
    """Change the copies if the author edited the original. An edit restarts the hold-back.

    If the community no longer relays, or no longer belongs there, take back the copies: they show what the author
    removed, and nothing new may leave. Ignore edits that somebody else claims to have made.
    """
    highlight = await albums.highlight_of(value, turn)
    if highlight is not None and highlight.state == HighlightState.FETCHING and turn.capabilities.fetch:
        collecting.fetch(highlight, turn)  # what is on its way may be the old text
    if highlight is None or highlight.author_user != value.person.user or highlight.state not in rules.WITH_TEXT:
        return
    community = turn.room_context.community
    shown = await turn.uow.get(Highlight, conversations.shown_as(highlight)) or highlight
    if community is None or not community.relaying or await highlights.is_cut_off(turn.uow, shown):
        await withdrawal.withdraw(highlight, turn)
        return
    text = await albums.text_after(value, turn)
    if text != highlight.text:
        await translations.drop_all(highlight, turn)
    rules.store_words(highlight, text, value.formatted if text == value.text else ())
    if highlight.conversation_id is not None:
        await conversations.follow_edit(highlight, turn)
        return
    await hold_back.follow_change(highlight, turn)


async def follow_deletion(value: MessageDeleted, turn: Turn) -> None:
    """Forget a deleted message, and delete its copies."""
    await cached_messages.delete_message(turn.uow, value.account, value.room, value.message)
    highlight = await highlights.of_message(turn.uow, value.account, value.room, value.message)
    if highlight is not None:
        await withdrawal.withdraw(highlight, turn)


async def stop_relaying(notice: PlaceLeftNetwork, turn: Turn) -> None:
    """Stop relaying when a community has left the last network that it relayed to."""
    if isinstance(notice.place, Community):
        above = await memberships.above(turn.uow, notice.place)
        if all(membership.gives == Share.NOTHING for membership, _ in above):
            await switch_off(notice.place, turn)


async def stop_in_left_room(notice: RoomLeftCommunity, turn: Turn) -> None:
    """Withdraw what is not published yet of a room that leaves the community, and stop caching its messages."""
    turn.count_active(turn.room, on=False)
    if not turn.capabilities.fetch:
        turn.cache_messages(turn.room, on=False)
        await cached_messages.delete_in_room(turn.uow, turn.room.account, turn.room.room)
    waiting = await highlights.unpublished(turn.uow, notice.community.id)
    await withdrawal.withdraw_many([one for one in waiting if one.room_id == turn.room.id], turn)


async def switch_off(community: Community, turn: Turn) -> None:
    """Stop relaying, and withdraw everything that is not published yet."""
    community.relaying, community.relaying_since = False, None
    for membership, _ in await memberships.above(turn.uow, community):
        membership.gives, membership.gives_since = Share.NOTHING, None
    turn.uow.forget("memberships")
    await relaying.cache_rooms(community, turn, on=False)
    await terms.count_active(community, turn)
    await withdrawal.withdraw_many(await highlights.unpublished(turn.uow, community.id), turn)
