"""Keep each account running: start it again after a failure or a refusal, while the others continue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import structlog

from bots.core.inbound import Attachment
from bots.ports import (
    AccountRefused,
    Adapter,
    Capabilities,
    Clock,
    ConnectionListener,
    FileDelayed,
    Inbox,
    Later,
    Receipt,
    Sending,
)
from bots.retry import backoff

log = structlog.get_logger()
HEALTHY_SECONDS = 3600.0
"""An account that ran this long begins with a short pause again."""
CLOSE_SECONDS = 5.0
"""How long the sendings of an account may take before it starts again."""


class AccountState(StrEnum):
    """How an account is."""

    CONNECTING = "connecting"  # the platform has not answered yet, or does not answer any longer
    CONNECTED = "connected"
    FAILED = "failed"  # something unexpected ended it; it starts again
    REFUSED = "refused"  # the platform rejects it; somebody has to change a setting
    UNHELD = "held by no process"  # on a server with several processes


@dataclass(frozen=True)
class RestartPauses:
    """The pauses before another try, in seconds: doubled each time, up to the longest.

    Half an hour between failures keeps ten Discord shards below 1,000 sessions a day.
    """

    failed: float = 1.0
    failed_longest: float = 1800.0
    refused: float = 60.0
    refused_longest: float = 3600.0


@dataclass
class AccountHealth:
    """How an account is, since when, and why. `tries` counts the failures in a row."""

    account: str
    platform: str
    since: datetime
    state: AccountState = AccountState.CONNECTING
    why: str = ""
    tries: int = 0


@dataclass
class Supervisor:
    """All accounts. Raises when a platform refuses the last remaining account.

    `standing_by`: how many accounts of the settings another process holds, which is one way of being left.
    """

    clock: Clock
    pauses: RestartPauses = RestartPauses()
    accounts: list[SupervisedAdapter] = field(default_factory=list)
    standing_by: int = 0

    def add(self, make: Callable[[ConnectionListener], Adapter]) -> SupervisedAdapter:
        """Make an account's adapter, and remake it whenever it ended."""
        made = SupervisedAdapter(make, self)
        self.accounts.append(made)
        return made

    def remove(self, account: SupervisedAdapter) -> None:
        """Leave an account to another process."""
        self.accounts.remove(account)

    @property
    def health(self) -> Sequence[AccountHealth]:
        """How the accounts are."""
        return [each.health for each in self.accounts]

    def check_any_left(self) -> None:
        """Raise an ExceptionGroup of the refusals if all accounts are refused."""
        refusals = [each.refusal for each in self.accounts if each.refusal is not None]
        if len(refusals) == len(self.accounts) + self.standing_by:
            raise ExceptionGroup("no account is left", refusals)


class SupervisedAdapter:
    """An Adapter that replaces the real adapter after each failure, and listens to its connection."""

    def __init__(self, make: Callable[[ConnectionListener], Adapter], supervisor: Supervisor) -> None:
        self._make = make
        self._supervisor = supervisor
        self._adapter: Adapter | None = make(self)
        self.account, self.platform = self._adapter.account, self._adapter.platform
        self._capabilities = self._adapter.capabilities
        self._sendings = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._failures = self._refusals = 0  # in a row
        self.refusal: AccountRefused | None = None
        self.health = AccountHealth(self.account, self.platform, supervisor.clock.now())

    @property
    def capabilities(self) -> Capabilities:
        """The adapter's capabilities; the last known ones while there is no adapter."""
        if self._adapter is not None:
            self._capabilities = self._adapter.capabilities
        return self._capabilities

    async def run(self, inbox: Inbox) -> None:
        """Run until cancelled. Raises an ExceptionGroup of AccountRefused when no account is left."""
        while True:
            began = _now()
            try:
                if self._adapter is None:
                    self._adapter, self.refusal = self._make(self), None
                await self._adapter.run(inbox)
                seconds = self.note_failure(None, _now() - began)
            except AccountRefused as refusal:
                seconds = self._refused(refusal)
            except Exception as error:  # noqa: BLE001 - logged; the other accounts keep running
                seconds = self.note_failure(error, _now() - began)
            await self._close_adapter()
            await asyncio.sleep(seconds)

    def _refused(self, refusal: AccountRefused) -> float:
        """Note and report a refusal; return the seconds to wait. Raises an ExceptionGroup when no account is left."""
        self.refusal, pauses = refusal, self._supervisor.pauses
        seconds = backoff(self._refusals, first=pauses.refused, longest=pauses.refused_longest)
        self._refusals += 1
        self._note(AccountState.REFUSED, str(refusal), self._refusals)
        self._supervisor.check_any_left()
        log.error("account-refused", account=self.account, why=str(refusal), seconds=round(seconds, 2))
        return seconds

    def note_failure(self, error: Exception | None, ran: float) -> float:
        """Note and report a failure after so many seconds; return the seconds to wait."""
        if ran >= HEALTHY_SECONDS:
            self._failures = self._refusals = 0
        pauses = self._supervisor.pauses
        seconds = backoff(self._failures, first=pauses.failed, longest=pauses.failed_longest)
        self._failures += 1
        self._note(AccountState.FAILED, f"{type(error).__name__}: {error}" if error else "it ended", self._failures)
        log.error("account-failed", account=self.account, seconds=round(seconds, 2), exc_info=error)
        return seconds

    def connected(self) -> None:
        """Note and report that the account is signed in and its platform answers."""
        if self.health.state != AccountState.CONNECTED:
            self._note(AccountState.CONNECTED)
            log.info("connected", account=self.account, platform=self.platform)

    def disconnected(self, why: str) -> None:
        """Note that the platform does not answer. The adapter reports it and tries again."""
        tries = self.health.tries + 1 if self.health.state == AccountState.CONNECTING else 1
        self._note(AccountState.CONNECTING, why, tries)

    def _note(self, state: AccountState, why: str = "", tries: int = 0) -> None:
        same = state == self.health.state
        since = self.health.since if same else self._supervisor.clock.now()
        self.health = AccountHealth(self.account, self.platform, since, state, why, tries)

    async def send(self, sending: Sending) -> Receipt:
        """Perform one outbound value."""
        adapter = self._adapter
        if adapter is None:
            return Later(1.0, f"the account is {self.health.state}", account_wide=True)
        self._sendings += 1
        self._idle.clear()
        try:
            return await adapter.send(sending)
        finally:
            self._sendings -= 1
            if not self._sendings:
                self._idle.set()

    async def read(self, attachment: Attachment) -> bytes | None:
        """Return the content of a file, or None when it is not available. Raises FileDelayed before the sign-in."""
        if self.health.state in (AccountState.CONNECTING, AccountState.FAILED):
            raise FileDelayed(f"the account {self.account} is not connected")
        return await self._adapter.read(attachment) if self._adapter is not None else None

    async def close(self) -> None:
        """Close the connections. `run` has ended by then."""
        adapter, self._adapter = self._adapter, None
        if adapter is not None:
            await adapter.close()

    async def _close_adapter(self) -> None:
        """Close the adapter once its sendings have ended, since a platform may have performed a cancelled one."""
        adapter, self._adapter = self._adapter, None
        if adapter is None:
            return
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._idle.wait()
        except TimeoutError:
            log.warning("account-sends-cut-off", account=self.account, sendings=self._sendings)
        try:
            await adapter.close()
        except Exception:  # it failed already, and a new one replaces it
            log.exception("account-not-closed", account=self.account)


def _now() -> float:
    return asyncio.get_running_loop().time()
