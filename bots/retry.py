"""Retries: the back-off and the loops that the adapters, delivery and all database transactions use."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from logging import ERROR, INFO
from typing import TypeVar

import structlog
from sqlalchemy.exc import OperationalError

from bots.ports import ConnectionListener, NoListener
from storage.errors import is_conflict

log = structlog.get_logger()
Result = TypeVar("Result")
Errors = tuple[type[Exception], ...]
LONGEST_SECONDS = 60.0
NO_LISTENER = NoListener()
_DATABASE_FIRST_SECONDS, _DATABASE_LONGEST_SECONDS = 0.1, 5.0
_CONFLICT_SECONDS = 0.005
"""The first pause after a transaction that PostgreSQL undid for another one's, which is over by then."""


def backoff(tries: int, *, first: float = 1.0, longest: float = LONGEST_SECONDS) -> float:
    """Return the seconds to wait after `tries` failures: `first`, doubled each time, with a jitter of a quarter."""
    return min(first * 2.0 ** min(tries, 20), longest) * random.uniform(0.75, 1.0)  # noqa: S311 - a jitter, not a secret


async def retry(
    attempt: Callable[[], Awaitable[Result]],
    *,
    on: Errors,
    platform: str,
    account: str,
    stated: Callable[[Exception], float | None] = lambda _error: None,
    explain: Callable[[Exception], str] = lambda error: str(error) or type(error).__name__,
    longest: float = LONGEST_SECONDS,
    slow_after: float | None = None,
    listener: ConnectionListener = NO_LISTENER,
) -> Result:
    """Call `attempt` until it raises none of the errors in `on`. Log each failure, and the recovery.

    Tell the `listener` of both, too.

    With `slow_after`, log also that an attempt takes longer than so many seconds.

    `stated` returns the seconds to wait that the platform asked for, if it did. Raises what else `attempt` raises.
    """
    tries, loop = 0, asyncio.get_running_loop()
    while True:
        try:
            slow = loop.call_later(slow_after, _log_slow, platform, account, slow_after) if slow_after else None
            try:
                result = await attempt()
            finally:
                if slow is not None:
                    slow.cancel()
        except on as error:
            asked = stated(error)
            seconds = backoff(tries, longest=longest) if asked is None else asked
            tries, why = tries + 1, explain(error)
            log.warning(f"{platform}-unreachable", account=account, why=why, seconds=round(seconds, 2), tries=tries)
            listener.disconnected(why)
        else:
            if tries:
                log.info(f"{platform}-reachable", account=account, tries=tries)
            listener.connected()
            return result
        await asyncio.sleep(seconds)


def _log_slow(platform: str, account: str, seconds: float) -> None:
    log.warning(f"{platform}-slow", account=account, why=f"no answer for {seconds:g} seconds; still waiting")


async def retry_while_locked(
    work: Callable[[], Awaitable[Result]], event: str = "database-unavailable", **about: object
) -> Result:
    """Call `work` until the database is neither locked, full nor out of reach. Log each failure as `event`.

    A failed try may have been committed: the connection may end before the answer. `about` goes into the log.
    """
    attempt = 0
    while True:
        try:
            return await work()
        except OperationalError as error:
            conflict = is_conflict(error.orig)
            log.log(INFO if conflict else ERROR, event, error=str(error.orig), attempt=attempt, **about)
        first = _CONFLICT_SECONDS if conflict else _DATABASE_FIRST_SECONDS
        await asyncio.sleep(backoff(attempt, first=first, longest=_DATABASE_LONGEST_SECONDS))
        attempt += 1


async def retry_conflicts(work: Callable[[], Awaitable[Result]]) -> Result:
    """Call `work` again while PostgreSQL undoes it in favour of others. Raises sqlalchemy.exc.OperationalError."""
    attempt = 0
    while True:
        try:
            return await work()
        except OperationalError as error:
            if not is_conflict(error.orig):
                raise
        await asyncio.sleep(backoff(attempt, first=_CONFLICT_SECONDS, longest=_DATABASE_LONGEST_SECONDS))
        attempt += 1
