"""Due timers become inbound values: APScheduler wakes the process, the database decides which timers are due."""

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
from storage.queries.retention import MESSAGE_CACHE_TIME
from storage.tables import Timer

log = structlog.get_logger()
BATCH_SIZE = 256
_ALARM = "wake"
_RETRY = timedelta(seconds=2)


class Timers:
    """Submits due timers to the inbox, earliest first."""

    def __init__(self, database: Database, inbox: Inbox, clock: Clock, *, retention: timedelta) -> None:
        self._database = database
        self._inbox = inbox
        self._clock = clock
        self._retention = retention
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._due = asyncio.Event()
        self._next: datetime | None = None

    def wake_at(self, due: datetime) -> None:
        """Wake up at `due`, unless an earlier alarm is set."""
        if self._next is None or due < self._next:
            self._next = due
            self._set_alarm(due)

    def _set_alarm(self, due: datetime) -> None:
        seconds = max(0.0, (due - self._clock.now()).total_seconds())
        at = datetime.now(UTC) + timedelta(seconds=seconds)
        self._scheduler.add_job(
            self._due.set, "date", run_date=at, id=_ALARM, replace_existing=True, misfire_grace_time=None
        )

    def check_now(self) -> None:
        """Check for due timers at once, since somebody moved the clock."""
        self._due.set()

    async def run(self) -> None:
        """Fire timers until cancelled. Delete expired rows every night."""
        self._scheduler.add_job(self.delete_expired, "cron", hour=3, minute=20, misfire_grace_time=None, coalesce=True)
        self._scheduler.start()
        try:
            while True:
                self._due.clear()
                try:
                    await self.fire_due()
                    await self._set_next_alarm()
                except OperationalError as error:
                    log.error("timers-unavailable", error=str(error.orig))
                    self._next = None
                    self.wake_at(self._clock.now() + _RETRY)
                await self._due.wait()
        finally:
            self._scheduler.shutdown(wait=False)

    async def fire_due(self) -> bool:
        """Submit all due timers and return whether there were any. The inbox has committed their effects by then."""
        fired = False
        while True:
            async with self._database.reading() as uow:
                due = await timers.due_timers(uow, self._clock.now(), BATCH_SIZE)
            if not due:
                return fired
            fired = True
            await self._inbox.submit([_fired(timer) for timer in due])

    async def _set_next_alarm(self) -> None:
        """Set the alarm for the next timer, unless somebody sets an earlier one meanwhile."""
        self._next = None
        async with self._database.reading() as uow:
            due = await timers.next_due(uow)
        if due is not None:
            self.wake_at(due)

    async def delete_expired(self) -> None:
        """Delete the rows whose retention time is over."""
        async with self._database.transaction() as uow:
            await retention.delete_older_than(uow, self._clock.now() - self._retention)
            await retention.delete_cached_messages_older_than(uow, self._clock.now() - MESSAGE_CACHE_TIME)
        log.info("tidied", retention_days=self._retention.days)


def _fired(timer: Timer) -> TimerFired:
    return TimerFired(
        key=f"timer:{timer.id}:{timer.kind}:{timer.subject}:{timer.due.isoformat()}", account="", room="",
        at=timer.due, timer=timer.id, kind=timer.kind, subject=timer.subject, due=timer.due,
    )  # fmt: skip
