"""Rounds: what changes for very many messages happens for a few dozen of them in each transaction.

A timer that is due at once begins a round, another goes on with it, so that a crash interrupts nothing. Meanwhile other
values are handled. What changes during a round gets another one after it.
"""

from __future__ import annotations

from datetime import timedelta

from bots.turn.context import Context
from storage.queries import timers

SIZE = 16
"""Messages in one transaction."""
REDRAW, REWRITE, WITHDRAW = "redraw", "rewrite", "withdraw"
"""The kinds of rounds: the timer that begins one."""
_REST = {REDRAW: "redraw-rest", REWRITE: "rewrite-rest", WITHDRAW: "withdraw-rest"}
"""The timer that goes on. Its subject is the card and the last message that had its turn."""
KINDS = frozenset({*_REST, *_REST.values()})
_PAUSE = timedelta(seconds=1)


def begin(kind: str, card: str, turn: Context) -> None:
    """Begin a round as soon as this transaction is committed."""
    turn.schedule(kind, card, turn.now)


def go_on(kind: str, card: str, after: int, turn: Context) -> None:
    """Go on with the messages behind this one."""
    turn.schedule(_REST[kind], f"{card}@{after}", turn.now)


async def position(timer_kind: str, subject: str, turn: Context) -> tuple[str, str, int] | None:
    """Return the kind of round, the card, and the message after which the round goes on.

    Return None while an earlier round of the card is not over: this one begins later.
    """
    if timer_kind in _REST:
        if await timers.any_beginning(turn.uow, _REST[timer_kind], f"{subject}@"):
            turn.schedule(timer_kind, subject, turn.now + _PAUSE)
            return None
        return timer_kind, subject, 0
    card, _, after = subject.rpartition("@")
    return next(kind for kind, rest in _REST.items() if rest == timer_kind), card, int(after)
