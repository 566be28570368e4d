"""Rooms and people whose messages are left out, as a connector decided."""

from __future__ import annotations

from bots.features.highlights import rules, terms, withdrawal
from bots.turn.notices import MemberExcluded, RoomExcluded
from bots.turn.turn import Turn
from storage.queries import cached_messages, highlights


async def follow_room(notice: RoomExcluded, turn: Turn) -> None:
    """Withdraw what a room that is left out has not published yet; tell one that takes part again of the terms."""
    community = notice.community
    if not community.relaying:
        return
    if not turn.capabilities.fetch:
        turn.cache_messages(turn.room, on=not notice.excluded)
    if not notice.excluded:
        await terms.post_terms(community, turn)
        return
    await cached_messages.delete_in_room(turn.uow, turn.room.account, turn.room.room)
    waiting = await highlights.unpublished(turn.uow, community.id)
    await withdrawal.withdraw_many([one for one in waiting if one.room_id == turn.room.id], turn)


async def follow_member(notice: MemberExcluded, turn: Turn) -> None:
    """Take back what a community shared of a member, and what it was about to share."""
    await cached_messages.delete_of_member(turn.uow, notice.member_id, community=notice.community.id)
    theirs = await highlights.by_author(turn.uow, notice.member_id, rules.WITH_TEXT)
    await withdrawal.withdraw_many([one for one in theirs if one.community_id == notice.community.id], turn)
