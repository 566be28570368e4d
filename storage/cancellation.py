"""Statements and transactions are not cut in the middle.

SQLAlchemy over aiosqlite, cancelled while a statement runs, may leave the connection open with the transaction in it
(the database stays locked as long as the process lives), print a traceback, or take the cancellation for its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeVar

T = TypeVar("T")


async def unbroken(work: Coroutine[Any, Any, T]) -> T:
    """The result of work that is done to its end, also when the caller is cancelled meanwhile: the cancellation comes
    after it. Raises what the work raises."""
    task, cut = asyncio.ensure_future(work), None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as cancelled:
            cut = cancelled
    if cut is not None:
        raise cut from task.exception()
    return task.result()


@asynccontextmanager
async def unbroken_ends(context: AbstractAsyncContextManager[T]) -> AsyncIterator[T]:
    """The context, entered and left without a break."""
    entered = await unbroken(context.__aenter__())
    try:
        yield entered
    except BaseException as error:
        await unbroken(context.__aexit__(type(error), error, error.__traceback__))
        raise
    await unbroken(context.__aexit__(None, None, None))
