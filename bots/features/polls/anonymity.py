"""An anonymous poll forgets who chose what as soon as nobody can change their ballot, some ballots at a time."""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.features.polls import rules, settings
from bots.turn.turn import Turn
from storage.queries import ballot_counts
from storage.tables import Poll, PollState

TIMER, REST = "poll-anonymize", "poll-anonymize-rest"
PAGE = 100
"""Ballots in one transaction."""


def expect(poll: Poll, turn: Turn) -> None:
    """Set when a closed poll forgets its voters."""
    if settings.of(poll).anonymous:
        turn.schedule(TIMER, str(poll.id), turn.now + rules.LATE_BALLOTS)


async def go_on(timer: TimerFired, turn: Turn) -> None:
    """Forget some voters, and come back while there are more. A poll that was opened again keeps its voters."""
    poll = await turn.uow.get(Poll, int(timer.subject))
    if poll is None or poll.state != PollState.CLOSED or poll.closed_at is None:
        return
    if turn.now < poll.closed_at + rules.LATE_BALLOTS:
        turn.schedule(TIMER, timer.subject, poll.closed_at + rules.LATE_BALLOTS)
        return
    left = await ballot_counts.make_anonymous(turn.uow, poll.id, PAGE)
    left = await ballot_counts.forget_ballot_messages(turn.uow, poll.id, PAGE) or left
    if left:
        turn.schedule(REST, timer.subject, turn.now)
