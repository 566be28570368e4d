"""A clock of the page that stays where it is."""

from __future__ import annotations

from datetime import datetime, timedelta


class FixedClockController:
    """A controller that does not move the clock, for tests of the page alone."""

    next_due: datetime | None = None

    async def advance(self, by: timedelta) -> None:
        """Do nothing."""

    async def advance_to_next(self) -> None:
        """Do nothing."""
