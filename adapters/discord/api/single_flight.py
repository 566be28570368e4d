"""Requests under way, by the key of what is sent: who asks again is given the outcome of the first time."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from bots.ports import Receipt

MOST_LANDED = 1_000


class Flights:
    """Keeps the outcome of what ended after its patience did, until it is asked for or pushed out by newer ones: an
    edit that a newer one has replaced is never asked for."""

    def __init__(self, *, most: int = MOST_LANDED) -> None:
        self._flying: dict[str, asyncio.Task[Receipt]] = {}
        self._landed: OrderedDict[str, asyncio.Task[Receipt]] = OrderedDict()
        self._most = most

    def __len__(self) -> int:
        """How many are remembered."""
        return len(self._flying) + len(self._landed)

    async def outcome(self, key: str, perform: Callable[[], Awaitable[Receipt]], patience: float) -> Receipt | None:
        """The receipt; None when it takes longer than `patience` seconds, and goes on. A request is never cancelled:
        discord.py would forget to lift its global lock."""
        task = self._flying.get(key) or self._landed.get(key) or self._take_off(key, perform)
        done, _ = await asyncio.wait({task}, timeout=patience)
        if not done:
            return None
        self._flying.pop(key, None)
        self._landed.pop(key, None)
        return task.result()

    def _take_off(self, key: str, perform: Callable[[], Awaitable[Receipt]]) -> asyncio.Task[Receipt]:
        async def fly() -> Receipt:
            return await perform()

        task = self._flying[key] = asyncio.create_task(fly())
        task.add_done_callback(lambda _: self._land(key))
        return task

    def _land(self, key: str) -> None:
        """Nobody may ask for it again."""
        task = self._flying.pop(key, None)
        if task is not None:
            self._landed[key] = task
        while len(self._landed) > self._most:
            self._landed.popitem(last=False)

    async def close(self) -> None:
        """Give up what is under way."""
        for task in self._flying.values():
            task.cancel()
        await asyncio.gather(*self._flying.values(), return_exceptions=True)
        self._flying.clear()
        self._landed.clear()
