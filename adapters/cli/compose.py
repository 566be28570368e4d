"""The one place that knows everyone: puts a database, adapters and the clock together into a running whole."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from bots.core import inbound
from bots.dispatch import Dispatch
from bots.features import all_features
from bots.ports import Adapter, Clock
from bots.router import Router
from bots.work import Work
from schedules.delivery import Delivery
from schedules.timers import Timers
from storage.engine import Database
from storage.queries import flow


class House:
    """Dispatch, timers and one delivery an account, wired to wake each other."""

    def __init__(
        self,
        database: Database,
        adapters: Sequence[Adapter],
        clock: Clock,
        *,
        router: Router | None = None,
        retention: timedelta = timedelta(days=30),
    ) -> None:
        self.database = database
        self.adapters = tuple(adapters)
        self.router = router or Router(all_features())
        capabilities = {adapter.account: adapter.capabilities for adapter in adapters}
        work = Work(database, self.router, clock, capabilities)
        self.dispatch = Dispatch(database, work, self.router, self._committed)
        self.timers = Timers(database, self.dispatch, clock, retention=retention)
        self.deliveries = [Delivery(database, adapter, clock, self.dispatch) for adapter in adapters]

    def _committed(self, earliest: datetime | None) -> None:
        for delivery in self.deliveries:
            delivery.wake()
        if earliest is not None:
            self.timers.wake_at(earliest)

    async def load(self) -> None:
        """Take up where the last run left off."""
        await self.dispatch.load()

    async def take_up_parked(self) -> None:
        """Values that waited for a message of ours which is known by now (the last run ended in between)."""
        async with self.database.reading() as uow:
            parked = await flow.parked_known(uow)
        if parked:
            await self.dispatch.submit([inbound.decode(payload) for payload in parked])

    async def run(self) -> None:
        """Run until cancelled. Raises AccountRefused (in an ExceptionGroup) when a platform rejects an account."""
        await self.load()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.dispatch.run(), name="dispatch")
                tasks.create_task(self.timers.run(), name="timers")
                for delivery in self.deliveries:
                    tasks.create_task(delivery.run(), name="delivery")
                for adapter in self.adapters:
                    tasks.create_task(adapter.run(self.dispatch), name=f"listen-{adapter.account}")
                await self.take_up_parked()
        finally:
            for adapter in self.adapters:
                await adapter.close()
