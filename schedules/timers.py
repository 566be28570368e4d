"""Due timers become inbound values: the database decides which timers are due.

No sleep is longer than a minute: a longer one would be late after somebody set the clock, or the machine slept.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import OperationalError

from bots.core.inbound import TimerFired
from bots.ports import Clock, Inbox
from schedules.retries import retry_dead_letter
from storage.database import Database
from storage.queries import dead_letters, timers
from storage.queries.timers import ALL_KINDS, Kinds
from storage.tables import Timer

log = structlog.get_logger()
BATCH_SIZE = 32
"""Timers in one transaction: very many may be due at nine, and an answer waits for no more than these."""
LONGEST_SLEEP_SECONDS = 60.0
_RETRY = timedelta(seconds=2)


class Timers:
    """Submits due timers to the inbox, earliest first. Those of the kinds `alone` have a transaction each."""

    def __init__(
        self,
        database: Database,
        inbox: Inbox,
        clock: Clock,
        *,
        which: Kinds = ALL_KINDS,
        alone: Collection[str] = (),
        longest_sleep: float = LONGEST_SLEEP_SECONDS,
    ) -> None:
        self._which = which
        self._alone = frozenset(alone)
        self._database = database
        self._inbox = inbox
        self._clock = clock
        self._longest_sleep = longest_sleep
        self._woken = asyncio.Event()
        self._due = False
        self._next: datetime | None = None

    def wake_at(self, due: datetime) -> None:
        """Wake up at `due`, unless an earlier alarm is set."""
        if self._next is None or due < self._next:
            self._next = due
            self._woken.set()

    def check_now(self) -> None:
        """Check for due timers at once, since somebody moved the clock."""
        self._due = True
        self._woken.set()

    async def run(self) -> None:
        """Fire timers until cancelled."""
        while True:
            self._due = False
            try:
                await self.fire_due()
                await self._set_next_alarm()
            except OperationalError as error:
                log.error("timers-unavailable", error=str(error.orig))
                self._next = None
                self.wake_at(self._clock.now() + _RETRY)
            await self._sleep()

    async def _sleep(self) -> None:
        """Sleep until the next timer, or a minute: then the database is asked again, whatever the clock says."""
        try:
            async with asyncio.timeout(self._longest_sleep):
                while not self._due and (seconds := self._seconds_to_next()) > 0:
                    self._woken.clear()
                    with suppress(TimeoutError):
                        async with asyncio.timeout(min(seconds, self._longest_sleep)):
                            await self._woken.wait()
        except TimeoutError:
            pass  # a minute has passed

    def _seconds_to_next(self) -> float:
        return self._longest_sleep if self._next is None else (self._next - self._clock.now()).total_seconds()

    async def fire_due(self) -> bool:
        """Submit all due timers and return whether there were any. The inbox has committed their effects by then."""
        fired = False
        while True:
            async with self._database.reading() as uow:
                due = await timers.due_timers(uow, self._clock.now(), BATCH_SIZE, self._which)
            if not due:
                return fired
            fired = True
            for timer in due:
                if timer.kind == dead_letters.RETRY:
                    await retry_dead_letter(self._database, self._inbox, timer.subject)
            await self._submit([timer for timer in due if timer.kind != dead_letters.RETRY])

    async def _submit(self, due: Sequence[Timer]) -> None:
        """Submit timers; submit those of long work one by one, or everything would be one transaction."""
        await self._inbox.submit([_fired(timer) for timer in due if timer.kind not in self._alone])
        for timer in due:
            if timer.kind in self._alone:
                await self._inbox.submit([_fired(timer)])

    async def _set_next_alarm(self) -> None:
        """Set the alarm for the next timer, unless somebody sets an earlier one meanwhile."""
        self._next = None
        async with self._database.reading() as uow:
            due = await timers.next_due(uow, self._which)
        if due is not None:
            self.wake_at(due)


def _fired(timer: Timer) -> TimerFired:
    return TimerFired(
        key=f"timer:{timer.id}:{timer.kind}:{timer.subject}:{timer.due.isoformat()}", account="", room="",
        at=timer.due, timer=timer.id, kind=timer.kind, subject=timer.subject, due=timer.due,
    )  # fmt: skip
