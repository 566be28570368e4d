"""The delivery of one account's outbox: rooms concurrently, the rows of one room in order."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import OperationalError

from bots.core.outbound import Answer, kind_of
from bots.ports import Adapter, Clock, Inbox
from schedules.delivery.files import FileStore
from schedules.delivery.pauses import Pauses
from schedules.delivery.results import Outcome, unknown_outcome
from schedules.delivery.sender import RowSender
from storage.database import Database
from storage.queries import outbox
from storage.tables import Outbox, OutboxState

log = structlog.get_logger()
ORDERED_BATCH = 32
"""Rows of one ordering key that a task sends before the delivery reads the outbox again."""
CONTENDED_BATCH = 4
"""The same while more ordering keys wait than the platform serves at once."""
MAX_SERVED = 512
"""Ordering keys that the delivery remembers as served in this round."""
MOST_UNORDERED = 64
"""Unordered rows (such as answers to interactions) sent concurrently. Platforms limit them apart from rooms."""
LONGEST_SLEEP_SECONDS = 60.0
SHUTDOWN_SECONDS = 5.0
"""How long running tasks may take when the delivery stops."""
_RETRY_DATABASE = timedelta(seconds=1)


class Delivery:
    """Sends the outbox rows of one account."""

    def __init__(self, database: Database, adapter: Adapter, clock: Clock, inbox: Inbox, files: FileStore) -> None:
        self._database = database
        self._adapter = adapter
        self._clock = clock
        self._pauses = Pauses(database, adapter.account)
        self._sender = RowSender(database, adapter, clock, inbox, files, self._pauses)
        self._wake = asyncio.Event()
        self._stopping = False
        self._ordered: dict[str, asyncio.Task[None]] = {}  # by ordering key
        self._unordered: dict[str, asyncio.Task[None]] = {}  # by outbox key
        self._served: dict[str, None] = {}  # ordering keys that had their turn in this round, oldest first

    def wake(self) -> None:
        """Check the outbox."""
        self._wake.set()

    async def recover(self) -> None:
        """Load the account's pause, and settle the rows that the last run was sending. Call once, before `run`."""
        async with self._database.transaction() as uow:
            await self._pauses.load(uow)
            outcomes = []
            for row in await outbox.interrupted(uow, self._adapter.account):
                outcome = self._interrupted(row, "the last run ended while it was being sent")
                log.warning("outbox-interrupted", key=row.key, kind=row.kind, room=row.room, settled=outcome.state)
                outcomes.append(outcome)
            await self._sender.outcomes.store(uow, outcomes)

    def _interrupted(self, row: Outbox, why: str) -> Outcome:
        """Decide about a row that the last run was sending. An idempotency key allows sending it again."""
        now = self._clock.now()
        answers_interaction = row.kind == kind_of(Answer) and row.ordering_key == row.key
        if self._adapter.capabilities.idempotent or answers_interaction:  # A second answer shows no second notice.
            return Outcome(row, OutboxState.PENDING, detail=why, until=now)
        return unknown_outcome(row, now, why, crashed=True)

    async def run(self) -> None:
        """Deliver until cancelled."""
        try:
            while True:
                self._wake.clear()
                try:
                    now = self._clock.now()
                    await self._start_tasks(now)
                    seconds = await self._seconds_to_next(now)
                except OperationalError as error:
                    log.error("outbox-unavailable", error=str(error.orig))
                    seconds = _RETRY_DATABASE.total_seconds()
                with suppress(TimeoutError):  # something is due
                    async with asyncio.timeout(seconds):
                        await self._wake.wait()
        finally:
            await self._stop()

    async def _stop(self) -> None:
        """Stop starting tasks, and give the running ones time to record their outcomes."""
        self._stopping = True
        tasks = [*self._ordered.values(), *self._unordered.values()]
        if tasks:
            await asyncio.wait(tasks, timeout=SHUTDOWN_SECONDS)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def drain(self) -> bool:
        """Send everything that is due and return whether there was anything. For tests and the demo."""
        await self._start_tasks(self._clock.now())
        tasks = [*self._unordered.values(), *self._ordered.values()]
        await asyncio.gather(*tasks)
        return bool(tasks)

    async def _start_tasks(self, now: datetime) -> None:
        """Start tasks for the due rows, up to the limits."""
        if self._pauses.account_paused(now):
            return
        await self._start_unordered(now)
        await self._start_ordered(now)

    async def _start_unordered(self, now: datetime) -> None:
        """Start a task for each due row that doesn't wait for others."""
        free = MOST_UNORDERED - len(self._unordered)
        if free <= MOST_UNORDERED // 2:
            return  # the end of a task wakes us once half of them are done
        async with self._database.reading() as uow:
            rows = await outbox.due_unordered(uow, self._adapter.account, now, MOST_UNORDERED + len(self._unordered))
        ready = [row for row in rows if row.key not in self._unordered and row.ordering_key not in self._pauses]
        for row in ready[:free]:
            self._unordered[row.key] = asyncio.create_task(self._send_unordered(row))

    async def _send_unordered(self, row: Outbox) -> None:
        postponed = True
        try:
            postponed = not await self._sender.send(row)
        except OperationalError as error:
            log.error("outbox-unavailable", error=str(error.orig))
            self._pauses.pause(row.ordering_key, self._clock.now() + _RETRY_DATABASE)
        finally:
            del self._unordered[row.key]
            if postponed or len(self._unordered) in (0, MOST_UNORDERED // 2 - 1):
                self._wake.set()

    async def _start_ordered(self, now: datetime) -> None:
        """Start a task for each ordering key that has due rows and no task; those that had no turn yet come first."""
        free = self._adapter.capabilities.concurrent_rooms - len(self._ordered)
        if free <= 0:
            return
        most = free + 1 + len(self._ordered) + len(self._pauses) + len(self._served)
        async with self._database.reading() as uow:
            due = await outbox.due_ordering_keys(uow, self._adapter.account, now, most)
            free_keys = [(key, urgency) for key, urgency in due if key not in self._ordered]
            waiting = [(key, urgency) for key, urgency in free_keys if self._may_send(key, urgency)]
            ranked = sorted(waiting, key=lambda pair: (pair[1], pair[0] in self._served))
            keys = [key for key, _ in ranked[:free]]
            batch = ORDERED_BATCH if len(waiting) <= free else CONTENDED_BATCH
            paused = {key: level for key in keys if (level := self._pauses.paused_from(key)) is not None}
            rows = await outbox.pending_by_ordering_key(uow, self._adapter.account, keys, batch, paused) if keys else {}
        self._note_served(keys)
        for key in keys:
            self._ordered[key] = asyncio.create_task(self._send_ordered(key, rows[key]))

    def _may_send(self, ordering_key: str, priority: int) -> bool:
        paused = self._pauses.paused_from(ordering_key)
        return paused is None or priority < paused

    def _note_served(self, keys: Sequence[str]) -> None:
        """Remember who had a turn. When everybody who waits had one, a new round begins with these keys."""
        if any(key in self._served for key in keys):
            self._served.clear()
        self._served |= dict.fromkeys(keys)
        while len(self._served) > MAX_SERVED:
            del self._served[next(iter(self._served))]

    async def _send_ordered(self, ordering_key: str, rows: Sequence[Outbox]) -> None:
        """Send the rows in order. Stop at a row that needs another try later."""
        try:
            for row in rows:
                if self._stopping:
                    return
                if row.not_before > self._clock.now():
                    if row.attempts:
                        self._pauses.pause(ordering_key, row.not_before)
                        return
                    continue
                if not await self._sender.send(row):
                    return
        except OperationalError as error:
            log.error("outbox-unavailable", error=str(error.orig))
            self._pauses.pause(ordering_key, self._clock.now() + _RETRY_DATABASE)
        finally:
            del self._ordered[ordering_key]
            self._wake.set()

    async def _seconds_to_next(self, now: datetime) -> float:
        """Return the seconds until the next row is due or a pause ends, at most a minute: somebody may set the clock.

        The check matters even with all ordered tasks busy, since unordered rows need none.
        """
        async with self._database.reading() as uow:
            due = await outbox.next_due(uow, self._adapter.account, now)
        times = self._pauses.ends_after(now) + ([due] if due is not None else [])
        seconds = (min(times) - self._clock.now()).total_seconds() if times else LONGEST_SLEEP_SECONDS
        return min(max(0.01, seconds), LONGEST_SLEEP_SECONDS)
