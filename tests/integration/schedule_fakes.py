"""Fakes of the inbox, the database and the adapter for tests of timers and delivery."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TypeVar

from sqlmodel.sql.expression import SelectOfScalar

from bots.core.inbound import Attachment, TimerFired, Value
from bots.ports import Capabilities, Cursor, Receipt, Sending
from bots.testing import MemoryAdapter, MemoryPlatform
from storage.database import Database
from storage.queries.timers import DELETE_FIRED_TIMER
from storage.unit_of_work import UnitOfWork, Values

T = TypeVar("T")
START = datetime(2026, 11, 25, 9, tzinfo=UTC)


class RecordingInbox:
    """An inbox that records its values, and deletes the timers that fired."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.values: list[Value] = []
        self.sizes: list[int] = []  # of what was submitted together
        self.submitted = asyncio.Event()

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Record the values and delete their timers."""
        assert cursor is None
        async with self._database.transaction() as uow:
            for value in values:
                assert isinstance(value, TimerFired)
                timer = {"b_kind": value.kind, "b_subject": value.subject, "b_due": value.due}
                uow.defer(DELETE_FIRED_TIMER, timer)
        self.values += values
        self.sizes.append(len(values))
        self.submitted.set()

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """Return no cursor."""

    async def cursors(self, account: str) -> dict[str, str]:
        """Return no cursor."""
        return {}

    async def suggest(self, account: str, room: str, user: str, what: str, typed: str) -> list[tuple[str, str]]:
        """Return no completions."""
        return []


class InterruptedUnitOfWork(UnitOfWork):
    """A unit of work that calls `then` between a query and its result."""

    then: Callable[[], Awaitable[None]] | None = None

    async def first(self, query: SelectOfScalar[T], values: Values | None = None) -> T | None:
        """Return the first row."""
        found = await super().first(query, values)
        if self.then is not None:
            await self.then()
        return found


class InterruptingDatabase(Database):
    """A database that calls `then` once, in the middle of the next query."""

    then: Callable[[], Awaitable[None]] | None = None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """Open a read-only unit of work."""
        async with super().reading() as uow:
            interrupted = InterruptedUnitOfWork(uow.session)
            interrupted.then = self._once
            yield interrupted

    async def _once(self) -> None:
        then, self.then = self.then, None
        if then is not None:
            await then()


async def cancel(task: asyncio.Task[None]) -> None:
    """Cancel a task and wait for its end."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def read_nothing(_attachment: Attachment) -> bytes | None:
    """Return no content of an attachment."""
    return None


class SlowAdapter(MemoryAdapter):
    """An adapter that sets `under_way` when a send begins and waits for `go_on`."""

    def __init__(self, platform: MemoryPlatform, lanes: int = 8, *, idempotent: bool = False) -> None:
        super().__init__(platform, Capabilities(buttons=True, concurrent_rooms=lanes, idempotent=idempotent))
        self.under_way = asyncio.Event()
        self.go_on = asyncio.Event()

    async def send(self, sending: Sending) -> Receipt:
        """Wait for `go_on`, then perform."""
        self.under_way.set()
        await self.go_on.wait()
        return await super().send(sending)
