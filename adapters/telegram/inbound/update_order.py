"""The order of updates that come in parallel requests.

Update ids grow by one: "especially handy if you're using webhooks, since it allows you to ignore repeated updates or to
restore the correct update sequence, should they get out of order". https://core.telegram.org/bots/api#update
"""

from __future__ import annotations

import asyncio

LONGEST_WAIT = 0.3
"""Seconds. An update that comes later than this after its successor is handled after it."""


class UpdateOrder:
    """Lets updates pass in the order of their ids."""

    def __init__(self) -> None:
        self._next: int | None = None
        self._passed = asyncio.Condition()

    async def wait(self, number: int) -> None:
        """Wait until the update before this one has passed, if it is on its way."""
        async with self._passed:
            if self._next is not None and number > self._next:
                try:
                    async with asyncio.timeout(LONGEST_WAIT):
                        await self._passed.wait_for(lambda: self._next is not None and number <= self._next)
                except TimeoutError:
                    pass  # It was handled before a restart, or Telegram brings it later.
            self._next = max(self._next or 0, number + 1) if self._close(number) else number + 1
            self._passed.notify_all()

    def _close(self, number: int) -> bool:
        """Return whether the id continues the known ones. After a quiet week it may be any."""
        return self._next is not None and abs(number - self._next) < 1_000_000
