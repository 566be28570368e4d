"""One step of a round: the next few dozen messages that show a card."""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.turn import cards, rounds
from bots.turn.cards import CardRenderers
from bots.turn.turn import Turn
from storage.queries import placements


async def go_on(timer: TimerFired, turn: Turn, renderers: CardRenderers) -> None:
    """Redraw or withdraw the next messages of a card, and set the timer for those behind them."""
    at = await rounds.position(timer.kind, timer.subject, turn)
    if at is None:
        return
    kind, card, after = at
    shown = await placements.placements_of(turn.uow, [card], after=after, limit=rounds.SIZE)
    if len(shown) == rounds.SIZE:
        rounds.go_on(kind, card, shown[-1].id, turn)
    if kind == rounds.WITHDRAW:
        turn.withdraw(shown)
    else:
        await cards.redraw_each(renderers, turn, shown, timer.key, rewrite=kind == rounds.REWRITE)
