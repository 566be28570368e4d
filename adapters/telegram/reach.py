"""Telegram out of reach is waited for, in the open, with growing pauses; a token that it rejects is not."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import structlog
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bots.ports import AccountRefused

log = structlog.get_logger()
_Result = TypeVar("_Result")
_SOMEBODY_ELSE = (
    "another process asks for this bot's updates, and Telegram gives them to one alone. Stop the other, or give each"
    " its own bot (/newbot at BotFather)"
)


@dataclass(frozen=True)
class Reach:
    """How one account waits for Telegram: never longer than `longest` seconds between two tries, unless told to."""

    account: str
    longest: float = 60.0

    async def persist(self, attempt: Callable[[], Awaitable[_Result]]) -> _Result:
        """The result of `attempt`, tried until Telegram answers. Raises AccountRefused for a rejected token, BadRequest
        and Forbidden as they are."""
        tries = 0
        while True:
            try:
                result = await attempt()
            except InvalidToken as error:
                raise refused(self.account) from error
            except (BadRequest, Forbidden):
                raise
            except (TelegramError, ValueError) as error:
                await self._wait(error, tries)
                tries += 1
            else:
                if tries:
                    log.info("telegram-reachable", account=self.account, tries=tries)
                return result

    async def _wait(self, error: Exception, tries: int) -> None:
        """Say why and for how long, and wait."""
        stated = seconds(error) if isinstance(error, RetryAfter) else None
        pause = stated if stated is not None else self._pause(tries)
        why = f"{_SOMEBODY_ELSE} ({error})" if isinstance(error, Conflict) else str(error) or type(error).__name__
        log.warning("telegram-unreachable", account=self.account, why=why, seconds=round(pause, 2), tries=tries + 1)
        await asyncio.sleep(pause)

    def _pause(self, tries: int) -> float:
        """Doubling from one second, spread by a quarter."""
        return min(2.0 ** min(tries, 10), self.longest) * random.uniform(0.75, 1.0)  # noqa: S311 - no secret


def refused(account: str) -> AccountRefused:
    """Why the account can't be used, and what to do."""
    return AccountRefused(
        f"Telegram does not know the `token` of account {account!r} (any more). Send /mybots to @BotFather, choose the"
        " bot, then API Token, and put what it says into `token`."
    )


def seconds(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
