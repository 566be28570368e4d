"""What the page asks of whoever moves the clock: the house knows what is due, the sandbox does not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol


class Mover(Protocol):
    """Moves the clock, stopping at everything that comes due on the way."""

    due: datetime | None
    """When the next thing is due, as far as is known."""

    async def forward(self, by: timedelta) -> None:
        """Time goes on so far."""

    async def to_next(self) -> None:
        """Time goes on to the next thing due; it stands where nothing is."""


class Standing:
    """The twin: a clock that nobody moves."""

    due: datetime | None = None

    async def forward(self, by: timedelta) -> None:
        """It stands."""

    async def to_next(self) -> None:
        """It stands."""
