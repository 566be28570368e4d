"""The port through which the page moves the clock. Only the application knows what is due."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol


class ClockController(Protocol):
    """Moves the clock and stops at everything that becomes due on the way."""

    next_due: datetime | None
    """When the next timer is due, as far as known."""

    async def advance(self, by: timedelta) -> None:
        """Move the clock forward."""

    async def advance_to_next(self) -> None:
        """Move the clock to the next timer; do nothing without one."""
