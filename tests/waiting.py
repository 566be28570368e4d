"""Wait until a condition holds. This file alone sets how long a test waits."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, overload

PATIENCE = 60.0
"""Seconds until a test gives up. Only a failing test waits that long, even on a slow machine."""
_T = TypeVar("_T")


def _default_message() -> str:
    return "the condition never held"


@overload
async def until(
    condition: Callable[[], Awaitable[_T | None]], why: Callable[[], str] = _default_message, patience: float = PATIENCE
) -> _T: ...
@overload
async def until(
    condition: Callable[[], _T | None], why: Callable[[], str] = _default_message, patience: float = PATIENCE
) -> _T: ...
async def until(
    condition: Callable[[], Any],  # the overloads have the types
    why: Callable[[], str] = _default_message,
    patience: float = PATIENCE,
) -> Any:
    """Return the result of `condition` once it is true. Raise AssertionError with `why` if it never is."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + patience
    while True:
        result = condition()
        if inspect.isawaitable(result):
            result = await result
        if result:
            return result
        if loop.time() > deadline:
            raise AssertionError(why())
        await asyncio.sleep(0.02)
