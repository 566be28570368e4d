"""Stop recurring polls that nobody votes in, and tell the connectors once."""

from __future__ import annotations

from msgspec import structs

from bots.core.inbound import TimerFired
from bots.features.polls import settings
from bots.turn.quiet import after_quiet
from bots.turn.responsible import call_responsible
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, PollState

TIMER = "poll-silent"
"""The timer that tells who looks after the place; its subject is the last poll."""
SILENT_AFTER = 3
"""So many polls in a row without a vote are the last ones."""


async def stops(poll: Poll, turn: Turn) -> bool:
    """Return whether a poll that is due comes no more, since nobody voted in those before it; then drop it.

    Deleted polls count for neither side.
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
    """Tell the connectors or coordinators that a poll comes no more, and how it starts again."""
    poll = await turn.uow.get(Poll, int(timer.subject))
    there = await turn.in_room_of(poll) if poll is not None else None
    if poll is None or there is None or poll.state == PollState.DELETED:
        return
    text = there.text("poll-silent", number=poll.number, question=poll.question, count=SILENT_AFTER)
    there.post_content(await call_responsible(text, there), key=f"{TIMER}:{poll.id}")
