"""Long polling. Each batch is submitted with its cursor before the next poll, whose higher offset confirms it."""

from __future__ import annotations

from adapters.telegram.api.client import Client
from adapters.telegram.api.retry import Connection
from adapters.telegram.inbound.offset import UpdateOffset
from adapters.telegram.inbound.processor import UpdateProcessor
from bots.ports import Clock, Cursor, Inbox


async def poll(client: Client, processor: UpdateProcessor, inbox: Inbox, connection: Connection, clock: Clock) -> None:
    """Poll for the updates of one signed-in account until cancelled, and submit them. Raises AccountRefused."""
    position = UpdateOffset.parse(await inbox.cursor(connection.account))
    while True:
        offset = position.value(clock.now())
        updates = await connection.retry(lambda: client.fetch_updates(offset))  # noqa: B023 - called at once
        if updates:
            position = position.after(updates, clock.now())
            values = await connection.retry(lambda: processor.to_values(updates))  # noqa: B023 - called at once
            await inbox.submit(values, Cursor(connection.account, position.token))
