"""What the bot may ask Discord while it catches up: a few requests at a time, and none while too many fail.

Discord blocks an address for a day after 10,000 refused requests (401, 403 or 429) in ten minutes.
https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any, TypeVar

import aiohttp
import structlog

log = structlog.get_logger()
Result = TypeVar("Result")
SLOTS, LATE_SLOTS = 4, 2
"""Requests at a time for the messages of rooms, and for everything that can wait."""
PER_SECOND = 25.0
"""Half of what Discord allows a bot: answers to people have the rest."""
MAX_REFUSED, WINDOW_SECONDS = 1_000, 600.0
_REFUSED = (401, 403, 429)
_SHARED = "shared"


class ReadingBudget:
    """The requests of one account that catch up."""

    def __init__(self, *, per_second: float = PER_SECOND, max_refused: int = MAX_REFUSED) -> None:
        self._slots, self._late_slots = asyncio.Semaphore(SLOTS), asyncio.Semaphore(LATE_SLOTS)
        self._turn = asyncio.Lock()
        self._interval = 1 / per_second
        self._next = 0.0
        self._max_refused = max_refused
        self._refused: deque[float] = deque(maxlen=max_refused)
        self._begun: set[asyncio.Future[Any]] = set()

    async def run(self, ask: Callable[[], Awaitable[Result]], *, late: bool = False) -> Result:
        """Make a request when it is its turn. Raises whatever the request raises.

        A request that has begun goes on when the caller is cancelled. Otherwise one that waits for a global rate limit
        would leave discord.py's lock closed, and the account could send nothing until the next start.
        """
        async with self._late_slots if late else self._slots:
            await self._wait_for_turn()
            request = asyncio.ensure_future(ask())
            self._begun.add(request)
            request.add_done_callback(self._begun.discard)
            return await asyncio.shield(request)

    async def _wait_for_turn(self) -> None:
        loop = asyncio.get_running_loop()
        async with self._turn:
            if pause := self.pause(loop.time()):
                log.warning("discord-too-many-refusals", seconds=round(pause))
                await asyncio.sleep(pause)
            await asyncio.sleep(max(0.0, self._next - loop.time()))
            self._next = loop.time() + self._interval

    def pause(self, now: float) -> float:
        """Return the seconds until there are fewer than the allowed refusals in ten minutes."""
        full = len(self._refused) == self._max_refused
        return max(0.0, self._refused[0] + WINDOW_SECONDS - now) if full else 0.0

    def count(self, status: int, scope: str | None, now: float) -> None:
        """Count an answer, of any request. Discord does not count a limit that bots share."""
        if status in _REFUSED and scope != _SHARED:
            self._refused.append(now)

    def trace(self) -> aiohttp.TraceConfig:
        """Return what makes aiohttp report each answer to `count`."""
        config = aiohttp.TraceConfig()
        config.on_request_end.append(self._on_answer)
        return config

    async def _on_answer(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, ended: aiohttp.TraceRequestEndParams
    ) -> None:
        scope = ended.response.headers.get("X-RateLimit-Scope")
        self.count(ended.response.status, scope, asyncio.get_running_loop().time())
