"""The one place that knows everyone: puts a database, adapters and the clock together into a running whole."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from bots.core import inbound
from bots.core.inbound import Attachment
from bots.dispatch.inbox import Dispatch
from bots.dispatch.processor import Work
from bots.features.registry import FEATURES
from bots.ports import Adapter, Capabilities, Clock
from bots.retry import retry_while_locked
from bots.routing.router import Router
from schedules.delivery.worker import Delivery
from schedules.timers import Timers
from storage.database import Database
from storage.queries import inbox


class Offered(Mapping[str, Capabilities]):
    """What each account's platform can do, as it knows by now. Of an account that is configured no more, nothing."""

    def __init__(self, adapters: Sequence[Adapter]) -> None:
        self._adapters = {adapter.account: adapter for adapter in adapters}

    def __getitem__(self, account: str) -> Capabilities:
        adapter = self._adapters.get(account)
        return adapter.capabilities if adapter is not None else Capabilities(platform="")

    def __iter__(self) -> Iterator[str]:
        return iter(self._adapters)

    def __len__(self) -> int:
        return len(self._adapters)


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
        self.clock = clock
        self.router = router or Router(FEATURES)
        work = Work(database, self.router, clock, Offered(adapters))
        self.dispatch = Dispatch(database, work, self.router, self._committed)
        self.timers = Timers(database, self.dispatch, clock, retention=retention)
        self.deliveries = [Delivery(database, adapter, clock, self.dispatch, self._read) for adapter in adapters]

    def _committed(self, earliest: datetime | None) -> None:
        for delivery in self.deliveries:
            delivery.wake()
        if earliest is not None:
            self.timers.wake_at(earliest)

    async def load(self) -> None:
        """Take up where the last run left off."""
        async with self.database.transaction() as uow:
            for feature in self.router.features:
                if feature.resumes is not None:
                    await feature.resumes(uow, self.clock.now())
        await self.dispatch.load()
        for delivery in self.deliveries:
            await delivery.recover()

    async def _read(self, attachment: Attachment) -> bytes | None:
        """A file's content, from the account that has it."""
        if attachment.data is not None:
            return attachment.data.encode()
        holder = next((adapter for adapter in self.adapters if adapter.account == attachment.account), None)
        return await holder.read(attachment) if holder is not None else None

    async def take_up_parked(self) -> None:
        """Values that waited for a message of ours and need not any more (the last run ended in between)."""
        parked = await retry_while_locked(self._parked_ready)
        if parked:
            await self.dispatch.submit([inbound.decode(payload) for payload in parked])

    async def _parked_ready(self) -> list[str]:
        async with self.database.reading() as uow:
            return [value for each in self.adapters for value in await inbox.parked_ready(uow, each.account)]

    async def run(self) -> None:
        """Run until cancelled. Raises AccountRefused (in an ExceptionGroup) when a platform rejects an account."""
        await retry_while_locked(self.load)
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
