"""Pauses of an account's delivery."""

from __future__ import annotations

from datetime import datetime

from bots.retry import retry_while_locked
from storage.database import Database
from storage.queries import outbox
from storage.unit_of_work import UnitOfWork


class Pauses:
    """The times until which an account, or single ordering keys of it, send nothing."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account
        self._keys: dict[str, datetime] = {}
        self._account_until: datetime | None = None

    async def load(self, uow: UnitOfWork) -> None:
        """Load the stored pause of the account."""
        self._account_until = await outbox.paused_until(uow, self._account)

    def pause(self, ordering_key: str, until: datetime) -> None:
        """Send nothing with this ordering key until then."""
        self._keys[ordering_key] = until

    async def pause_account(self, until: datetime, *, store: bool) -> None:
        """Send nothing until then. With `store`, keep the pause over a restart."""
        self._account_until = until
        if store:
            await retry_while_locked(lambda: self._store(until), "outbox-unavailable", account=self._account)

    async def _store(self, until: datetime) -> None:
        async with self._database.transaction() as uow:
            uow.defer(outbox.SET_PAUSE, {"account": self._account, "until": until})

    def account_paused(self, now: datetime) -> bool:
        """Return whether the whole account is paused. Drop the pauses that are over."""
        self._keys = {key: until for key, until in self._keys.items() if until > now}
        return self._account_until is not None and self._account_until > now

    def __contains__(self, ordering_key: str) -> bool:
        return ordering_key in self._keys

    def __len__(self) -> int:
        """Return the number of paused ordering keys."""
        return len(self._keys)

    def ends_after(self, now: datetime) -> list[datetime]:
        """Return the ends of all pauses that last longer than `now`."""
        return [until for until in (self._account_until, *self._keys.values()) if until is not None and until > now]
