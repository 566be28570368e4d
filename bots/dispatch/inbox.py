"""The inbox of all adapters: what arrives together is committed together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from sqlalchemy.exc import OperationalError

from bots.core.inbound import Value
from bots.dispatch.message_filter import Interest
from bots.dispatch.processor import Work
from bots.ports import Cursor
from bots.retry import retry_while_locked
from bots.routing.router import Router
from bots.turn import room_context
from bots.turn.effects import Batch
from storage.database import Database
from storage.queries import communities, dialogs, inbox, members

log = structlog.get_logger()
LARGEST_BATCH = 256
IDLE_FLUSH_SECONDS = 3.0


@dataclass
class Arrival:
    """What an adapter handed in at once, and the promise to say when it is committed."""

    values: list[Value]
    cursor: Cursor | None
    done: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Dispatch:
    """Implements the Inbox port. `on_commit` is told the earliest timer set, after each transaction."""

    def __init__(
        self, database: Database, work: Work, router: Router, on_commit: Callable[[datetime | None], None]
    ) -> None:
        self.interest = Interest()
        self._database = database
        self._work = work
        self._router = router
        self._on_commit = on_commit
        self._waiting: list[Arrival] = []
        self._arrived = asyncio.Event()
        self._idle: dict[tuple[str, str], Cursor] = {}

    async def load(self) -> None:
        """Read back who is being listened to. Call once, before the adapters run."""
        async with self._database.reading() as uow:
            self.interest.dialogs.update(await dialogs.open_dialogs(uow))
            for feature in self._router.features:
                if feature.watches is not None:
                    self.interest.watched.update(await feature.watches(uow))
            kept = await communities.relaying_rooms(uow)
            self.interest.kept.update(room for room in kept if not self._work.fetches(room[0]))

    async def cursor(self, account: str, scope: str = "") -> str | None:
        """The stored token to read on from."""
        async with self._database.reading() as uow:
            return await inbox.cursor(uow, account, scope)

    async def cursors(self, account: str) -> dict[str, str]:
        """All stored tokens of an account, by scope."""
        async with self._database.reading() as uow:
            return await inbox.cursors(uow, account)

    async def suggest(self, account: str, room: str, user: str, what: str, typed: str) -> list[tuple[str, str]]:
        """What somebody may mean who has typed so much of an argument."""
        if what not in self._router.suggestions:
            return []
        async with self._database.reading() as uow:
            row = (await communities.rooms_at(uow, [(account, room)])).get((account, room))
            who = await members.by_user(uow, row.platform, user) if row is not None else None
            here = await room_context.of_room(uow, row)
            return await self._router.suggestions[what](uow, here, who.member_id if who else None, typed)

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Returns once the values that concern somebody, and the cursor behind them, are committed."""
        concerns = self.interest.concerns
        found = [value for value in values if concerns(value)]
        if not found:
            if cursor is not None:
                self._idle[(cursor.account, cursor.scope)] = cursor
            return
        if cursor is not None:
            self._idle.pop((cursor.account, cursor.scope), None)
        arrival = Arrival(found, cursor)
        self._waiting.append(arrival)
        self._arrived.set()
        await arrival.done

    async def run(self) -> None:
        """Commit what arrives until cancelled; the cursors behind idle talk every few seconds."""
        clock = asyncio.get_running_loop().time
        flush_at = clock() + IDLE_FLUSH_SECONDS
        try:
            while True:
                if clock() >= flush_at:
                    await self.flush_idle()
                    flush_at = clock() + IDLE_FLUSH_SECONDS
                try:
                    async with asyncio.timeout(IDLE_FLUSH_SECONDS):
                        await self._arrived.wait()
                except TimeoutError:
                    continue
                await self._commit(self._take())
        finally:
            await self._last_flush()

    async def _last_flush(self) -> None:
        """Store the idle cursors once more; a database that is locked or full does not hold up the end, since what they
        stand for may be said again."""
        try:
            await self._work.commit([], list(self._idle.values()))
        except OperationalError as error:
            log.warning("cursors-not-stored", error=str(error.orig))

    async def flush_idle(self) -> None:
        """Store the cursors behind values that concerned nobody."""
        if self._idle:
            taken, self._idle = self._idle, {}
            await self._persist([], list(taken.values()))

    def _take(self) -> list[Arrival]:
        """As many arrivals as fill a batch, in their order; at least one."""
        size, number = 0, 0
        for arrival in self._waiting:
            size += len(arrival.values)
            if number and size > LARGEST_BATCH:
                break
            number += 1
        taken, self._waiting = self._waiting[:number], self._waiting[number:]
        if not self._waiting:
            self._arrived.clear()
        return taken

    async def _commit(self, arrivals: list[Arrival]) -> None:
        values = [value for arrival in arrivals for value in arrival.values]
        await self._persist(values, [arrival.cursor for arrival in arrivals if arrival.cursor is not None])
        for arrival in arrivals:
            if not arrival.done.cancelled():
                arrival.done.set_result(None)

    async def _persist(self, values: list[Value], cursors: list[Cursor]) -> None:
        """Commit, however long the database is locked or full: what arrived stays here until it is safe."""
        self._follow(await retry_while_locked(lambda: self._work.commit(values, cursors), values=len(values)))

    def _follow(self, batch: Batch) -> None:
        """After the commit: listen to whom it says, wake whoever waits."""
        self.interest.follow(batch)
        if batch.wrote:
            self._on_commit(batch.earliest)
