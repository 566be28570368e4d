"""Wait for an unreachable Telegram; give up at once when it rejects the token."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bots.ports import AccountRefused
from bots.retry import LONGEST_SECONDS, retry

_Result = TypeVar("_Result")
_SOMEBODY_ELSE = (
    "another process asks for this bot's updates, and Telegram gives them to one alone. Stop the other, or give each"
    " its own bot (/newbot at BotFather)"
)


@dataclass(frozen=True)
class Connection:
    """How one account waits for Telegram: `longest` seconds at most, unless it asks for more."""

    account: str
    longest: float = LONGEST_SECONDS

    async def retry(self, attempt: Callable[[], Awaitable[_Result]]) -> _Result:
        """Call `attempt` until Telegram answers. Raises AccountRefused, BadRequest and Forbidden."""

        async def answered() -> _Result | TelegramError:
            try:
                return await attempt()
            except InvalidToken as error:
                raise refused(self.account) from error
            except (BadRequest, Forbidden) as error:  # BadRequest is a NetworkError, which the loop would try again
                return error

        result = await retry(
            answered, on=(TelegramError, ValueError), platform="telegram", account=self.account,
            stated=_stated, explain=_explain, longest=self.longest,
        )  # fmt: skip
        if isinstance(result, TelegramError):
            raise result
        return result


def _stated(error: Exception) -> float | None:
    return seconds(error) if isinstance(error, RetryAfter) else None


def _explain(error: Exception) -> str:
    return f"{_SOMEBODY_ELSE} ({error})" if isinstance(error, Conflict) else str(error) or type(error).__name__


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
