"""The end of a highlight: its copies and its words go."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import ButtonPressed, TimerFired
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.features.highlights import conversations, hold_back, rules, translations
from bots.turn import cards
from bots.turn.authorization import use_right
from bots.turn.notices import CommunityRemoved, PersonErased
from bots.turn.turn import Turn
from storage.queries import cached_messages, communities, decisions, echoes, erasure, highlights, placements
from storage.tables import Highlight, HighlightState, Room

REST_TIMER = "highlight-withdraw"
"""Takes back the copies of one of many highlights. Its subject: the highlight, and whether it was shown."""
AT_ONCE = 8
"""Highlights that are taken back in one transaction."""
_SHOWN = "/shown"


async def withdraw(highlight: Highlight, turn: Turn) -> None:
    """Delete the copies and all we have of the message, and don't publish it again."""
    await _end(highlight, turn, shown=highlight.state == HighlightState.PUBLISHED)


async def withdraw_many(found: Sequence[Highlight], turn: Turn) -> None:
    """Withdraw highlights. Of very many only the newest at once: others must not wait until all copies are deleted.

    The words of all go now, and none is published any more; the copies of each follow in a transaction of their own.
    A message of a conversation that is not shown yet has to leave it before the conversation is published.
    """
    newest = sorted(found, key=lambda one: one.id, reverse=True)
    for place, highlight in enumerate(newest):
        shown = highlight.state == HighlightState.PUBLISHED
        if place < AT_ONCE or (highlight.conversation_id is not None and not shown):
            await withdraw(highlight, turn)
            continue
        rules.erase(highlight, HighlightState.WITHDRAWN)
        turn.cancel_timer("highlight-publish", str(highlight.id))
        turn.schedule(REST_TIMER, f"{highlight.id}{_SHOWN if shown else ''}", turn.now)


async def withdraw_next(timer: TimerFired, turn: Turn) -> None:
    """Delete the copies of one of many highlights."""
    highlight = await turn.uow.get(Highlight, int(timer.subject.removesuffix(_SHOWN)))
    if highlight is not None:
        await _end(highlight, turn, shown=timer.subject.endswith(_SHOWN))


async def _end(highlight: Highlight, turn: Turn, *, shown: bool) -> None:
    whole_id, highlight.conversation_id = highlight.conversation_id, None
    rules.erase(highlight, HighlightState.WITHDRAWN)
    await conversations.release_parts(highlight, turn, shown=shown)
    await cached_messages.delete_message(turn.uow, highlight.account, highlight.room, highlight.message)
    turn.cancel_timer("highlight-publish", str(highlight.id))
    await translations.drop_all(highlight, turn)
    await echoes.forget_replies(turn.uow, highlight)
    await decisions.forget_reasons(turn.uow, highlight)
    await _take_back_copies(highlight, turn)
    for card in await hold_back.other_cards(highlight, turn):
        turn.refresh_card(card, rewrite=True)
    whole = await turn.uow.get(Highlight, whole_id) if whole_id is not None else None
    if whole is not None:
        await _go_on_without(whole, turn)


async def _go_on_without(whole: Highlight, turn: Turn) -> None:
    """Show a conversation without a message that was taken back; end one that isn't shown yet or has one left."""
    left = await conversations.parts_of(whole, turn)
    if whole.state != HighlightState.PUBLISHED or len(left) < conversations.LEAST:
        if whole.state in rules.WITH_TEXT:
            await withdraw(whole, turn)
        return
    await conversations.retell(whole, turn)
    await translations.drop_all(whole, turn)
    turn.refresh_card(f"highlight:{whole.id}", rewrite=True)
    for card in await hold_back.other_cards(whole, turn):
        turn.refresh_card(card, rewrite=True)


async def _take_back_copies(highlight: Highlight, turn: Turn) -> None:
    """Delete the copies, those too that are on their way: they arrive without the words, if at all."""
    copy = f"highlight:{highlight.id}"
    idempotent = [account for account, can in turn.capabilities_by_account.items() if can.idempotent]
    beside = [card for card in await hold_back.other_cards(highlight, turn) if not card.startswith("digest:")]
    await erasure.erase(turn.uow, [copy, *beside], turn.now, idempotent)
    unsent = {(post.account, post.room) for post in await erasure.unsent_posts(turn.uow, copy)}
    for room in (await communities.rooms_by_address(turn.uow, unsent)).values():
        there = await turn.for_room(room)
        await cards.rewrite_unsent(copy, Content(text=there.text("highlight-stopped")), there)
    await turn.withdraw_card(copy)


async def withdraw_all(notice: CommunityRemoved, turn: Turn) -> None:
    """Take back everything that the community shared."""
    await withdraw_many(await highlights.published(turn.uow, notice.community.id), turn)


async def withdraw_all_of(notice: PersonErased, turn: Turn) -> None:
    """Take back all that an erased person wrote: their highlights, their translations, what is cached of them."""
    member = notice.member_id
    await withdraw_many(await highlights.by_author(turn.uow, member, tuple(HighlightState)), turn)
    await translations.drop_of_member(member, turn)
    await cached_messages.delete_of_member(turn.uow, member)


async def press_stop(press: ButtonPressed, turn: Turn) -> None:
    """Withdraw the highlight."""
    highlight = await turn.row_of_id(Highlight, press.subject)
    own = [part for part in await conversations.parts_of(highlight, turn) if part.author_id == turn.member_id]
    if own:
        waiting = highlight.state in rules.WAITING
        for part in own:
            await withdraw(part, turn)
        turn.acknowledge("highlight-conversation-kept" if waiting else "highlight-conversation-own-back")
        return
    await check_may_stop(highlight, turn)
    if highlight.state in (HighlightState.ASKED, HighlightState.HELD, HighlightState.PUBLISHED):
        await withdraw(highlight, turn)
        turn.acknowledge("highlight-stopped-by-you")


async def check_may_stop(highlight: Highlight, turn: Turn) -> None:
    """Raise Refusal("highlight-stop-not-yours") unless the person may stop the highlight.

    The author may. Connectors may in the highlight's community, coordinators in the network's room that shows a copy.
    """
    if highlight.author_id == turn.member_id:
        return
    if turn.room.community_id == highlight.community_id:
        may = await use_right(Right.CONNECTOR, turn)
    else:
        may = await _is_shown(highlight, turn.room, turn) and await use_right(Right.COORDINATOR, turn)
    if not may:
        raise Refusal("highlight-stop-not-yours")


async def _is_shown(highlight: Highlight, room: Room, turn: Turn) -> bool:
    copies = await placements.placements_of(turn.uow, [f"highlight:{highlight.id}"])
    return any((copy.account, copy.room) == (room.account, room.room) for copy in copies)
