"""A database that is locked by another process, or full, is waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from sqlalchemy.exc import OperationalError

log = structlog.get_logger()
T = TypeVar("T")
_BACK_OFF_SECONDS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)


async def insist(work: Callable[[], Awaitable[T]], event: str = "database-unavailable", **about: object) -> T:
    """Do this work, again and again until the database takes it; `event` and what it is `about` go to the log."""
    attempt = 0
    while True:
        try:
            return await work()
        except OperationalError as error:
            log.error(event, error=str(error.orig), attempt=attempt, **about)
        await asyncio.sleep(_BACK_OFF_SECONDS[min(attempt, len(_BACK_OFF_SECONDS) - 1)])
        attempt += 1
