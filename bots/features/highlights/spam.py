"""“Spam” on a message that is held back, or that waits in the queue: it stays where it is."""

from __future__ import annotations

from bots.core.inbound import ButtonPressed
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.features.highlights import curation, rules, withdrawal
from bots.turn.authorization import check_right
from bots.turn.notices import MemberBlocked, SpamMarked
from bots.turn.turn import Turn
from storage.queries import cached_messages, highlights
from storage.tables import Community, DecisionState, Highlight, HighlightState


async def press_spam(press: ButtonPressed, turn: Turn) -> None:
    """Stop a message that is held back, pressed by a connector; then they may block its author."""
    highlight = await turn.row_of_id(Highlight, press.subject)
    if turn.room.community_id != highlight.community_id:
        raise Refusal("button-unknown")
    await check_right(Right.CONNECTOR, "block", turn)
    if highlight.state not in (HighlightState.ASKED, HighlightState.HELD):
        raise Refusal("link-decided")
    author = highlight.author_user
    await withdrawal.withdraw(highlight, turn)
    await turn.notify(SpamMarked(turn.community, author))


async def press_spam_in_queue(press: ButtonPressed, turn: Turn) -> None:
    """Decline a message that waits in the queue, pressed by a coordinator."""
    decision, highlight = await curation.find(press.subject, turn)
    curation.settle(decision, DecisionState.DECLINED, turn, by=turn.member_id)
    community = await turn.uow.get(Community, highlight.community_id)
    assert community is not None, "a highlight is a community's"
    await turn.notify(SpamMarked(community, highlight.author_user))


async def follow_block(notice: MemberBlocked, turn: Turn) -> None:
    """Withdraw what a blocked member's community has not published yet, and forget their cached messages."""
    await cached_messages.delete_of_member(turn.uow, notice.member_id, community=notice.community.id)
    theirs = await highlights.by_author(turn.uow, notice.member_id, rules.WITH_TEXT)
    waiting = [one for one in theirs if one.state != HighlightState.PUBLISHED]
    await withdrawal.withdraw_many([one for one in waiting if one.community_id == notice.community.id], turn)
