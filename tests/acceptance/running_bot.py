"""Run the whole bot in the test's own process, on a database file, with a clock that the test moves."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlmodel import col, delete, select
from sqlmodel.sql.expression import SelectOfScalar

from adapters.cli.application import Application
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Adapter, Clock, Inbox, Receipt, Sending
from storage.database import Database
from storage.queries import inbox, timers
from storage.tables import DeadLetter, InboxKey, Outbox
from tests.lag import lagging
from tests.stores import store
from tests.waiting import PATIENCE, News, until

One = TypeVar("One")


_SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS plain_settings AFTER INSERT ON communities
BEGIN UPDATE communities SET quiet_hours = '', consent = 'notice' WHERE id = NEW.id; END
"""
_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION plain_settings() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN NEW.quiet_hours := ''; NEW.consent := 'notice'; RETURN NEW; END $$
"""
_POSTGRES_TRIGGER = """
CREATE OR REPLACE TRIGGER plain_settings BEFORE INSERT ON communities FOR EACH ROW EXECUTE FUNCTION plain_settings()
"""
_PLAIN_SETTINGS = {"sqlite": (_SQLITE_TRIGGER,), "postgresql": (_POSTGRES_FUNCTION, _POSTGRES_TRIGGER)}


class ShiftedClock:
    """The machine's clock, which a test can move forward."""

    def __init__(self) -> None:
        self._shift = timedelta()

    def now(self) -> datetime:
        """Return the time in UTC, with its zone."""
        return datetime.now(UTC) + self._shift

    def forward(self, by: timedelta) -> None:
        """Move the clock forward."""
        self._shift += by


class _TellingAdapter:
    """An adapter that tells when it has sent something."""

    def __init__(self, adapter: Adapter, news: News) -> None:
        self._adapter = adapter
        self._news = news

    def __getattr__(self, name: str) -> object:
        return getattr(self._adapter, name)

    async def run(self, inbox: Inbox) -> None:
        """Run the adapter."""
        await self._adapter.run(inbox)

    async def send(self, sending: Sending) -> Receipt:
        """Send and tell."""
        try:
            return await self._adapter.send(sending)
        finally:
            self._news.tell()


class RunningBot(ABC):
    """The common part of the running bots. A subclass starts the bot with its adapters and moves its clock."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self.news = News()
        """Is told of each value that the bot has sent."""
        self._running: asyncio.Task[None] | None = None

    async def run_with(self, adapters: Sequence[Adapter]) -> None:
        """Start the bot with these adapters on its existing database."""
        self.database = Database(store().url(self.folder))
        await self._simplify_settings()
        late = [self._telling(lagging(adapter)) for adapter in adapters]
        self.application = Application(self.database, late, self.clock, limits=NO_LIMITS)  # people type too fast
        self._running = asyncio.create_task(self.application.run())

    def _telling(self, adapter: Adapter) -> Adapter:
        return _TellingAdapter(adapter, self.news)  # type: ignore[return-value]  # the rest is delegated

    async def _simplify_settings(self) -> None:
        """Give every new community no quiet hours, and let it give notice instead of asking authors.

        These tests run at the machine's time of day, whatever it is.
        """
        async with self.database.engine.begin() as connection:
            for statement in _PLAIN_SETTINGS[connection.dialect.name]:
                await connection.exec_driver_sql(statement)

    def check_running(self) -> None:
        """Raise the bot's exception if it has ended."""
        if self._running is not None and self._running.done():
            self._running.result()

    async def stop(self) -> None:
        """Stop the bot, if it was started."""
        if self._running is None:
            return
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)
        await self.database.close()

    @abstractmethod
    async def move_clock(self, by: timedelta) -> None:
        """Move the clock without waking the bot."""

    async def forward(self, **by: float) -> None:
        """Move the clock (`hours=2`) and let the bot do everything that is due."""
        await self.move_clock(timedelta(**by))
        self.run_due()

    def run_due(self) -> None:
        """Let the bot do everything that is due."""
        self.application.timers.check_now()
        for delivery in self.application.deliveries:
            delivery.wake()

    async def to_the_next_timer(self) -> None:
        """Move the clock to the next timer and wait until it has fired."""
        due = await until(self._next_timer, lambda: "no timer is set")
        await self.forward(seconds=max(0.0, (due - self.clock.now()).total_seconds()) + 0.1)

        async def has_fired() -> bool:
            async with self.database.reading() as uow:
                return await timers.next_due(uow) != due

        await until(has_fired, lambda: f"the timer of {due} never fired")

    async def due_timers_fired(self) -> None:
        """Wait until no overdue timer is left."""

        async def none_is_due() -> bool:
            async with self.database.reading() as uow:
                due = await timers.next_due(uow)
            return due is None or due > self.clock.now()

        await until(none_is_due, lambda: "a due timer never fired")

    async def _next_timer(self) -> datetime | None:
        """Return when the next timer is due, or None while an overdue timer has not fired yet."""
        async with self.database.reading() as uow:
            due = await timers.next_due(uow)
        return due if due is not None and due > self.clock.now() else None

    async def committed(self, key: str, times: int = 1) -> None:
        """Wait until this many inbound values with keys like this one (SQL's LIKE) are committed."""
        query = select(InboxKey.key).where(col(InboxKey.key).like(key))

        async def are_there() -> bool:
            return len(await self._all(query)) >= times

        await until(are_there, lambda: f"{key} was not committed {times} times")

    async def cursor_stored(self, account: str, scope: str) -> None:
        """Wait until the bot has stored a cursor for this scope."""

        async def is_stored() -> bool:
            async with self.database.reading() as uow:
                return await inbox.cursor(uow, account, scope) is not None

        await until(is_stored, lambda: f"{scope} has no cursor")

    async def outbox_empty(self, *, with_postponed: bool = False, patience: float = PATIENCE) -> None:
        """Wait until the outbox holds nothing that is due now (`with_postponed`: or later)."""
        waiting = select(Outbox).where(col(Outbox.state).in_(("pending", "sending")))
        left: list[str] = []

        async def is_empty() -> bool:
            due = waiting if with_postponed else waiting.where(col(Outbox.not_before) <= self.clock.now())
            left[:] = [str(row) for row in await self._all(due.limit(5))]
            return not left

        await until(is_empty, lambda: "\n".join(("the outbox is never empty:", *left)), patience)

    async def _all(self, query: SelectOfScalar[One]) -> Sequence[One]:
        async with self.database.reading() as uow:
            return await uow.all(query)

    async def dead_letters(self) -> list[str]:
        """Return the dead letters, each with its error."""
        async with self.database.reading() as uow:
            return [f"{letter.key}: {letter.error}" for letter in await inbox.dead_letters(uow)]

    async def clear_dead_letters(self) -> None:
        """Delete the dead letters that a test caused on purpose."""
        async with self.database.transaction() as uow:
            await uow.execute(delete(DeadLetter))
