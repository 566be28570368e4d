"""The loop that asks for updates. What came is handed in, with the cursor behind it, before more is asked for: asking
with a higher offset is what makes Telegram forget.
"""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from adapters.telegram.api.client import Client
from adapters.telegram.api.decode import Read
from adapters.telegram.api.retry import Connection
from adapters.telegram.inbound.offset import Reading
from adapters.telegram.inbound.processor import Taker
from bots.ports import Clock, Cursor, Inbox

log = structlog.get_logger()


class Listener:
    """Reads one signed-in account into one inbox."""

    def __init__(self, client: Client, taker: Taker, inbox: Inbox, connection: Connection, clock: Clock) -> None:
        self._client = client
        self._taker = taker
        self._inbox = inbox
        self._connection = connection
        self._clock = clock

    async def run(self) -> None:
        """Listen until cancelled. Raises AccountRefused."""
        account = self._taker.known.account
        reading = Reading.of(await self._inbox.cursor(account))
        while True:
            offset = reading.offset(self._clock.now())
            updates = await self._connection.retry(lambda: self._client.updates(offset))  # noqa: B023 - called at once
            if updates:
                reading = reading.past(updates, self._clock.now())
                await self._hand_in(updates, Cursor(account, reading.token))

    async def _hand_in(self, updates: Sequence[Read], cursor: Cursor) -> None:
        values = await self._connection.retry(lambda: self._taker.values(updates))
        await self._inbox.submit(values, cursor)
