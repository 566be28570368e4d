"""Messages that wait for many rooms, and a delivery to a fast platform."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable

from adapters.cli.application import Application
from bench.house import LIKE_MATRIX
from bots.clock import MovableClock
from bots.core.outbound import Content, Post, encode
from bots.core.richtext import Text
from bots.ports import Receipt, Sending
from bots.testing import MemoryAdapter, MemoryPlatform
from schedules.delivery.worker import Delivery
from storage.queries import outbox


class CountingAdapter(MemoryAdapter):
    """Counts what it sends, without the room `beside`; `enough` is set after so many."""

    def __init__(self, platform: MemoryPlatform, wanted: int, beside: str) -> None:
        super().__init__(platform, LIKE_MATRIX)
        self.enough = asyncio.Event()
        self._left, self._beside = wanted, beside

    async def send(self, sending: Sending) -> Receipt:
        """Perform the call."""
        self._left -= sending.call.room != self._beside
        if self._left <= 0:
            self.enough.set()
        return await super().send(sending)


async def sent_per_second(house: Application, rooms: Iterable[str], wanted: int, *, beside: str = "") -> float:
    """Queue a message for each of the rooms; return the rate of the first `wanted` that don't go to `beside`."""
    now, payload = house.clock.now(), encode(Post(room="", content=Content(text=(Text("hello"),))))
    async with house.database.transaction() as uow:
        for number, room in enumerate(rooms):
            row = outbox.pending_row(
                key=f"k{number}", account="memory", room=room, kind="Post", payload=payload, now=now
            )
            uow.defer(outbox.ENQUEUE, row)
    adapter = CountingAdapter(MemoryPlatform(MovableClock(now)), wanted, beside)
    delivery = Delivery(house.database, adapter, house.clock, house.dispatch, house.files)
    begin = time.perf_counter()
    running = asyncio.create_task(delivery.run())
    await adapter.enough.wait()
    seconds = time.perf_counter() - begin
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    return wanted / seconds
