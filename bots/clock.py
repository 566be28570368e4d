"""Two implementations of the Clock port: the machine's clock, and a clock that is moved by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class MovableClock:
    """A clock that changes only when `advance` or `set` is called. Tests and rehearsals use it."""

    def __init__(self, at: datetime) -> None:
        self._now = at.astimezone(UTC)

    def now(self) -> datetime:
        """Return the time as aware UTC."""
        return self._now

    def advance(self, by: timedelta) -> None:
        """Move the clock forward."""
        self._now += by

    def set(self, at: datetime) -> None:
        """Set the clock to this time."""
        self._now = at.astimezone(UTC)


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the time as aware UTC."""
        return datetime.now(UTC)
