"""The running bot: all its processes, which are several on a server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from adapters.cli.status_file import Status
from adapters.cli.supervision import AccountHealth, AccountState
from bots.ports import Capabilities
from storage.advisory_lock import held_locks
from storage.database import Database
from storage.queries import processes as process_queries


@dataclass(frozen=True)
class RunningBot:
    """The status of the processes, and the accounts that none of them holds."""

    processes: Sequence[Status]
    unheld: Sequence[AccountHealth] = ()

    @property
    def accounts(self) -> list[AccountHealth]:
        """The status of each account, by name."""
        held = [account for process in self.processes for account in process.accounts]
        return sorted([*held, *self.unheld], key=lambda account: account.account)

    @property
    def last_tidy(self) -> datetime | None:
        """When expired data was deleted."""
        return max((process.last_tidy for process in self.processes if process.last_tidy), default=None)


async def running_on(database: Database) -> RunningBot:
    """Return what the running processes said last. A killed process has lost its locks, so leave it out.

    Raises sqlalchemy.exc.OperationalError.
    """
    async with database.reading() as uow:
        rows = await process_queries.all_processes(uow)
        known = await process_queries.known_accounts(uow)
    alive = await held_locks(database.engine, [f"process:{row.name}" for row in rows])
    statuses = [msgspec.json.decode(row.status, type=Status) for row in rows if f"process:{row.name}" in alive]
    held = {account.account for status in statuses for account in status.accounts}
    unheld = [
        AccountHealth(
            row.account, msgspec.json.decode(row.capabilities, type=Capabilities).platform, row.seen_at,
            AccountState.UNHELD,
        )
        for row in known if row.account not in held
    ]  # fmt: skip
    return RunningBot(statuses, unheld)
