"""Wait for something to happen: the one place that says how long a test is patient."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, overload

PATIENCE = 60.0
"""Seconds. A test that fails may take as long; one that passes never does, however slow the machine is."""
_T = TypeVar("_T")


def _never() -> str:
    return "it never happened"


@overload
async def until(
    look: Callable[[], Awaitable[_T | None]], why: Callable[[], str] = _never, patience: float = PATIENCE
) -> _T: ...
@overload
async def until(look: Callable[[], _T | None], why: Callable[[], str] = _never, patience: float = PATIENCE) -> _T: ...
async def until(
    look: Callable[[], Any],  # what the overloads say
    why: Callable[[], str] = _never,
    patience: float = PATIENCE,
) -> Any:
    """Return what `look` finds as soon as it is true. Raises AssertionError with `why` when it never is."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + patience
    while True:
        found = look()
        if inspect.isawaitable(found):
            found = await found
        if found:
            return found
        if loop.time() > deadline:
            raise AssertionError(why())
        await asyncio.sleep(0.02)
