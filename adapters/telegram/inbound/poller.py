"""Long polling. Each batch is submitted with its cursor before the next poll, whose higher offset confirms it.

While a chat waits for its admins, the offset stays at its first update, so that Telegram keeps it. The updates of other
chats are handled meanwhile, once each.
"""

from __future__ import annotations

from adapters.telegram.api.client import Client
from adapters.telegram.api.retry import Connection
from adapters.telegram.inbound.offset import UpdateOffset
from adapters.telegram.inbound.processor import UpdateProcessor
from bots.ports import Clock, Cursor, Inbox


async def poll(client: Client, processor: UpdateProcessor, inbox: Inbox, connection: Connection, clock: Clock) -> None:
    """Poll for the updates of one signed-in account until cancelled, and submit them. Raises AccountRefused."""
    position = UpdateOffset.parse(await inbox.cursor(connection.account))
    handled: set[int] = set()
    while True:
        offset = position.value(clock.now())
        updates = await connection.retry(lambda: client.fetch_updates(offset))  # noqa: B023 - called at once
        if updates:
            translated = await processor.to_values([one for one in updates if one.update_id not in handled])
            position = position.after(updates, translated.held, clock.now())
            handled = {one.update_id for one in updates} - translated.held if translated.held else set()
            await inbox.submit(translated.values, Cursor(connection.account, position.token))
