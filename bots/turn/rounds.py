"""Rounds: a change of very many messages is made for a few of them in each transaction.

A timer that is due at once begins a round, another goes on with it, so that a crash interrupts nothing. Meanwhile other
values are handled. What changes during a round gets another one after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bots.turn.context import Context
from storage.queries import timers

SIZE = 16
"""Messages in one transaction."""
REDRAW, REWRITE, WITHDRAW = "redraw", "rewrite", "withdraw"
"""The kinds of rounds: the timer that begins one."""
_REST = {REDRAW: "redraw-rest", REWRITE: "rewrite-rest", WITHDRAW: "withdraw-rest"}
"""The timer that goes on. Its subject is the round's, and the last message that had its turn."""
KINDS = frozenset({*_REST, *_REST.values()})
_PAUSE = timedelta(seconds=1)


@dataclass(frozen=True)
class Round:
    """A round of `kind` over the messages of a card: those after the placement `after`, up to `last` (0: to the end).

    A card that is withdrawn may be posted again at once: its new message is after the last one.
    """

    kind: str
    card: str
    last: int = 0
    after: int = 0

    def begin(self, turn: Context) -> None:
        """Begin as soon as this transaction is committed."""
        turn.schedule(self.kind, self._subject, turn.now)

    def go_on(self, after: int, turn: Context) -> None:
        """Go on with the messages after this one."""
        turn.schedule(_REST[self.kind], f"{self._subject}@{after}", turn.now)

    @property
    def _subject(self) -> str:
        return f"{self.card}|{self.last}"


async def due(timer_kind: str, subject: str, turn: Context) -> Round | None:
    """Return the round that a timer begins or goes on with.

    Return None while an earlier round of the card is not over: this one begins later.
    """
    if timer_kind in _REST and await timers.any_beginning(turn.uow, _REST[timer_kind], f"{subject}@"):
        turn.schedule(timer_kind, subject, turn.now + _PAUSE)
        return None
    messages, _, after = subject.partition("@")
    card, _, last = messages.rpartition("|")
    kind = next(kind for kind, rest in _REST.items() if timer_kind in (kind, rest))
    return Round(kind, card, int(last), int(after or 0))
