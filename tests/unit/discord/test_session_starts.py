"""New sessions stay within Discord's limit for a day."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from adapters.discord.api.session_starts import SessionStarts, seconds_when_scarce

if TYPE_CHECKING:
    from discord.types.gateway import SessionStartLimit


@pytest.mark.parametrize(
    ("remaining", "reset_after", "seconds"),
    [(999, 86_400.0, 0.0), (251, 86_400.0, 0.0), (250, 50_000.0, 200.0), (1, 600.0, 600.0), (0, 30.0, 30.0)],
)
def test_scarce_sessions_are_spread(remaining: int, reset_after: float, seconds: float) -> None:
    """The last quarter of the day's sessions is spread over the rest of the day."""
    assert seconds_when_scarce(1000, remaining, reset_after) == seconds


class Limits:
    """Discord's answers. `asked` counts them."""

    def __init__(self, remaining: int, reset_after: int) -> None:
        self.asked = 0
        self.limit: SessionStartLimit = {
            "total": 1000, "remaining": remaining, "reset_after": reset_after, "max_concurrency": 1,
        }  # fmt: skip

    async def get_bot_gateway(self) -> tuple[int, str, SessionStartLimit]:
        """Return the limit."""
        self.asked += 1
        return 1, "", self.limit


async def test_a_cancelled_wait_continues() -> None:
    """When discord.py gives up waiting and comes back, the wait does not start over."""
    starts, limits = SessionStarts(pause=0.0), Limits(remaining=0, reset_after=300)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(starts.wait(limits), 0.01)
    await starts.wait(limits)
    assert limits.asked == 1
