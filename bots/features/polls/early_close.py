"""Polls that close as soon as everybody, or so many people, have voted."""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.features.polls import eligibility, handlers, settings, views
from bots.turn.turn import Turn
from storage.queries import electorate
from storage.tables import Poll, PollState

TIMER = "poll-early"


async def close_when_all_voted(timer: TimerFired, turn: Turn) -> None:
    """Close a poll if enough people have voted by now. A ballot sets this timer."""
    poll = await turn.uow.get(Poll, int(timer.subject))
    if poll is None or poll.state != PollState.OPEN:
        return
    given = settings.of(poll)
    wanted = given.early
    if wanted == settings.EVERYBODY:
        who = (eligibility.roles_of(poll, given), eligibility.known_since(poll, given))
        wanted = await electorate.size(turn.uow, poll, *who)
    if wanted and (await views.count_ballots(poll, turn)).turnout >= wanted:
        await handlers.close_early(poll, turn)
