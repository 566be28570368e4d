"""Delivery to a fast platform while very many rooms wait."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path

from bench.house import LIKE_MATRIX, opened
from bench.measure import Result
from bots.clock import MovableClock
from bots.core.outbound import Content, Post, encode
from bots.core.richtext import Text
from bots.ports import Receipt, Sending
from bots.testing import MemoryAdapter, MemoryPlatform
from schedules.delivery.worker import Delivery
from storage.queries import outbox

SIZES = (500, 5_000, 20_000, 100_000)
SENT = 480
"""Messages that are timed, out of those that wait."""


class CountingAdapter(MemoryAdapter):
    """Counts what it sends."""

    def __init__(self, platform: MemoryPlatform) -> None:
        super().__init__(platform, LIKE_MATRIX)
        self.sent = 0
        self.enough = asyncio.Event()

    async def send(self, sending: Sending) -> Receipt:
        """Perform the call."""
        self.sent += 1
        if self.sent >= SENT:
            self.enough.set()
        return await super().send(sending)


def backlog() -> list[Result]:
    """Measure `delivery_per_second` with one message for each of 500 to 100,000 rooms."""
    rates = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            rates[size] = asyncio.run(_measure(Path(folder), size))
    share = rates[SIZES[-1]] / rates[SIZES[0]]
    figures = [
        Result(f"delivery_per_second_{size}", rate, "/s", "", f"{size:,} rooms wait") for size, rate in rates.items()
    ]
    return [*figures, Result("delivery_growth_ratio", share, "x", "≥ 0.9", f"{SIZES[-1]:,} rooms against {SIZES[0]}")]


async def _measure(folder: Path, size: int) -> float:
    async with opened(folder) as house:
        now = house.clock.now()
        payload = Post(room="", content=Content(text=(Text("hello"),)))
        async with house.database.transaction() as uow:
            for number in range(size):
                row = outbox.pending_row(
                    key=f"k{number}",
                    account="memory",
                    room=f"#r{number}",
                    kind="Post",
                    payload=encode(payload),
                    now=now,
                )
                uow.defer(outbox.ENQUEUE, row)
        adapter = CountingAdapter(MemoryPlatform(MovableClock(now)))
        delivery = Delivery(house.database, adapter, house.clock, house.dispatch, house.files)
        begin = time.perf_counter()
        running = asyncio.create_task(delivery.run())
        await adapter.enough.wait()
        seconds = time.perf_counter() - begin
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        return SENT / seconds
