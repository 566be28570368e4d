"""Due rows become inbound values: APScheduler wakes the process, the database decides what is due."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.exc import OperationalError

from bots.core.inbound import TimerFired
from bots.ports import Clock, Inbox
from storage.database import Database
from storage.queries import retention, timers
from storage.retention import KEPT_MESSAGES
from storage.tables import Timer

log = structlog.get_logger()
AT_ONCE = 256
_WAKE = "wake"
_RETRY = timedelta(seconds=2)


class Timers:
    """Fires what is due, the earliest first."""

    def __init__(self, database: Database, inbox: Inbox, clock: Clock, *, retention: timedelta) -> None:
        self._database = database
        self._inbox = inbox
        self._clock = clock
        self._retention = retention
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._due = asyncio.Event()
        self._next: datetime | None = None

    def wake_at(self, due: datetime) -> None:
        """Something was scheduled for `due`: wake up for it if it is the next."""
        if self._next is None or due < self._next:
            self._next = due
            self._set_alarm(due)

    def _set_alarm(self, due: datetime) -> None:
        seconds = max(0.0, (due - self._clock.now()).total_seconds())
        at = datetime.now(UTC) + timedelta(seconds=seconds)
        self._scheduler.add_job(
            self._due.set, "date", run_date=at, id=_WAKE, replace_existing=True, misfire_grace_time=None
        )

    def look_now(self) -> None:
        """Look at once (the clock was moved)."""
        self._due.set()

    async def run(self) -> None:
        """Fire until cancelled; once a night forget what is older than the retention time."""
        self._scheduler.add_job(self.tidy, "cron", hour=3, minute=20, misfire_grace_time=None, coalesce=True)
        self._scheduler.start()
        try:
            while True:
                self._due.clear()
                try:
                    await self.fire_due()
                    await self._rest()
                except OperationalError as error:
                    log.error("timers-unavailable", error=str(error.orig))
                    self._next = None
                    self.wake_at(self._clock.now() + _RETRY)
                await self._due.wait()
        finally:
            self._scheduler.shutdown(wait=False)

    async def fire_due(self) -> bool:
        """Hand in all that is due; False when nothing was. Returns once what it caused is committed."""
        fired = False
        while True:
            async with self._database.reading() as uow:
                due = await timers.due_timers(uow, self._clock.now(), AT_ONCE)
            if not due:
                return fired
            fired = True
            await self._inbox.submit([_fired(timer) for timer in due])

    async def _rest(self) -> None:
        """Set the alarm for the next timer, unless an earlier one was set while we looked."""
        self._next = None
        async with self._database.reading() as uow:
            due = await timers.next_due(uow)
        if due is not None:
            self.wake_at(due)

    async def tidy(self) -> None:
        """Retention."""
        async with self._database.transaction() as uow:
            await retention.forget_before(uow, self._clock.now() - self._retention)
            await retention.forget_kept(uow, self._clock.now() - KEPT_MESSAGES)
        log.info("tidied", retention_days=self._retention.days)


def _fired(timer: Timer) -> TimerFired:
    assert timer.id is not None
    return TimerFired(
        key=f"timer:{timer.id}:{timer.kind}:{timer.subject}:{timer.due.isoformat()}", account="", room="",
        at=timer.due, timer=timer.id, kind=timer.kind, subject=timer.subject, due=timer.due,
    )  # fmt: skip
