"""An outbox row as an adapter is given it."""

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

Read = Callable[[Attachment], Awaitable[bytes | None]]
"""Gives the content of a file, whichever account has it."""


async def prepared(database: Database, row: Outbox, read: Read) -> Sending | None:
    """The row as a value; None when what it is about was never shown."""
    target, also = None, ()
    if row.placement is not None:
        async with database.reading() as uow:
            placement = await outbox.placement(uow, row.placement)
        if placement is None or placement.message is None:
            return None
        target, also = placement.message, tuple(json.loads(placement.also))
    key = f"{row.key}.{row.version}" if row.version else row.key
    call = outbound.decode(row.payload)
    if call.room != row.room:  # the room moved meanwhile
        call = structs.replace(call, room=row.room)
    files = await _files(call, read)
    return Sending(key=key, call=call, target=target, also=also, files=files, made=row.created_at)


async def _files(call: Call, read: Read) -> tuple[bytes | None, ...]:
    """What the attachments of a new message hold; an edit leaves them as they are."""
    if not isinstance(call, outbound.Post | outbound.DirectMessage | outbound.Answer):
        return ()
    return tuple([await read(attachment) for attachment in call.content.attachments])
