"""Keep the votes of people who leave, but take back their private ballots, so that they can no longer vote."""

from __future__ import annotations

from bots.core.inbound import MemberLeft
from bots.features.polls import ballots, private_asks
from bots.turn import presence
from bots.turn.turn import Turn
from storage.queries import polls


async def withdraw_ballots(_left: MemberLeft, turn: Turn) -> None:
    """Take back the private ballots in a place's open polls from somebody who left the last of its rooms."""
    if not turn.room_context.is_owned or await presence.is_elsewhere(await presence.rooms_left(turn), turn):
        return
    for poll in await polls.open_polls(turn.uow, turn.holder):
        for kind in ballots.ASKING_CARDS:
            await turn.withdraw_card(f"{kind}:{poll.id}.{turn.member_id}")
        await private_asks.end_about(poll, turn)
