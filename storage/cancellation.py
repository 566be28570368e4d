"""Shield transactions from task cancellation.

SQLAlchemy over an asynchronous driver, cancelled during a statement, may leave the connection open with its
transaction, which locks the database until the process ends. It may also print a traceback or swallow the cancellation.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TypeVar

T = TypeVar("T")


async def shielded(work: Awaitable[T]) -> T:
    """Run `work` to its end and return its result. Raise a cancellation of the caller only afterwards.

    Raises whatever the work raises.
    """
    task, cancellation = asyncio.ensure_future(work), None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancellation = error
    if cancellation is not None:
        raise cancellation from task.exception()
    return task.result()


@asynccontextmanager
async def shielded_context(context: AbstractAsyncContextManager[T]) -> AsyncIterator[T]:
    """Enter and leave the context without interruption by a cancellation."""
    entered = await shielded(context.__aenter__())
    try:
        yield entered
    except BaseException as error:
        await shielded(context.__aexit__(type(error), error, error.__traceback__))
        raise
    await shielded(context.__aexit__(None, None, None))
