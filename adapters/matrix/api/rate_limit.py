"""The homeserver's limit of events for the account, as far as its refusals tell.

Every request during a pause is refused too, and some homeservers then ask for longer pauses.
https://spec.matrix.org/v1.11/client-server-api/#rate-limiting
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

LONGEST_INTERVAL = 10.0
CAREFUL_INTERVALS = 20
"""After a refusal, events keep the interval that the homeserver asked for, until none went out for so many of them."""
SHORTEST_PAUSE = 1.0
SHORTEST_WAIT = 0.001


@dataclass
class RateLimit:
    """One bucket of the homeserver's. `clock` gives seconds."""

    clock: Callable[[], float] = time.monotonic
    _free_at: float = 0.0
    _interval: float = 0.0
    _careful_until: float = 0.0
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def seconds_left(self) -> float:
        """Return the seconds until the next event may go out."""
        left = self._free_at - self.clock()
        return left if left > SHORTEST_WAIT else 0.0

    @property
    def is_careful(self) -> bool:
        """Whether the homeserver has refused something recently, so that every event counts."""
        return self.clock() < self._careful_until

    @property
    def interval(self) -> float:
        """The seconds between two events that the homeserver accepts, as far as its refusals told."""
        return self._interval if self.is_careful else 0.0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[float]:
        """Wait for the events before this one, and yield `seconds_left`: 0 if this one may go out.

        While nothing was refused recently, events do not wait for each other.
        """
        if not self.is_careful:
            yield self.seconds_left()
            return
        async with self._turn:
            yield self.seconds_left()

    def sent(self) -> None:
        """Keep the interval after an event."""
        now = self.clock()
        if now < self._careful_until:
            self._free_at = max(self._free_at, now + self._interval)
            self._careful_until = self._free_at + CAREFUL_INTERVALS * self._interval

    def refused(self, seconds: float) -> float:
        """Pause for as long as the homeserver asks, keep to that interval for a while, and return the pause."""
        now = self.clock()
        careful = self.interval
        pause = seconds or max(SHORTEST_PAUSE, min(2 * careful, LONGEST_INTERVAL))
        self._interval = min(max(pause, careful), LONGEST_INTERVAL)
        self._free_at = max(self._free_at, now + pause)
        self._careful_until = self._free_at + CAREFUL_INTERVALS * self._interval
        return self._free_at - now
