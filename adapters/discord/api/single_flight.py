"""Requests in progress by key. A repeated call with the same key gets the result of the first one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from adapters.discord.api.bounded_dict import BoundedDict
from bots.ports import Receipt

MAX_FINISHED = 1_000


class SingleFlight:
    """Runs one request per key at a time.

    Keep a result that came after the caller's timeout until the caller asks again, or newer results push it out. Some
    callers never ask again: a newer edit may have replaced theirs.
    """

    def __init__(self, *, max_finished: int = MAX_FINISHED) -> None:
        self._running: dict[str, asyncio.Task[Receipt]] = {}
        self._finished: BoundedDict[str, asyncio.Task[Receipt]] = BoundedDict(max_finished)

    def __len__(self) -> int:
        """Count the requests in progress and the results that are kept."""
        return len(self._running) + len(self._finished)

    async def run(self, key: str, perform: Callable[[], Awaitable[Receipt]], seconds: float) -> Receipt | None:
        """Return the receipt, or None when it takes longer than so many `seconds`.

        The request continues after the timeout: cancelling it would leave discord.py's global lock closed.
        """
        task = self._running.get(key) or self._finished.get(key) or self._start(key, perform)
        done, _ = await asyncio.wait({task}, timeout=seconds)
        if not done:
            return None
        self._running.pop(key, None)
        self._finished.pop(key, None)
        return task.result()

    def _start(self, key: str, perform: Callable[[], Awaitable[Receipt]]) -> asyncio.Task[Receipt]:
        task = self._running[key] = asyncio.ensure_future(perform())
        task.add_done_callback(lambda _: self._finish(key))
        return task

    def _finish(self, key: str) -> None:
        task = self._running.pop(key, None)
        if task is not None:
            self._finished[key] = task

    async def close(self) -> None:
        """Cancel all requests and drop all results."""
        for task in self._running.values():
            task.cancel()
        await asyncio.gather(*self._running.values(), return_exceptions=True)
        self._running.clear()
        self._finished.clear()
