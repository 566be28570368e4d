"""Long polling. Each batch is submitted with its cursor before the next poll, whose higher offset confirms it."""

from __future__ import annotations

import structlog

from adapters.telegram.api.client import Client
from adapters.telegram.api.retry import Connection
from adapters.telegram.inbound.offset import UpdateOffset
from adapters.telegram.inbound.processor import UpdateProcessor
from bots.ports import Clock, Cursor, Inbox

log = structlog.get_logger()


class Poller:
    """Polls for the updates of one signed-in account and submits them to its inbox."""

    def __init__(
        self, client: Client, processor: UpdateProcessor, inbox: Inbox, connection: Connection, clock: Clock
    ) -> None:
        self._client = client
        self._processor = processor
        self._inbox = inbox
        self._connection = connection
        self._clock = clock

    async def run(self) -> None:
        """Poll until cancelled. Raises AccountRefused."""
        account = self._processor.state.account
        position = UpdateOffset.parse(await self._inbox.cursor(account))
        while True:
            offset = position.value(self._clock.now())
            updates = await self._connection.retry(lambda: self._client.fetch_updates(offset))  # noqa: B023 - called at once
            if updates:
                position = position.after(updates, self._clock.now())
                values = await self._connection.retry(lambda: self._processor.to_values(updates))  # noqa: B023 - called at once
                await self._inbox.submit(values, Cursor(account, position.token))
