"""The tasks that send an account's rows: rooms concurrently, the rows of one room in order."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from datetime import timedelta

import structlog
from sqlalchemy.exc import OperationalError

from bots.ports import Clock
from schedules.delivery.pauses import Pauses
from schedules.delivery.sender import RowSender
from storage.tables import Outbox

log = structlog.get_logger()
ORDERED_BATCH = 32
"""Rows of one ordering key that a task sends before the delivery reads the outbox again."""
MOST_UNORDERED = 64
"""Unordered rows (such as answers to interactions) sent concurrently. Platforms limit them apart from rooms."""
SHUTDOWN_SECONDS = 5.0
"""How long running tasks may take when the delivery stops."""
RETRY_DATABASE = timedelta(seconds=1)


class SendingTasks:
    """One task for each ordering key, and one for each unordered row.

    `note_end` is called when a task ends, with whether it left rows to send, and whether there is space for new tasks.
    """

    def __init__(self, sender: RowSender, pauses: Pauses, clock: Clock, note_end: Callable[[bool, bool], None]) -> None:
        self._sender = sender
        self._pauses = pauses
        self._clock = clock
        self._note_end = note_end
        self._stopping = False
        self._queues: dict[str, deque[Outbox]] = {}  # by ordering key: the rows that its task has yet to send
        self._ordered: dict[str, asyncio.Task[None]] = {}  # by ordering key
        self._unordered: dict[str, asyncio.Task[None]] = {}  # by outbox key
        self._tried: set[str] = set()  # outbox keys of the rows tried since `forget_tried`
        self._under_way: set[str] = set()  # outbox keys of the ordered rows that are being sent

    @property
    def ordered(self) -> int:
        """How many ordering keys have a task."""
        return len(self._ordered)

    @property
    def unordered(self) -> int:
        """How many unordered rows are being sent."""
        return len(self._unordered)

    def running(self) -> list[asyncio.Task[None]]:
        """Return the tasks that run."""
        return [*self._unordered.values(), *self._ordered.values()]

    async def stop(self) -> None:
        """Give the tasks time to record their outcomes, and cancel those that need longer."""
        self._stopping = True
        tasks = self.running()
        if tasks:
            await asyncio.wait(tasks, timeout=SHUTDOWN_SECONDS)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def forget_tried(self) -> None:
        """Forget which rows were tried, before the outbox is read: it says what became of them."""
        self._tried.clear()

    def is_new(self, row: Outbox) -> bool:
        """Return whether no task has the row, or tried it since we began to read: it may be settled by now."""
        return not any(row.key in known for known in (self._unordered, self._tried, self._under_way))

    def has_task(self, ordering_key: str) -> bool:
        """Return whether a task sends the rows of this ordering key."""
        return ordering_key in self._ordered

    def append(self, row: Outbox) -> bool:
        """Give a row to the task of its ordering key. Return False if that one has enough."""
        queue = self._queues[row.ordering_key]
        if len(queue) >= ORDERED_BATCH:
            return False
        queue.append(row)
        return True

    def start_unordered(self, row: Outbox) -> None:
        """Send a row that waits for no other."""
        self._unordered[row.key] = asyncio.create_task(self._send_unordered(row))

    async def _send_unordered(self, row: Outbox) -> None:
        postponed = True
        try:
            postponed = not await self._sender.send(row)
        except OperationalError as error:
            log.error("outbox-unavailable", error=str(error.orig))
            self._pauses.pause(row.ordering_key, self._clock.now() + RETRY_DATABASE)
        finally:
            self._tried.add(row.key)
            del self._unordered[row.key]
            self._note_end(postponed, len(self._unordered) in (0, MOST_UNORDERED // 2 - 1))

    def start_ordered(self, ordering_key: str, rows: Iterable[Outbox]) -> None:
        """Send these rows one after the other."""
        self._queues[ordering_key] = deque(rows)
        self._ordered[ordering_key] = asyncio.create_task(self._send_ordered(ordering_key))

    async def _send_ordered(self, ordering_key: str) -> None:
        """Send the key's rows in order. Stop at one that needs another try later; the outbox keeps the others."""
        queue = self._queues[ordering_key]
        sent_all = False
        try:
            while queue and not (self._stopping or self._pauses.held):
                row = queue.popleft()
                self._tried.add(row.key)
                if row.not_before > self._clock.now():
                    if row.attempts:
                        self._pauses.pause(ordering_key, row.not_before)
                        return
                elif not await self._send(row):
                    return
            sent_all = not queue
        except OperationalError as error:
            log.error("outbox-unavailable", error=str(error.orig))
            self._pauses.pause(ordering_key, self._clock.now() + RETRY_DATABASE)
        finally:
            del self._ordered[ordering_key], self._queues[ordering_key]
            self._note_end(not sent_all, True)

    async def _send(self, row: Outbox) -> bool:
        """Send an ordered row. If its room moves meanwhile, the outbox has it under another ordering key."""
        self._under_way.add(row.key)
        try:
            return await self._sender.send(row)
        finally:
            self._under_way.discard(row.key)
