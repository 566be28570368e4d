"""One of several processes on a PostgreSQL server: run what this one holds the locks of, and stand by for the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from functools import partial

import structlog

from adapters.cli.adapter_factory import MakeAdapter
from adapters.cli.application import Application
from adapters.cli.supervision import Supervisor
from bots.retry import retry_while_locked
from schedules.peers import Peers
from storage.notifications import Notification, parse
from storage.server_session import ServerSession

log = structlog.get_logger()
TIMERS, WORKER = "timers", "worker"
"""The locks of the processes that fire timers, and go on with long work."""
_ACCOUNT = "account:"
_ACCOUNTS_SECONDS = 30.0
"""How long the timers of a new database wait until the accounts have said what they can do."""


def account_lock(account: str) -> str:
    """Return the name of the lock of an account's holder."""
    return f"{_ACCOUNT}{account}"


class SharedRun:
    """Holds the locks of a process and runs what they stand for. A SessionListener.

    `makers`: what makes the adapter of each account that it may hold. `locks`: TIMERS and WORKER, as its roles say.
    `accounts`: all accounts in the settings, also those that other processes hold.
    """

    def __init__(
        self,
        application: Application,
        peers: Peers,
        supervisor: Supervisor,
        makers: Mapping[str, MakeAdapter],
        locks: Collection[str],
        accounts: Collection[str],
    ) -> None:
        self._application = application
        self._peers = peers
        self._supervisor = supervisor
        self._session = ServerSession(application.database.engine, peers.process)
        assert application.remote_files is not None, "an application with peers has them"
        self._files = application.remote_files
        self._accounts = frozenset(accounts)
        self._works: dict[str, Callable[[], Awaitable[None]]] = {
            account_lock(account): partial(self._hold_account, account, make) for account, make in makers.items()
        }
        self._works |= {lock: work for lock, work in self._timer_works().items() if lock in locks}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._waiting: set[str] = set()
        self._losing: set[str] = set()
        self._stopping = False
        self._tasks = asyncio.TaskGroup()
        supervisor.standing_by = len(makers)

    def _timer_works(self) -> dict[str, Callable[[], Awaitable[None]]]:
        return {TIMERS: self._fire_timers, WORKER: self._go_on_with_rounds}

    @property
    def holds(self) -> list[str]:
        """The locks that this process holds."""
        return sorted(self._running.keys() - self._losing)

    async def run(self) -> None:
        """Run until cancelled. Raises what an adapter's `run` raises, in an ExceptionGroup.

        The locks are given back at the very end, when nothing is being sent any longer.
        """
        await retry_while_locked(self._peers.load)
        session: asyncio.Task[None] | None = None
        try:
            async with self._tasks as tasks:
                self._application.run_core(tasks)
                tasks.create_task(self._files.serve(), name="files")
                session = asyncio.create_task(self._session.run(self), name="session")
                try:
                    await asyncio.shield(session)
                finally:
                    self._stopping = True
        finally:
            if session is not None:
                session.cancel()
                await asyncio.gather(session, return_exceptions=True)
            await self._application.close()

    # The SessionListener

    def wanted(self) -> Collection[str]:
        """Return the locks of this process's part. One whose work has not ended yet waits for that."""
        return [] if self._stopping else [lock for lock in self._works if lock not in self._losing]

    def connected(self) -> None:
        """Send again. Ask the database for everything, since notices may be missing."""
        self._peers.certain = True
        for delivery in self._application.deliveries:
            delivery.pauses.held = False
        self._apply(Notification("", everything=True, capabilities=True, files=True))

    def disconnected(self) -> None:
        """Begin no sending, since another process may do so from now on."""
        self._peers.certain = False
        for delivery in self._application.deliveries:
            delivery.pauses.held = True

    def taken(self, lock: str) -> None:
        """Begin the work of a lock."""
        if lock in self._waiting:
            log.warning("taking-over", lock=lock)
        else:
            log.info("holding", lock=lock)
        self._waiting.discard(lock)
        self._running[lock] = self._tasks.create_task(self._work(lock), name=lock)
        self._note_timers()

    def refused(self, lock: str) -> None:
        """Note that another process holds a lock."""
        if lock not in self._waiting:
            log.info("standing-by", lock=lock)
        self._waiting.add(lock)

    def lost(self, lock: str) -> None:
        """End the work of a lock."""
        log.warning("taken-over", lock=lock)
        self._losing.add(lock)
        self._running[lock].cancel()
        self._note_timers()
        account = lock.removeprefix(_ACCOUNT)
        if account in self._peers.accounts:
            self._peers.accounts.discard(account)
            self._application.dispatch.forget_cursors(account)
            self._tasks.create_task(retry_while_locked(partial(self._peers.tell_changes, account)))

    def notice(self, payload: str) -> None:
        """Wake what another process has put something in for."""
        notice = parse(payload)
        if notice is None or notice.process != self._peers.process:
            self._apply(notice or Notification("", everything=True))

    def _apply(self, notice: Notification) -> None:
        application = self._application
        for account, (_, delivery) in application.accounts.items():
            if notice.everything or account in notice.accounts:
                delivery.wake()
        application.wake_timers(notice.timers, check=notice.everything)
        if notice.capabilities:
            self._tasks.create_task(retry_while_locked(self._peers.load))
        if notice.files:
            self._tasks.create_task(self._files.wake())

    # What the locks stand for

    async def _work(self, lock: str) -> None:
        try:
            await self._works[lock]()
        finally:
            del self._running[lock]
            self._losing.discard(lock)
            self._note_timers()

    def _note_timers(self) -> None:
        self._peers.fires_timers = {TIMERS, WORKER} <= self._running.keys() - self._losing

    async def _hold_account(self, account: str, make: MakeAdapter) -> None:
        """Read a platform account and send what its outbox holds, until cancelled."""
        application = self._application
        adapter = self._supervisor.add(make)
        delivery = application.add(adapter)
        self._peers.accounts.add(account)
        self._supervisor.standing_by -= 1
        delivery.pauses.held = not self._peers.certain
        try:
            await retry_while_locked(application.dispatch.load)
            await retry_while_locked(delivery.recover)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(delivery.run(), name="delivery")
                tasks.create_task(adapter.run(application.dispatch), name=f"listen-{account}")
                await application.resubmit_parked()
        finally:
            self._supervisor.standing_by += 1
            self._supervisor.remove(adapter)
            self._peers.accounts.discard(account)
            application.remove(account)
            await adapter.close()

    async def _fire_timers(self) -> None:
        """Fire the timers, and clean up, until cancelled."""
        await self._wait_for_accounts()
        await retry_while_locked(self._application.restore_timers)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._application.timers.run(), name="timers")
            tasks.create_task(self._application.housekeeping.run(), name="housekeeping")

    async def _go_on_with_rounds(self) -> None:
        """Fire the timers of long work until cancelled."""
        await self._wait_for_accounts()
        await self._application.background_timers.run()

    async def _wait_for_accounts(self) -> None:
        """Wait until each account of the settings has said once what it can do: cards look as it says."""
        peers = self._peers
        try:
            async with asyncio.timeout(_ACCOUNTS_SECONDS):
                while self._accounts - peers.capabilities.keys():
                    peers.loaded.clear()
                    await peers.loaded.wait()
        except TimeoutError:
            log.warning("accounts-never-held", accounts=sorted(self._accounts - peers.capabilities.keys()))
