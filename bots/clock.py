"""The Clock port: the machine's clock, and its twin that is moved by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class MovableClock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self._now = at.astimezone(UTC)

    def now(self) -> datetime:
        """Aware UTC."""
        return self._now

    def forward(self, by: timedelta) -> None:
        """Time goes on."""
        self._now += by

    def set(self, at: datetime) -> None:
        """It is now this time."""
        self._now = at.astimezone(UTC)


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Aware UTC."""
        return datetime.now(UTC)
