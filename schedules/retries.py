"""Handle dead letters again, on an operator's request."""

from __future__ import annotations

import msgspec
import structlog

from bots.core import inbound
from bots.core.inbound import TimerFired
from bots.ports import Inbox
from storage.database import Database
from storage.queries import dead_letters
from storage.queries import inbox as inbox_queries
from storage.queries.timers import SET_TIMER

log = structlog.get_logger()


async def retry_dead_letter(database: Database, inbox: Inbox, key: str) -> None:
    """Submit the value once more. If it fails again, it becomes a dead letter again.

    Dispatch deletes the letter in the transaction that handles the value. A process that dies before it tries again at
    its next start; one that dies after it finds no letter any longer, and handles nothing twice.
    """
    async with database.transaction() as uow:
        payload = await dead_letters.payload(uow, key)
        if payload is None:
            await dead_letters.forget(uow, key)
            return
        try:
            value = inbound.decode(payload)
        except (msgspec.MsgspecError, ValueError) as error:
            log.error("dead-letter-unreadable", key=key, why=str(error))
            await dead_letters.stop_retrying(uow, key)
            return
        await dead_letters.allow_again(uow, key)
        if isinstance(value, TimerFired):
            await dead_letters.forget(uow, key)
            uow.defer(SET_TIMER, {"kind": value.kind, "subject": value.subject, "due": value.due})
            return
    log.info("dead-letter-retried", key=key, kind=type(value).__name__)
    await inbox.submit([value])
    async with database.transaction() as uow:
        if await inbox_queries.seen_keys(uow, [key]):
            await dead_letters.stop_retrying(uow, key)
        else:  # no handler needs it any longer
            await dead_letters.forget(uow, key)
