"""The sandbox's clock: the machine's clock plus a stored shift into the future."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from adapters.sandbox.platform.store import Store

_SHIFT = "shift"


class SandboxClock:
    """Implements the Clock port. It runs by itself and never goes back."""

    def __init__(self, store: Store, begin: datetime | None = None) -> None:
        self._store = store
        if begin is not None and not store.state(_SHIFT):
            store.set_state(_SHIFT, str((begin - datetime.now(UTC)).total_seconds()))
        self.shift = timedelta(seconds=float(store.state(_SHIFT, "0")))

    def now(self) -> datetime:
        """Return the sandbox's time, aware and in UTC."""
        return datetime.now(UTC) + self.shift

    def advance_to(self, at: datetime) -> None:
        """Move the clock forward to this time; do nothing when it is past."""
        ahead = at - self.now()
        if ahead > timedelta(0):
            self.shift += ahead
            self._store.set_state(_SHIFT, str(self.shift.total_seconds()))
