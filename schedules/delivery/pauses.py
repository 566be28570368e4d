"""Pauses of an account's delivery."""

from __future__ import annotations

from datetime import datetime

from bots.retry import retry_while_locked
from storage.database import Database
from storage.queries import rate_limit_pauses
from storage.unit_of_work import UnitOfWork


class Pauses:
    """The times until which an account, or single ordering keys of it, send nothing.

    While it is `held`, the account begins no sending at all, since another process may do so.
    """

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account
        self.held = False
        self._keys: dict[str, dict[int, datetime]] = {}  # by ordering key and priority
        self._account_until: datetime | None = None

    async def load(self, uow: UnitOfWork) -> None:
        """Load the stored pause of the account."""
        self._account_until = await rate_limit_pauses.paused_until(uow, self._account)

    def pause(self, ordering_key: str, until: datetime, priority: int = 0) -> None:
        """Send nothing with this ordering key that is as urgent as `priority` or less until then."""
        self._keys.setdefault(ordering_key, {})[priority] = until

    async def pause_account(self, until: datetime, *, store: bool) -> None:
        """Send nothing until then. With `store`, keep the pause over a restart."""
        self._account_until = until
        if store:
            await retry_while_locked(lambda: self._store(until), "outbox-unavailable", account=self._account)

    async def _store(self, until: datetime) -> None:
        async with self._database.transaction() as uow:
            uow.defer(rate_limit_pauses.SET_PAUSE, {"account": self._account, "until": until})

    def account_paused(self, now: datetime) -> bool:
        """Return whether the whole account is paused. Drop the pauses that are over."""
        current = {
            key: {priority: until for priority, until in pauses.items() if until > now}
            for key, pauses in self._keys.items()
        }
        self._keys = {key: pauses for key, pauses in current.items() if pauses}
        return self.held or (self._account_until is not None and self._account_until > now)

    def __contains__(self, ordering_key: str) -> bool:
        """Return whether nothing at all may be sent with this ordering key."""
        return 0 in self._keys.get(ordering_key, {})

    def paused_from(self, ordering_key: str) -> int | None:
        """Return the most urgent priority that is paused; None when none is."""
        return min(self._keys.get(ordering_key, {}), default=None)

    def __len__(self) -> int:
        """Return the number of paused ordering keys."""
        return len(self._keys)

    def ends_after(self, now: datetime) -> list[datetime]:
        """Return the ends of all pauses that last longer than `now`."""
        ends = [until for pauses in self._keys.values() for until in pauses.values()]
        return [until for until in (self._account_until, *ends) if until is not None and until > now]
