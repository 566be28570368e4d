"""The other processes on a PostgreSQL server: what this one tells them, and what it knows of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime

import msgspec

from bots.ports import Capabilities
from bots.turn.effects import Effects
from storage.database import Database
from storage.notifications import Notification, notify
from storage.queries import processes
from storage.unit_of_work import UnitOfWork


class Peers:
    """What the processes on a server know of each other.

    `accounts` are those that this process holds, `fires_timers` says whether it holds all timers; while they are not
    `certain`, another process may hold them. `capabilities` are those of the accounts that any process has held, and
    `seen_at` says when one did.
    """

    def __init__(self, database: Database, process: str) -> None:
        self.process = process
        self.accounts: set[str] = set()
        self.fires_timers = False
        self.certain = True
        self.loaded = asyncio.Event()
        self.capabilities: dict[str, Capabilities] = {}
        self.seen_at: dict[str, datetime] = {}
        self._database = database
        self._filter_versions: dict[str, int] = {}
        self._loading = asyncio.Lock()

    async def announce(self, uow: UnitOfWork, effects: Effects) -> None:
        """Tell the others what this transaction leaves to them. Call it at the end of the transaction.

        It raises the filter versions, too, so that the holder of an account loads its message filter again before it
        sends what was committed together with the change.
        """
        await uow.flush()
        ours = self.accounts if self.certain else frozenset[str]()
        filters = {key[0] for changes in _filter_changes(effects) for key in changes} - ours
        if filters:
            await processes.change_filters(uow, filters)
        accounts = (uow.outbox_accounts - ours) | filters
        timers = None if self.fires_timers and self.certain else effects.earliest_timer
        if accounts or timers is not None:
            await notify(uow, Notification(self.process, accounts=tuple(sorted(accounts)), timers=timers))

    async def follow_filter(self, account: str, load: Callable[[], Awaitable[None]]) -> None:
        """Load the message filter if another process has changed it since. Raises sqlalchemy.exc.OperationalError."""
        async with self._database.reading() as uow:
            version = await processes.filter_version(uow, account)
        async with self._loading:
            if self._filter_versions.get(account) != version:
                await load()
                self._filter_versions[account] = version

    async def load(self) -> None:
        """Load what the accounts of other processes can do."""
        async with self._database.reading() as uow:
            known = await processes.known_accounts(uow)
        for row in known:
            self.capabilities[row.account] = msgspec.json.decode(row.capabilities, type=Capabilities)
            self.seen_at[row.account] = row.seen_at
        self.loaded.set()

    async def tell_changes(self, account: str) -> None:
        """Tell an account's new holder that we may have changed anything before we knew that we lost it.

        Raises sqlalchemy.exc.OperationalError.
        """
        async with self._database.transaction() as uow:
            await processes.change_filters(uow, [account])
            await notify(uow, Notification(self.process, accounts=(account,)))


def _filter_changes(effects: Effects) -> Collection[Collection[tuple[str, ...]]]:
    rooms = (effects.watched_rooms, effects.cached_rooms, effects.counted_rooms, effects.answered_rooms)
    return (effects.dialogs, *rooms, effects.inviting_rooms, effects.connectors, effects.moved_rooms)
