"""A homeserver that cannot be reached is waited for, in the open, with growing pauses."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import structlog

log = structlog.get_logger()
LONGEST_PAUSE = 60.0
_Result = TypeVar("_Result")

NETWORK_ERRORS = (aiohttp.ClientError, TimeoutError, ConnectionError)
"""What nio lets through when no answer came."""


class Unreachable(Exception):
    """No usable answer now; `seconds` when the homeserver said how long to wait."""

    def __init__(self, why: str, seconds: float | None = None) -> None:
        super().__init__(why)
        self.seconds = seconds


def pause(attempt: int) -> float:
    """Seconds before the next try: doubling from one, a minute at most, spread by a quarter."""
    return min(2.0 ** min(attempt, 10), LONGEST_PAUSE) * random.uniform(0.75, 1.0)  # noqa: S311 - no secret


async def persist(account: str, attempt: Callable[[], Awaitable[_Result]]) -> _Result:
    """The result of `attempt`, tried until it no longer raises Unreachable or a network error."""
    tries = 0
    while True:
        try:
            result = await attempt()
        except (Unreachable, *NETWORK_ERRORS) as error:
            stated = error.seconds if isinstance(error, Unreachable) else None
            seconds = stated if stated is not None else pause(tries)
            tries += 1
            why = str(error) or type(error).__name__
            log.warning("matrix-unreachable", account=account, why=why, seconds=round(seconds, 1), tries=tries)
            await asyncio.sleep(seconds)
        else:
            if tries:
                log.info("matrix-reachable", account=account, tries=tries)
            return result
