"""Retries while the homeserver is unreachable."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import aiohttp
from nio.responses import ErrorResponse

from bots.ports import ConnectionListener
from bots.retry import LONGEST_SECONDS, NO_LISTENER, retry

_Result = TypeVar("_Result")

NETWORK_ERRORS = (aiohttp.ClientError, TimeoutError, ConnectionError)
"""Errors that nio passes on if no answer came."""


class UnreachableError(Exception):
    """The homeserver gave no usable answer. `seconds` is the wait it asked for, if it did."""

    def __init__(self, why: str, seconds: float | None = None) -> None:
        super().__init__(why)
        self.seconds = seconds


class SessionEndedError(Exception):
    """The homeserver rejects the access token."""


def to_exception(answer: ErrorResponse) -> UnreachableError | SessionEndedError:
    """Convert the error response of a request that must succeed to an exception."""
    if answer.status_code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
        return SessionEndedError(answer.message)
    return UnreachableError(str(answer), answer.retry_after_ms / 1000 if answer.retry_after_ms else None)


@dataclass(frozen=True)
class Connection:
    """Retries requests of one account, with pauses of at most `longest` seconds unless the homeserver asks for more."""

    account: str
    longest: float = LONGEST_SECONDS
    listener: ConnectionListener = NO_LISTENER

    async def retry(self, attempt: Callable[[], Awaitable[_Result]], *, slow_after: float | None = None) -> _Result:
        """Call `attempt` until it raises neither UnreachableError nor a network error."""
        return await retry(
            attempt, on=(UnreachableError, *NETWORK_ERRORS), platform="matrix", account=self.account,
            stated=lambda error: error.seconds if isinstance(error, UnreachableError) else None, longest=self.longest,
            slow_after=slow_after, listener=self.listener,
        )  # fmt: skip
