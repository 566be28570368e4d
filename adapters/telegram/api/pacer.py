"""Pace the requests that send nothing: deletions, questions, answers to presses. Telegram states no limit for them.

A restart with a thousand groups, or a thousand deletions at once, must not look like an attack.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

PRESS = "answercallbackquery"
PRESSES_PER_SECOND, OTHERS_PER_SECOND = 100.0, 30.0
BURST_SECONDS = 1.0
"""After a pause, so many seconds' worth of requests may leave at once."""


@dataclass
class _Lane:
    per_second: float
    next: float = 0.0

    def delay(self, now: float) -> float:
        """Take the next slot, and return the seconds until then."""
        self.next = max(self.next, now - BURST_SECONDS) + 1.0 / self.per_second
        return max(0.0, self.next - now)


@dataclass
class RequestPacer:
    """Lets requests pass, answers to presses and others apart. Sending has its own rate limiter."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _presses: _Lane = field(default_factory=lambda: _Lane(PRESSES_PER_SECOND))
    _others: _Lane = field(default_factory=lambda: _Lane(OTHERS_PER_SECOND))

    async def wait(self, method: str) -> None:
        """Wait until a request may leave."""
        name = method.lower()
        if name.startswith(("send", "edit", "copy", "forward")):
            return
        delay = (self._presses if name == PRESS else self._others).delay(self.now())
        if delay > 0:
            await self.sleep(delay)
