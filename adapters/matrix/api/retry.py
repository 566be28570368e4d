"""Wait for a homeserver that cannot be reached."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import aiohttp
from nio.responses import ErrorResponse

from bots.retry import LONGEST_SECONDS, retry

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


@dataclass(frozen=True)
class Connection:
    """How one account waits for its homeserver: `longest` seconds at most, unless it asks for more."""

    account: str
    longest: float = LONGEST_SECONDS

    async def retry(self, attempt: Callable[[], Awaitable[_Result]]) -> _Result:
        """Call `attempt` until it no longer raises UnreachableError or a network error."""
        return await retry(
            attempt, on=(UnreachableError, *NETWORK_ERRORS), platform="matrix", account=self.account,
            stated=lambda error: error.seconds if isinstance(error, UnreachableError) else None, longest=self.longest,
        )  # fmt: skip
