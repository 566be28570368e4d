"""The status of a process on a server, for the other processes and for `glocal status`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
import structlog
from sqlalchemy.exc import OperationalError

from adapters.cli.status_file import WRITE_SECONDS, Status
from adapters.cli.supervision import AccountState, Supervisor
from bots.ports import Capabilities, Clock
from bots.retry import retry_conflicts
from schedules.peers import Peers
from storage.database import Database
from storage.notifications import Notification, notify
from storage.queries import file_requests, processes

log = structlog.get_logger()
_CHECK_SECONDS = 1.0
_FORGET = timedelta(hours=1)
"""Rows of processes that ended without a word are kept for so long."""


class Presence:
    """Writes the status of a process, and what its accounts can do, whenever they change and every 15 seconds."""

    def __init__(
        self, database: Database, peers: Peers, supervisor: Supervisor, status: Callable[[], Status], clock: Clock
    ) -> None:
        self._database = database
        self._peers = peers
        self._supervisor = supervisor
        self._status = status
        self._clock = clock

    async def run(self) -> None:
        """Write until cancelled."""
        now, clock = asyncio.get_running_loop().time, self._clock
        written, written_at, forget_at = b"", 0.0, 0.0
        while True:
            try:
                if now() >= forget_at:
                    await retry_conflicts(lambda: self._forget_old("", clock.now() - _FORGET))
                    forget_at = now() + _FORGET.total_seconds()
                if written != self._current() or now() >= written_at + WRITE_SECONDS:
                    written, written_at = self._current(), now()
                    await retry_conflicts(self._write)
                    await self._peers.load()
            except OperationalError as error:
                written = b""
                log.warning("status-not-written", why=str(error.orig))
            await asyncio.sleep(_CHECK_SECONDS)

    def _current(self) -> bytes:
        status = msgspec.structs.replace(self._status(), written_at=self._status().started_at)
        return msgspec.json.encode((status, self._capabilities()))

    def _capabilities(self) -> dict[str, Capabilities]:
        """Return what our accounts can do. Before an account signs in, trust its last holder."""
        known = self._peers.capabilities
        return {
            each.account: each.capabilities
            if each.health.state == AccountState.CONNECTED
            else known.get(each.account, each.capabilities)
            for each in self._supervisor.accounts
        }

    async def _write(self) -> None:
        capabilities, now = self._capabilities(), self._clock.now()
        async with self._database.transaction() as uow:
            status = msgspec.json.encode(self._status()).decode()
            uow.defer(processes.SET_STATUS, {"name": self._peers.process, "status": status, "at": now})
            for account, can in capabilities.items():
                row = processes.account_row(account, msgspec.json.encode(can).decode(), now)
                uow.defer(processes.SET_ACCOUNT, row)
            if any(self._peers.capabilities.get(account) != can for account, can in capabilities.items()):
                await notify(uow, Notification(self._peers.process, capabilities=True))

    async def _forget_old(self, name: str, silent_since: datetime) -> None:
        async with self._database.transaction() as uow:
            await processes.forget(uow, name, silent_since)
            await file_requests.delete_older_than(uow, silent_since)

    async def end(self) -> None:
        """Say that the process ends. If the database doesn't answer, the others find out by themselves."""
        try:
            async with asyncio.timeout(_CHECK_SECONDS):
                await self._forget_old(self._peers.process, self._clock.now() - _FORGET)
        except (OperationalError, TimeoutError) as error:
            log.info("status-left-behind", why=str(error))
