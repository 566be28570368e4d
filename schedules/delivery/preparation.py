"""Conversion of outbox rows to the values that adapters send."""

from __future__ import annotations

import json

from msgspec import structs

from bots.core import outbound
from bots.core.inbound import Attachment
from bots.core.outbound import Call
from bots.ports import Sending
from storage.database import Database
from storage.queries import outbox
from storage.tables import Outbox


async def prepare(database: Database, row: Outbox) -> Sending | None:
    """Convert a row, without its files. Return None if its content was taken back, or if its message was never sent."""
    if not row.payload:
        return None
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
    return Sending(key=key, call=call, target=target, extra_messages=extra_messages, queued_at=row.created_at)


def attachments(call: Call) -> tuple[Attachment, ...]:
    """Return the attachments of a new message, or the cover of an event. An edit of a message doesn't change them."""
    if isinstance(call, outbound.Post | outbound.DirectMessage | outbound.Answer):
        return call.content.attachments
    if isinstance(call, outbound.PublishScheduledEvent) and call.picture is not None:
        return (call.picture,)
    return ()
