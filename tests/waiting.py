"""Wait until a condition holds. This file alone sets how long a test waits, and how often it looks."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar, overload

PATIENCE = 90.0
"""Seconds until a test gives up: more than a full minute of a Telegram group. Only a failing test waits that long."""
_FIRST_PAUSE, _GROWTH, _LONGEST_PAUSE = 0.02, 1.2, 0.1
"""Seconds between two looks, which take the processor from what the test waits for."""
_WITHOUT_NEWS = 0.2
"""Seconds until the next look when nothing new was told."""
_T = TypeVar("_T")


class News:
    """Tells those who wait that there may be something new to see."""

    def __init__(self) -> None:
        self._told = asyncio.Event()

    def tell(self) -> None:
        """Say that there may be something new."""
        self._told.set()

    def look(self) -> None:
        """Ask to be told of what is new from now on."""
        self._told.clear()

    async def wait(self) -> None:
        """Wait until there is something new since the look, but not for long: somebody else may have looked since."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._told.wait(), _WITHOUT_NEWS)


def _default_message() -> str:
    return "the condition never held"


@overload
async def until(
    condition: Callable[[], Awaitable[_T | None]],
    why: Callable[[], str] = _default_message,
    patience: float = PATIENCE,
    news: News | None = None,
) -> _T: ...
@overload
async def until(
    condition: Callable[[], _T | None],
    why: Callable[[], str] = _default_message,
    patience: float = PATIENCE,
    news: News | None = None,
) -> _T: ...
async def until(
    condition: Callable[[], Any],  # the overloads have the types
    why: Callable[[], str] = _default_message,
    patience: float = PATIENCE,
    news: News | None = None,
) -> Any:
    """Return the result of `condition` once it is true. Raise AssertionError with `why` if it never is.

    Look again after a pause, which grows a little, or when there are `news`.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + patience
    pause = _FIRST_PAUSE
    while True:
        if news is not None:
            news.look()
        result = condition()
        if inspect.isawaitable(result):
            result = await result
        if result:
            return result
        if loop.time() > deadline:
            raise AssertionError(why())
        if news is not None:
            await news.wait()
        else:
            await asyncio.sleep(pause)
            pause = min(pause * _GROWTH, _LONGEST_PAUSE)
