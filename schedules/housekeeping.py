"""Housekeeping: delete what expired, at the start and every night, and give its space back.

Every minute it empties SQLite's write-ahead log, so that what people take back is soon in no file any longer.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.exc import OperationalError

from bots.ports import Clock
from storage.copies import delete_upgrade_copies
from storage.database import Database
from storage.queries import retention

log = structlog.get_logger()
CHECK_SECONDS = 60.0
_NIGHTLY = CronTrigger(hour=3, minute=20, timezone=UTC)


class Housekeeping:
    """Tidies the database. `last_tidy`: when it did so since the start."""

    def __init__(
        self, database: Database, clock: Clock, *, retention: timedelta, check_seconds: float = CHECK_SECONDS
    ) -> None:
        self._database = database
        self._clock = clock
        self._retention = retention
        self._check_seconds = check_seconds
        self.last_tidy: datetime | None = None

    async def run(self) -> None:
        """Tidy until cancelled. Look at the clock every minute, since somebody may set it or suspend the machine."""
        while True:
            try:
                if self._is_due(self._clock.now()):
                    await self.tidy()
                else:
                    await self._database.empty_log()
            except (OperationalError, OSError) as error:
                log.warning("tidy-later", why=str(getattr(error, "orig", error)))
            await asyncio.sleep(self._check_seconds)

    def _is_due(self, now: datetime) -> bool:
        """Return whether a night has come since the last time, or the clock was set back to before it."""
        if self.last_tidy is None or now < self.last_tidy:
            return True
        night: datetime = _NIGHTLY.get_next_fire_time(self.last_tidy, self.last_tidy)
        return now >= night

    async def tidy(self) -> None:
        """Delete the rows and copies whose retention time is over, and give the space back."""
        now = self._clock.now()
        async with self._database.transaction() as uow:
            await retention.erase_leftovers(uow)
            await retention.delete_older_than(uow, now - self._retention)
            await retention.delete_by_own_time(uow, now)
        if self._database.file is not None:
            delete_upgrade_copies(self._database.file, now - self._retention)
        await self._database.give_space_back()
        self.last_tidy = now
        log.info("tidied", retention_days=self._retention.days)
