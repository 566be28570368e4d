"""Wire a database, adapters and a clock into one running application."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

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
from schedules.calendars.reader import CalendarReader
from schedules.delivery.files import FileStore
from schedules.delivery.remote_files import RemoteFiles
from schedules.delivery.worker import Delivery
from schedules.housekeeping import Housekeeping
from schedules.peers import Peers
from schedules.timers import Timers
from storage.crash_journal import CrashJournal
from storage.database import Database
from storage.queries import inbox
from storage.queries.timers import Kinds


def freeze_loaded_objects() -> None:
    """Exclude the objects loaded so far from garbage collections: each full one would stop everybody for 0.1 s.

    `glocal run` has none until then, and none now: they would take a fifth of its start, for less than 1 MB.
    https://docs.python.org/3/library/gc.html#gc.freeze
    """
    gc.freeze()
    gc.enable()


class CapabilityMap(Mapping[str, Capabilities]):
    """The current capabilities of each account's platform; an account without settings has none.

    `elsewhere`: those of the accounts that other processes hold.
    """

    def __init__(self, adapters: Mapping[str, Adapter], elsewhere: Mapping[str, Capabilities]) -> None:
        self._adapters = adapters
        self._elsewhere = elsewhere

    def __getitem__(self, account: str) -> Capabilities:
        adapter = self._adapters.get(account)
        return adapter.capabilities if adapter is not None else self._elsewhere.get(account) or _NO_CAPABILITIES

    def __iter__(self) -> Iterator[str]:
        return iter({**self._elsewhere, **self._adapters})

    def __len__(self) -> int:
        return len({**self._elsewhere, **self._adapters})


_NO_CAPABILITIES = Capabilities(platform="")


class Application:
    """Dispatch, timers and one delivery for each account, wired to wake each other.

    With `peers`, several processes share the work, and our part of it changes (`adapters/cli/shared_run.py`).
    """

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
        peers: Peers | None = None,
        web_address: str = "",
    ) -> None:
        self.database = database
        self.peers = peers
        self.accounts: dict[str, tuple[Adapter, Delivery]] = {}
        """The accounts of this process, by name."""
        self._adapters: dict[str, Adapter] = {}
        self.clock = clock
        self.router = router or Router(FEATURES)
        self.router.extensions = replace(self.router.extensions, web_address=web_address)
        self.journal = journal or CrashJournal()
        self.capabilities = CapabilityMap(self._adapters, peers.capabilities if peers is not None else {})
        announce = peers.announce if peers is not None else None
        processor = BatchProcessor(database, self.router, clock, self.capabilities, self.journal, announce)
        self.dispatch = Dispatch(database, processor, self.router, self._committed, RateLimiter(limits, clock))
        if peers is not None:
            self.dispatch.message_filter.leaves_out = lambda account: account not in peers.accounts
        background = self.router.background if peers is not None else frozenset[str]()
        alone = self.router.background
        self.timers = Timers(database, self.dispatch, clock, which=Kinds(background), alone=alone)
        self.background_timers = Timers(
            database, self.dispatch, clock, which=Kinds(background, others=False), alone=alone
        )
        self.housekeeping = Housekeeping(database, clock, retention=retention)
        self.files = FileStore(self._read)
        self.calendars = CalendarReader(self._read, clock)
        self.remote_files = RemoteFiles(database, clock, peers, self.files) if peers is not None else None
        for adapter in adapters:
            self.add(adapter)

    @property
    def adapters(self) -> list[Adapter]:
        """The adapters of this process."""
        return list(self._adapters.values())

    @property
    def deliveries(self) -> list[Delivery]:
        """The deliveries of this process."""
        return [delivery for _, delivery in self.accounts.values()]

    def add(self, adapter: Adapter) -> Delivery:
        """Take an account, and make its delivery."""
        delivery = Delivery(self.database, adapter, self.clock, self.dispatch, self.files, self.calendars)
        if self.peers is not None:
            follow = self.peers.follow_filter
            delivery.before_sending = partial(follow, adapter.account, self.dispatch.load)
        self._adapters[adapter.account] = adapter
        self.accounts[adapter.account] = adapter, delivery
        return delivery

    def remove(self, account: str) -> None:
        """Leave an account to another process."""
        del self._adapters[account], self.accounts[account]

    def _committed(self, effects: Effects) -> None:
        for delivery in self.deliveries:
            delivery.note_moves(effects.moved_rooms)
            delivery.offer(effects.queued)
            if effects.outbox_changed or effects.uncertain:
                delivery.wake()
        self.wake_timers(effects.earliest_timer, check=effects.uncertain)

    def wake_timers(self, earliest: datetime | None, *, check: bool) -> None:
        """Wake the timers at the earliest new one. `check`: ask the database now, since it may know of others."""
        for timers in (self.timers, self.background_timers):
            if check:
                timers.check_now()
            if earliest is not None:
                timers.wake_at(earliest)

    async def resume(self) -> None:
        """Continue where the last run stopped."""
        await self.restore_timers()
        await self.dispatch.load()
        for delivery in self.deliveries:
            await delivery.recover()

    async def restore_timers(self) -> None:
        """Set the timers that are missing."""
        async with self.database.transaction() as uow:
            for feature in self.router.features:
                if feature.resume is not None:
                    await feature.resume(uow, self.clock.now())

    async def _read(self, attachment: Attachment) -> bytes | None:
        """Read a file from the account that has it. Raises FileDelayed."""
        holder = self._adapters.get(attachment.account)
        if holder is not None:
            return await holder.read(attachment)
        return await self.remote_files.read(attachment) if self.remote_files is not None else None

    async def resubmit_parked(self) -> None:
        """Submit parked values whose message we know now: the last run ended before it could."""
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
                self.run_core(tasks)
                tasks.create_task(self.timers.run(), name="timers")
                tasks.create_task(self.housekeeping.run(), name="housekeeping")
                for delivery in self.deliveries:
                    tasks.create_task(delivery.run(), name="delivery")
                for adapter in self.adapters:
                    tasks.create_task(adapter.run(self.dispatch), name=f"listen-{adapter.account}")
                await self.resubmit_parked()
        finally:
            await self.close()

    def run_core(self, tasks: asyncio.TaskGroup) -> None:
        """Start what every process needs."""
        tasks.create_task(self.journal.watch(), name="watch-for-hangs")
        tasks.create_task(self.dispatch.run(), name="dispatch")

    async def close(self) -> None:
        """Close the connections and files."""
        for adapter in self.adapters:
            await adapter.close()
        self.files.close()
        self.journal.close()
