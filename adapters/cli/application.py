"""Wire a database, adapters and a clock into one running application."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from bots.core import inbound
from bots.core.inbound import Attachment
from bots.dispatch.inbox import Dispatch
from bots.dispatch.processor import BatchProcessor
from bots.dispatch.rate_limits import DEFAULT_LIMITS, Limits, RateLimiter
from bots.features.registry import FEATURES
from bots.ports import Adapter, Capabilities, Clock
from bots.retry import retry_while_locked
from bots.routing.router import Router
from bots.turn.effects import Effects
from schedules.delivery.files import FileStore
from schedules.delivery.worker import Delivery
from schedules.housekeeping import Housekeeping
from schedules.timers import Timers
from storage.crash_journal import CrashJournal
from storage.database import Database
from storage.queries import inbox


def spare_collector() -> None:
    """Leave what is loaded by now out of garbage collections: each full one would stop everybody for 0.1 s.

    https://docs.python.org/3/library/gc.html#gc.freeze
    """
    gc.collect()
    gc.freeze()


class CapabilityMap(Mapping[str, Capabilities]):
    """The current capabilities of each account's platform; an account that is no longer configured has none."""

    def __init__(self, adapters: Sequence[Adapter]) -> None:
        self._adapters = {adapter.account: adapter for adapter in adapters}

    def __getitem__(self, account: str) -> Capabilities:
        adapter = self._adapters.get(account)
        return adapter.capabilities if adapter is not None else Capabilities(platform="")

    def __iter__(self) -> Iterator[str]:
        return iter(self._adapters)

    def __len__(self) -> int:
        return len(self._adapters)


class Application:
    """Dispatch, timers and one delivery for each account, wired to wake each other."""

    def __init__(
        self,
        database: Database,
        adapters: Sequence[Adapter],
        clock: Clock,
        *,
        router: Router | None = None,
        retention: timedelta = timedelta(days=30),
        journal: CrashJournal | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self.database = database
        self.adapters = tuple(adapters)
        self.clock = clock
        self.router = router or Router(FEATURES)
        self.journal = journal or CrashJournal()
        processor = BatchProcessor(database, self.router, clock, CapabilityMap(adapters), self.journal)
        self.dispatch = Dispatch(database, processor, self.router, self._committed, RateLimiter(limits, clock))
        self.timers = Timers(database, self.dispatch, clock)
        self.housekeeping = Housekeeping(database, clock, retention=retention)
        self.files = FileStore(self._read)
        self.deliveries = [Delivery(database, adapter, clock, self.dispatch, self.files) for adapter in adapters]

    def _committed(self, effects: Effects) -> None:
        for delivery in self.deliveries:
            delivery.offer(effects.queued)
            if effects.outbox_changed or effects.uncertain:
                delivery.wake()
        if effects.uncertain:
            self.timers.check_now()
        if effects.earliest_timer is not None:
            self.timers.wake_at(effects.earliest_timer)

    async def resume(self) -> None:
        """Continue where the last run stopped."""
        async with self.database.transaction() as uow:
            for feature in self.router.features:
                if feature.resume is not None:
                    await feature.resume(uow, self.clock.now())
        await self.dispatch.load()
        for delivery in self.deliveries:
            await delivery.recover()

    async def _read(self, attachment: Attachment) -> bytes | None:
        """Read a file from the account that has it."""
        holder = next((adapter for adapter in self.adapters if adapter.account == attachment.account), None)
        return await holder.read(attachment) if holder is not None else None

    async def resubmit_parked(self) -> None:
        """Submit parked values whose message we know now, since the last run ended before it did."""
        parked = await retry_while_locked(self._parked_ready)
        if parked:
            await self.dispatch.submit([inbound.decode(payload) for payload in parked])

    async def _parked_ready(self) -> list[str]:
        async with self.database.reading() as uow:
            return [value for each in self.adapters for value in await inbox.parked_ready(uow, each.account)]

    async def run(self) -> None:
        """Run until cancelled. Raises what an adapter's `run` raises, in an ExceptionGroup."""
        await retry_while_locked(self.resume)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.journal.watch(), name="watch-for-hangs")
                tasks.create_task(self.dispatch.run(), name="dispatch")
                tasks.create_task(self.timers.run(), name="timers")
                tasks.create_task(self.housekeeping.run(), name="housekeeping")
                for delivery in self.deliveries:
                    tasks.create_task(delivery.run(), name="delivery")
                for adapter in self.adapters:
                    tasks.create_task(adapter.run(self.dispatch), name=f"listen-{adapter.account}")
                await self.resubmit_parked()
        finally:
            for adapter in self.adapters:
                await adapter.close()
            self.files.close()
            self.journal.close()
