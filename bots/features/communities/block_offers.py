"""The answers to a block that another community shares: take it over, or leave it."""

from __future__ import annotations

from bots.core.inbound import ButtonPressed
from bots.core.refusal import Refusal
from bots.features.communities import blocking, private_notices
from bots.turn.notices import MemberBlocked
from bots.turn.turn import Turn
from storage.tables import Block, BlockState, Community


async def press_take(press: ButtonPressed, turn: Turn) -> None:
    """Take a shared block over."""
    row = await _offered(press, turn)
    community = await turn.uow.get(Community, row.community_id)
    assert community is not None, "a block is a community's"
    row.state, row.made_by = BlockState.ACTIVE, turn.member_id
    turn.uow.forget("blocks")
    turn.refresh_card(f"{private_notices.OFFER_CARD}:{row.id}")
    await turn.notify(MemberBlocked(community, row.member_id))


async def press_leave(press: ButtonPressed, turn: Turn) -> None:
    """Leave a shared block."""
    await blocking.end(await _offered(press, turn), BlockState.DECLINED, turn)


async def _offered(press: ButtonPressed, turn: Turn) -> Block:
    row = await blocking.decidable(press.subject, turn, BlockState.OFFERED)
    if row.state != BlockState.OFFERED:
        raise Refusal("link-decided")
    return row
