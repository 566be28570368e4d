"""Pages: what one act changes in very many objects is done for a few of them now, for the others by timers due at once.

Each page has a transaction of its own, so that others need not wait, and a crash interrupts nothing. The kind of the
timers has to be among a feature's `background`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import TimerFired
from bots.turn.turn import Turn

SIZE = 8
"""Objects in one transaction."""


def begin(kind: str, ids: Sequence[int], turn: Turn) -> Sequence[int]:
    """Return the first page, and set a timer for each of the others."""
    for start in range(SIZE, len(ids), SIZE):
        turn.schedule(kind, ",".join(map(str, ids[start : start + SIZE])), turn.now)
    return ids[:SIZE]


def of_timer(timer: TimerFired) -> Sequence[int]:
    """Return the page of a timer."""
    return [int(one) for one in timer.subject.split(",")]
