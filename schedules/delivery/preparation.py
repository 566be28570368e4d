"""Conversion of outbox rows to the values that adapters send."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from msgspec import structs

from bots.core import outbound
from bots.core.inbound import Attachment
from bots.core.outbound import Call
from bots.ports import Sending
from storage.database import Database
from storage.queries import outbox
from storage.tables import Outbox

ReadFile = Callable[[Attachment], Awaitable[bytes | None]]
"""Returns the content of a file of any account, or None."""


async def prepare(database: Database, row: Outbox, read: ReadFile) -> Sending | None:
    """Convert a row. Return None if it changes a message that we never sent."""
    target, extra_messages = None, ()
    if row.placement is not None:
        async with database.reading() as uow:
            placement = await outbox.placement(uow, row.placement)
        if placement is None or placement.message is None:
            return None
        target, extra_messages = placement.message, tuple(json.loads(placement.extra_messages))
    key = f"{row.key}.{row.version}" if row.version else row.key
    call = outbound.decode(row.payload)
    if call.room != row.room:  # the room has a new id since
        call = structs.replace(call, room=row.room)
    files = await _read_files(call, read)
    return Sending(
        key=key, call=call, target=target, extra_messages=extra_messages, files=files, queued_at=row.created_at
    )


async def _read_files(call: Call, read: ReadFile) -> tuple[bytes | None, ...]:
    """Read the attachments of a new message. An edit doesn't change them."""
    if not isinstance(call, outbound.Post | outbound.DirectMessage | outbound.Answer):
        return ()
    return tuple([await read(attachment) for attachment in call.content.attachments])
