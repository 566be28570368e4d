"""Retry while Telegram is unreachable; give up at once when it rejects the token."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bots.ports import AccountRefused, ConnectionListener
from bots.retry import LONGEST_SECONDS, NO_LISTENER, retry

_Result = TypeVar("_Result")
_CONFLICT = (
    "another process asks for this bot's updates, and Telegram gives them to one alone. Stop the other, or give each"
    " its own bot (/newbot at BotFather)"
)
_UNREADABLE = "Parsing the server response"
"""What python-telegram-bot adds to an error whose body is not JSON."""


@dataclass(frozen=True)
class Connection:
    """The retry policy of one account. `longest`: the longest pause in seconds, unless Telegram asks for more."""

    account: str
    longest: float = LONGEST_SECONDS
    listener: ConnectionListener = NO_LISTENER

    async def retry(self, attempt: Callable[[], Awaitable[_Result]]) -> _Result:
        """Call `attempt` until Telegram answers. Raises AccountRefused, BadRequest and Forbidden."""

        async def call() -> _Result | TelegramError:
            try:
                return await attempt()
            except InvalidToken as error:
                if _UNREADABLE in str(error):  # a maintenance page: Telegram's own 404 is JSON
                    raise TelegramError(str(error)) from None
                raise token_rejected(self.account) from error
            except (BadRequest, Forbidden) as error:  # BadRequest is a NetworkError, which `retry` would repeat.
                return error

        result = await retry(
            call, on=(TelegramError, ValueError), platform="telegram", account=self.account,
            stated=retry_after_seconds, explain=_explain, longest=self.longest, listener=self.listener,
        )  # fmt: skip
        if isinstance(result, TelegramError):
            raise result
        return result


def _explain(error: Exception) -> str:
    return f"{_CONFLICT} ({error})" if isinstance(error, Conflict) else str(error) or type(error).__name__


def token_rejected(account: str) -> AccountRefused:
    """Return the error that tells the operator how to renew the token."""
    return AccountRefused(
        f"Telegram does not know the `token` of account {account!r} (any more). Send /mybots to @BotFather, choose the"
        " bot, then API Token, and put what it says into `token`."
    )


def retry_after_seconds(error: Exception) -> float | None:
    """Return the pause that Telegram asks for, in seconds; None when it asks for none."""
    if not isinstance(error, RetryAfter):
        return None
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
