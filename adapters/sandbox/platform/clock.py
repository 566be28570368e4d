"""The sandbox's clock: the machine's, moved forward by a shift that is remembered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from adapters.sandbox.platform.store import Store

_SHIFT = "shift"


class SandboxClock:
    """Implements the Clock port. It goes on by itself, and never back."""

    def __init__(self, store: Store, begin: datetime | None = None) -> None:
        self._store = store
        if begin is not None and not store.state(_SHIFT):
            with store.writing():
                store.remember(_SHIFT, str((begin - datetime.now(UTC)).total_seconds()))
        self.shift = timedelta(seconds=float(store.state(_SHIFT, "0")))

    def now(self) -> datetime:
        """Aware UTC."""
        return datetime.now(UTC) + self.shift

    def set(self, at: datetime) -> None:
        """It is now this time, unless it is later already."""
        ahead = at - self.now()
        if ahead > timedelta(0):
            self.shift += ahead
            with self._store.writing():
                self._store.remember(_SHIFT, str(self.shift.total_seconds()))
