"""Handle dead letters again, on an operator's request."""

from __future__ import annotations

import msgspec
import structlog

from bots.core import inbound
from bots.core.inbound import TimerFired
from bots.ports import Inbox
from storage.database import Database
from storage.queries import dead_letters
from storage.queries.timers import SET_TIMER

log = structlog.get_logger()


async def retry_dead_letter(database: Database, inbox: Inbox, key: str) -> None:
    """Submit the value once more. If it fails again, it becomes a dead letter again.

    The letter goes in the same transaction that lets the value in again, so that no restart handles it twice. A process
    that dies in between loses it; the log has it then.
    """
    async with database.transaction() as uow:
        payload = await dead_letters.payload(uow, key)
        await dead_letters.forget(uow, key)
        if payload is None:
            return
        try:
            value = inbound.decode(payload)
        except (msgspec.MsgspecError, ValueError) as error:
            log.error("dead-letter-unreadable", key=key, why=str(error))
            return
        await dead_letters.allow_again(uow, key)
        if isinstance(value, TimerFired):
            uow.defer(SET_TIMER, {"kind": value.kind, "subject": value.subject, "due": value.due})
            return
    log.info("dead-letter-retried", key=key, kind=type(value).__name__)
    await inbox.submit([value])
