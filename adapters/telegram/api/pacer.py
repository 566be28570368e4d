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
class _Slots:
    per_second: float
    next: float = 0.0

    def delay(self, now: float) -> float:
        """Take the next slot, and return the seconds until then."""
        self.next = max(self.next, now - BURST_SECONDS) + 1.0 / self.per_second
        return max(0.0, self.next - now)


@dataclass
class RequestPacer:
    """Spaces requests, answers to presses apart from the others. Sending has its own rate limiter."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _presses: _Slots = field(default_factory=lambda: _Slots(PRESSES_PER_SECOND))
    _others: _Slots = field(default_factory=lambda: _Slots(OTHERS_PER_SECOND))

    async def wait(self, method: str) -> None:
        """Wait until a request may leave."""
        name = method.lower()
        if name.startswith(("send", "edit", "copy", "forward")):
            return
        delay = (self._presses if name == PRESS else self._others).delay(self.now())
        if delay > 0:
            await self.sleep(delay)
