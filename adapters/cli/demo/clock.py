"""Moving the clock of a running house: it stops at everything that comes due on the way, so that the order is right."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import structlog

from adapters.cli.application import House
from adapters.sandbox.adapter import WebAdapter
from adapters.sandbox.platform.clock import SandboxClock
from adapters.sandbox.platform.sandbox import Sandbox
from storage.queries import outbox, timers

log = structlog.get_logger()
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_LOOK_SECONDS = 0.004
_PATIENCE_SECONDS = 20.0
_GATHER_SECONDS = 0.2


class TimeMachine:
    """Implements the page's Mover over a house that runs."""

    def __init__(self, house: House, sandbox: Sandbox, clock: SandboxClock, adapters: Sequence[WebAdapter]) -> None:
        self.due: datetime | None = None
        self._house = house
        self._sandbox = sandbox
        self._clock = clock
        self._adapters = adapters
        self._moving = asyncio.Lock()

    async def forward(self, by: timedelta) -> None:
        """Time goes on so far."""
        async with self._moving:
            until = self._clock.now() + by
            await self.rest()
            while (due := await self._next_stop()) is not None and due <= until:
                await self._go_to(due)
            await self._go_to(until)

    async def to_next(self) -> None:
        """Time goes on to the next thing due; it stands where nothing is."""
        async with self._moving:
            await self.rest()
            await self._look()
            if self.due is not None:
                await self._go_to(self.due)

    async def _go_to(self, at: datetime) -> None:
        self._clock.set(at)
        with self._sandbox.acting():
            self._sandbox.changed("clock", "")
        await self.rest()
        await self._look()

    async def rest(self) -> None:
        """Returns once all has happened that can happen now."""
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                while not await self._is_quiet():
                    self._house.timers.look_now()
                    for delivery in self._house.deliveries:
                        delivery.wake()
                    await asyncio.sleep(_LOOK_SECONDS)
        except TimeoutError:
            log.warning("demo-never-rests", seconds=_PATIENCE_SECONDS)

    async def _is_quiet(self) -> bool:
        """Everything said is handed in, nothing is due, nothing waits to be sent; twice, since one leads to another."""
        for _ in range(2):
            if not all(adapter.caught_up for adapter in self._adapters):
                return False
            now = self._clock.now()
            async with self._house.database.reading() as uow:
                if await timers.due_timers(uow, now, 1):
                    return False
                for adapter in self._adapters:
                    waiting = await outbox.next_due(uow, adapter.account, _LONG_AGO)
                    if waiting is not None and waiting <= now:
                        return False
        return True

    async def _next_stop(self) -> datetime | None:
        """When something comes due: a timer, or what waits to be sent."""
        now = self._clock.now()
        async with self._house.database.reading() as uow:
            times = [await timers.next_due(uow)]
            times += [await outbox.next_due(uow, adapter.account, now) for adapter in self._adapters]
        ahead = [time for time in times if time is not None and time > now]
        return min(ahead, default=None)

    # What the page shows beside the clock

    async def watch(self) -> None:
        """Tell the page when the next thing comes due, until cancelled."""
        news = asyncio.Event()
        self._sandbox.watchers.add(news)
        try:
            while True:
                await self._look()
                await news.wait()
                await asyncio.sleep(_GATHER_SECONDS)
                news.clear()
        finally:
            self._sandbox.watchers.discard(news)

    async def _look(self) -> None:
        async with self._house.database.reading() as uow:
            due = await timers.next_due(uow)
        if due != self.due:
            self.due = due
            with self._sandbox.acting():
                self._sandbox.changed("clock", "")
