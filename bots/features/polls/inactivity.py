"""Stop recurring polls that nobody votes in, and tell the connectors once."""

from __future__ import annotations

from msgspec import structs

from bots.core.inbound import TimerFired
from bots.features.polls import settings
from bots.turn.connector_calls import call_responsible
from bots.turn.quiet_hours import after_quiet
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, PollState

TIMER = "poll-silent"
"""The timer that tells the connectors or coordinators; its subject is the last poll."""
SILENT_AFTER = 3
"""After how many polls in a row without a vote to stop."""


async def stop_if_unanswered(poll: Poll, turn: Turn) -> bool:
    """Drop a recurring poll that is due if nobody voted in the last ones; return whether it was dropped.

    A deleted poll counts neither as answered nor as unanswered.
    """
    given = settings.of(poll)
    before = await turn.uow.get(Poll, given.repeats.before) if given.repeats is not None else None
    if given.repeats is None or before is None or before.state == PollState.DELETED:
        return False
    voted = bool(await polls.ballot_counts(turn.uow, before.id))
    unanswered = 0 if voted else given.repeats.unanswered + 1
    if unanswered < SILENT_AFTER:
        repeats = structs.replace(given.repeats, unanswered=unanswered)
        poll.settings = settings.as_json(structs.replace(given, repeats=repeats))
        return False
    last = settings.of(before)
    repeats = structs.replace(given.repeats, before=0, unanswered=0, stopped=True)
    before.settings = settings.as_json(structs.replace(last, repeats=repeats))
    poll.state, poll.question, poll.options, poll.settings = PollState.DELETED, "", "[]", "{}"
    turn.schedule(TIMER, str(before.id), after_quiet(turn.place, turn.now))
    return True


async def tell(timer: TimerFired, turn: Turn) -> None:
    """Tell the connectors or coordinators that a poll has stopped recurring, and how to restart it."""
    poll = await turn.uow.get(Poll, int(timer.subject))
    there = await turn.in_room_of(poll) if poll is not None else None
    if poll is None or there is None or poll.state == PollState.DELETED:
        return
    text = there.text("poll-silent", number=poll.number, question=poll.question, count=SILENT_AFTER)
    there.post_content(await call_responsible(text, there), key=f"{TIMER}:{poll.id}")
