"""Keep the votes of people who leave, but take back their private ballots, so that they can no longer vote."""

from __future__ import annotations

from bots.core.inbound import MemberLeft
from bots.features.polls import ballots, private_asks
from bots.turn import presence
from bots.turn.turn import Turn
from storage.queries import electorate, polls


async def withdraw_ballots(_left: MemberLeft, turn: Turn) -> None:
    """Take back somebody's private ballots in the open polls that no other room of theirs shows."""
    if not turn.room_context.is_owned:
        return
    left = await presence.rooms_left(turn)
    if await presence.is_elsewhere(left, turn):
        return
    for poll in await polls.open_polls(turn.uow, turn.holder, shown=True):
        if poll.network_id is not None and await electorate.elsewhere(turn.uow, poll, turn.member_id, left):
            continue
        for kind in ballots.ASKING_CARDS:
            await turn.withdraw_card(f"{kind}:{poll.id}.{turn.member_id}")
        await private_asks.end_about(poll, turn)
