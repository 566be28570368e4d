"""One step of a round: the next messages that show a card."""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.turn import cards, rounds
from bots.turn.cards import CardRenderers
from bots.turn.turn import Turn
from storage.queries import placements


async def go_on(timer: TimerFired, turn: Turn, renderers: CardRenderers) -> None:
    """Redraw or withdraw the next messages of a card, and set the timer for those after them."""
    due = await rounds.due(timer.kind, timer.subject, turn)
    if due is None:
        return
    shown = await placements.placements_of(turn.uow, [due.card], after=due.after, limit=rounds.SIZE)
    if len(shown) == rounds.SIZE:
        due.go_on(shown[-1].id, turn)
    if due.kind == rounds.WITHDRAW:
        turn.withdraw([one for one in shown if one.id <= due.last])
    else:
        await cards.redraw_each(renderers, turn, shown, timer.key, rewrite=due.kind == rounds.REWRITE)
