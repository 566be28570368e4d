"""The delivery of one account's outbox: rooms concurrently, the rows of one room in order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

import structlog
from sqlalchemy.exc import OperationalError

from bots.ports import Adapter, Clock, Inbox
from schedules.calendars.reader import CalendarReader
from schedules.delivery.backlog import Backlog
from schedules.delivery.files import FileStore
from schedules.delivery.pauses import Pauses
from schedules.delivery.results import interrupted_outcome
from schedules.delivery.sender import RowSender
from schedules.delivery.sending_tasks import MOST_UNORDERED, ORDERED_BATCH, RETRY_DATABASE, SendingTasks
from storage.database import Database
from storage.queries import outbox
from storage.tables import Outbox

log = structlog.get_logger()
CONTENDED_BATCH = 4
"""Rows of one ordering key that a task sends while more ordering keys wait than the platform serves at once."""
LONGEST_SLEEP_SECONDS = 60.0


class Delivery:
    """Sends the outbox rows of one account.

    A row that was just committed is usually sent at once, without a query. The outbox is asked for the others: while
    more of them wait than can be sent, after a pause, after a start, and for what other processes put there.
    """

    def __init__(
        self, database: Database, adapter: Adapter, clock: Clock, inbox: Inbox, files: FileStore,
        calendars: CalendarReader | None = None,
    ) -> None:  # fmt: skip
        self._database = database
        self._adapter = adapter
        self._clock = clock
        self._pauses = self.pauses = Pauses(database, adapter.account)
        self._sender = RowSender(database, adapter, clock, inbox, files, self._pauses, self.wake, calendars)
        self._backlog = Backlog(adapter.account)
        self._tasks = SendingTasks(self._sender, self._pauses, clock, self._note_end)
        self._wake = asyncio.Event()
        self.before_sending: Callable[[], Awaitable[None]] | None = None  # called after each reading of the outbox
        self._offered: list[Outbox] = []
        self._behind = True  # the outbox may hold due rows that no task has

    def offer(self, rows: Iterable[Outbox]) -> None:
        """Take rows that were just committed. Those of other accounts are ignored."""
        self._offered += [row for row in rows if row.account == self._adapter.account]
        if self._offered:
            self._wake.set()

    def note_moves(self, rooms: Iterable[tuple[str, str]]) -> None:
        """Note that these rooms (account, room) have new ids: rows that we have read may name the old ones."""
        self._sender.moved_rooms.update(room for account, room in rooms if account == self._adapter.account)

    def wake(self) -> None:
        """Ask the outbox for rows."""
        self._behind = True
        self._wake.set()

    def _note_end(self, left_rows: bool, has_space: bool) -> None:
        """Read the outbox again after a task that left rows, or as soon as others can start."""
        if left_rows:
            self.wake()
        elif self._behind and has_space:
            self._wake.set()

    async def recover(self) -> None:
        """Load the account's pause, and settle the rows that the last run was sending. Call once, before `run`."""
        async with self._database.transaction() as uow:
            await self._pauses.load(uow)
            outcomes = []
            for row in await outbox.interrupted(uow, self._adapter.account):
                idempotent = self._adapter.capabilities.idempotent
                outcome = interrupted_outcome(row, self._clock.now(), idempotent=idempotent)
                log.warning("outbox-interrupted", key=row.key, kind=row.kind, room=row.room, settled=outcome.state)
                outcomes.append(outcome)
            await self._sender.outcomes.store(uow, outcomes)

    async def run(self) -> None:
        """Deliver until cancelled."""
        try:
            while True:
                self._wake.clear()
                try:
                    now = self._clock.now()
                    await self._start_tasks(now)
                    seconds = self._seconds_to_next(now)
                except OperationalError as error:
                    log.error("outbox-unavailable", error=str(error.orig))
                    seconds = RETRY_DATABASE.total_seconds()
                    self._behind = True
                try:
                    async with asyncio.timeout(seconds):
                        await self._wake.wait()
                except TimeoutError:  # something is due
                    self._behind = True
        finally:
            await self._tasks.stop()

    async def drain(self) -> bool:
        """Send everything that is due and return whether there was anything. For tests and the demo."""
        now = self._clock.now()
        await self._start_tasks(now)
        if not self._tasks.running():
            async with self._database.reading() as uow:
                self._behind = await outbox.any_due(uow, self._adapter.account, now)
            await self._start_tasks(now)
        tasks = self._tasks.running()
        await asyncio.gather(*tasks)
        return bool(tasks)

    async def _start_tasks(self, now: datetime) -> None:
        """Start tasks for the due rows, up to the limits."""
        offered, self._offered = self._offered, []
        if self._pauses.account_paused(now):
            self._behind = True
            return
        for row in offered:
            if not self._backlog.has_seen(row) and not self._take(row, now):
                self._behind = True
        if self._behind:
            await self._read_outbox(now)

    def _take(self, row: Outbox, now: datetime) -> bool:
        """Send a row that was just committed. Return False to leave it to the outbox."""
        if row.not_before > now:
            self._backlog.note_due(row.not_before)
            return True
        if row.ordering_key == row.key:
            if self._tasks.unordered >= MOST_UNORDERED or row.ordering_key in self._pauses:
                return False
            self._tasks.start_unordered(row)
            return True
        if self._behind or self._pauses.paused_from(row.ordering_key) is not None:
            return False  # earlier rows may wait
        if self._tasks.has_task(row.ordering_key):
            return self._tasks.append(row)
        if self._tasks.ordered >= self._adapter.capabilities.concurrent_rooms:
            return False
        self._tasks.start_ordered(row.ordering_key, [row])
        return True

    async def _read_outbox(self, now: datetime) -> None:
        """Start tasks for what the outbox holds. We stay behind unless the tasks have all rows."""
        self._behind = False
        self._tasks.forget_tried()
        busy = self._tasks.unordered > MOST_UNORDERED // 2  # the end of a task wakes us once half of them are done
        free = self._adapter.capabilities.concurrent_rooms - self._tasks.ordered
        most = MOST_UNORDERED + self._tasks.unordered
        async with self._database.reading() as uow:
            single = [] if busy else await outbox.due_unordered(uow, self._adapter.account, now, most)
            await self._backlog.read(uow, now, free)
            keys = self._backlog.next_keys(free, self._may_start)
            batch = CONTENDED_BATCH if self._backlog.waiting else ORDERED_BATCH
            paused = {key: level for key in keys if (level := self._pauses.paused_from(key)) is not None}
            rows = await outbox.pending_by_ordering_key(uow, self._adapter.account, keys, batch, paused) if keys else {}
        if self.before_sending is not None:
            await self.before_sending()
        ready = [row for row in single if self._tasks.is_new(row) and row.ordering_key not in self._pauses]
        room = MOST_UNORDERED - self._tasks.unordered
        for row in ready[:room]:
            self._tasks.start_unordered(row)
        for key in keys:
            self._tasks.start_ordered(key, [row for row in rows[key] if self._tasks.is_new(row)])
        cut = len(single) == most or any(len(rows[key]) == batch or key in paused for key in keys)
        if busy or cut or len(ready) > room or len(ready) < len(single) or self._backlog.waiting:
            self._behind = True

    def _may_start(self, ordering_key: str, priority: int) -> bool:
        """Return whether a task for this key may start now. If not, the outbox keeps its rows."""
        paused = self._pauses.paused_from(ordering_key)
        if self._tasks.has_task(ordering_key) or (paused is not None and priority >= paused):
            self._behind = True
            return False
        return True

    def _seconds_to_next(self, now: datetime) -> float:
        """Return the seconds until the next row is due or a pause ends, at most a minute: somebody may set the clock.

        The check matters even with all ordered tasks busy, since unordered rows need none.
        """
        due = None if self._pauses.held else self._backlog.next_due
        times = self._pauses.ends_after(now) + ([due] if due is not None else [])
        seconds = (min(times) - self._clock.now()).total_seconds() if times else LONGEST_SLEEP_SECONDS
        return min(max(0.01, seconds), LONGEST_SLEEP_SECONDS)
