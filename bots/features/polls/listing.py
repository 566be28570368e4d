"""The list of open polls."""

from __future__ import annotations

from bots.core.refusal import Refusal
from bots.features.polls import visibility
from bots.routing.feature import Listing
from bots.turn.turn import Turn
from storage.queries import polls


async def list_polls(turn: Turn) -> Listing:
    """Return the polls that the room knows and that are open, or open later. Raises Refusal("poll-none-open")."""
    owned = turn.room_context.is_owned
    open_polls = await polls.open_polls(turn.uow, turn.holder, shown=True) if owned else ()
    waiting = await polls.waiting_polls(turn.uow, turn.holder) if owned else ()
    if not open_polls and not waiting:
        raise Refusal("poll-none-open")
    lines = []
    for poll in open_polls:
        text_id = "poll-list-closing" if poll.closes_at else "poll-list-open"
        question, at = await visibility.named(poll, turn), poll.closes_at or turn.now
        lines.append(turn.text(text_id, number=poll.number, question=question, at=at))
    for poll in waiting:
        at = poll.starts_at or turn.now
        lines.append(turn.text("poll-list-waiting", number=poll.number, question=poll.question, at=at))
    return Listing(turn.text("poll-list-title"), lines)
