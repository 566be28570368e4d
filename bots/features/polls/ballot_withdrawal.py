"""Withdrawal of the ballots in private chats when their poll is deleted, some in each transaction."""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.features.polls.ballots import ASKING_CARDS
from bots.turn import rounds
from bots.turn.turn import Turn
from storage.queries import placements
from storage.tables import Poll

TIMER = "poll-forget"


def begin(poll: Poll, turn: Turn) -> None:
    """Withdraw the ballots of a poll soon."""
    turn.schedule(TIMER, str(poll.id), turn.now)


async def go_on(timer: TimerFired, turn: Turn) -> None:
    """Withdraw some ballots, and come back while there are more."""
    left = False
    for kind in ASKING_CARDS:
        shown = await placements.placements_with(turn.uow, f"{kind}:{timer.subject}.", limit=rounds.SIZE)
        turn.withdraw(shown)
        left = left or len(shown) == rounds.SIZE
    if left:
        turn.schedule(TIMER, timer.subject, turn.now)
