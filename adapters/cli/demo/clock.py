"""Move the clock of a running application. It stops at everything that comes due, so that the order is right."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import structlog

from adapters.cli.application import Application
from adapters.sandbox.adapter import SandboxAdapter
from adapters.sandbox.platform.clock import SandboxClock
from adapters.sandbox.platform.sandbox import Sandbox
from storage.queries import outbox, timers

log = structlog.get_logger()
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_CHECK_SECONDS = 0.004
_PATIENCE_SECONDS = 20.0
_GATHER_SECONDS = 0.2


class DemoClockController:
    """The page's clock controls, for a running application."""

    def __init__(
        self, application: Application, sandbox: Sandbox, clock: SandboxClock, adapters: Sequence[SandboxAdapter]
    ) -> None:
        self.next_due: datetime | None = None
        self._application = application
        self._sandbox = sandbox
        self._clock = clock
        self._adapters = adapters
        self._moving = asyncio.Lock()

    async def advance(self, by: timedelta) -> None:
        """Move the clock forward, stopping at everything that comes due."""
        async with self._moving:
            until = self._clock.now() + by
            await self.settle()
            await self._go_through(until)

    async def advance_to_next(self) -> None:
        """Move the clock to the next thing that rooms may show; leave it alone if nothing is due."""
        async with self._moving:
            await self.settle()
            await self._refresh_due()
            if self.next_due is not None:
                await self._go_through(self.next_due)

    async def _go_through(self, until: datetime) -> None:
        """Move the clock from one thing due to the next, up to `until`. Pass over what stays due."""
        last = None
        while (due := await next_stop(self._application)) is not None and due <= until and due != last:
            await self._go_to(due)
            last = due
        await self._go_to(until)

    async def _go_to(self, at: datetime) -> None:
        self._clock.advance_to(at)
        with self._sandbox.transaction():
            self._sandbox.record_change("clock", "")
        await self.settle()
        await self._refresh_due()

    async def settle(self) -> None:
        """Wait until everything that can happen now has happened."""
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                while not await self._is_settled():
                    self._application.timers.check_now()
                    for delivery in self._application.deliveries:
                        delivery.wake()
                    await asyncio.sleep(_CHECK_SECONDS)
        except TimeoutError:
            log.warning("demo-never-rests", seconds=_PATIENCE_SECONDS)

    async def _is_settled(self) -> bool:
        """Return whether nothing is due or waits to be sent. Look twice: one leads to another."""
        for _ in range(2):
            if not all(adapter.caught_up for adapter in self._adapters):
                return False
            now = self._clock.now()
            async with self._application.database.reading() as uow:
                waiting = [await outbox.next_due(uow, adapter.account, _LONG_AGO) for adapter in self._adapters]
                if any([await outbox.interrupted(uow, adapter.account) for adapter in self._adapters]):
                    return False  # rows are being sent
                if await timers.due_timers(uow, now, 1) or any(due is not None and due <= now for due in waiting):
                    return False
        return True

    # Beside the clock on the page

    async def watch(self) -> None:
        """Show on the page when the next thing comes due, until cancelled."""
        with self._sandbox.watching() as news:
            while True:
                await self._refresh_due()
                await news.wait()
                await asyncio.sleep(_GATHER_SECONDS)
                news.clear()

    async def _refresh_due(self) -> None:
        async with self._application.database.reading() as uow:
            due = await timers.next_due(uow, timers.Kinds(self._application.router.checks))
        if due != self.next_due:
            self.next_due = due
            with self._sandbox.transaction():
                self._sandbox.record_change("clock", "")


async def next_stop(application: Application) -> datetime | None:
    """Return when the next timer or outbox row comes due, or came due while the clock went on."""
    async with application.database.reading() as uow:
        times = [await timers.next_due(uow)]
        times += [await outbox.next_due(uow, adapter.account, _LONG_AGO) for adapter in application.adapters]
    return min((time for time in times if time is not None), default=None)
