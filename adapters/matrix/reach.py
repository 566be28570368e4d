"""A homeserver that cannot be reached is waited for, in the open, with growing pauses."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import aiohttp
import structlog
from nio.responses import ErrorResponse

log = structlog.get_logger()
LONGEST_PAUSE = 60.0
_Result = TypeVar("_Result")

NETWORK_ERRORS = (aiohttp.ClientError, TimeoutError, ConnectionError)
"""What nio lets through when no answer came."""


class UnreachableError(Exception):
    """No usable answer now; `seconds` when the homeserver said how long to wait."""

    def __init__(self, why: str, seconds: float | None = None) -> None:
        super().__init__(why)
        self.seconds = seconds


class SessionEndedError(Exception):
    """The homeserver no longer takes the access token."""


def trouble(answer: ErrorResponse) -> UnreachableError | SessionEndedError:
    """What to raise for a request that has to succeed before the work can go on."""
    if answer.status_code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
        return SessionEndedError(answer.message)
    return UnreachableError(str(answer), answer.retry_after_ms / 1000 if answer.retry_after_ms else None)


def pause(attempt: int, longest: float = LONGEST_PAUSE) -> float:
    """Seconds before the next try: doubling from one, `longest` at most, spread by a quarter."""
    return min(2.0 ** min(attempt, 10), longest) * random.uniform(0.75, 1.0)  # noqa: S311 - spreads tries, no secret


@dataclass(frozen=True)
class Reach:
    """How one account waits for its homeserver: never longer than `longest` seconds between two tries."""

    account: str
    longest: float = LONGEST_PAUSE

    async def persist(self, attempt: Callable[[], Awaitable[_Result]]) -> _Result:
        """The result of `attempt`, tried until it no longer raises UnreachableError or a network error."""
        tries = 0
        while True:
            try:
                result = await attempt()
            except (UnreachableError, *NETWORK_ERRORS) as error:
                await self._wait(error, tries)
                tries += 1
            else:
                if tries:
                    log.info("matrix-reachable", account=self.account, tries=tries)
                return result

    async def _wait(self, error: Exception, tries: int) -> None:
        """Say why and for how long, and wait."""
        stated = error.seconds if isinstance(error, UnreachableError) else None
        seconds = stated if stated is not None else pause(tries, self.longest)
        why = str(error) or type(error).__name__
        log.warning("matrix-unreachable", account=self.account, why=why, seconds=round(seconds, 2), tries=tries + 1)
        await asyncio.sleep(seconds)
