"""What a transaction tells the other processes on a server when it commits.

https://www.postgresql.org/docs/current/sql-notify.html: PostgreSQL sends it with the commit, and not after a rollback.
"""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlalchemy import text

from storage.unit_of_work import UnitOfWork

CHANNEL = "glocal"
_NOTIFY = text("SELECT pg_notify(:channel, :payload)")
_LONGEST = 7000
"""Bytes; PostgreSQL refuses 8,000 and more."""


class Notification(msgspec.Struct, frozen=True, omit_defaults=True):
    """What changed. `process` is who says so, and need not hear it.

    - `accounts`: their outboxes or message filters. `everything`: all of that, and all timers.
    - `timers`: when the earliest of the timers that were set is due. `capabilities`: an account can do something else.
    - `files`: a file is wanted or ready.
    """

    process: str
    accounts: tuple[str, ...] = ()
    timers: datetime | None = None
    capabilities: bool = False
    files: bool = False
    everything: bool = False


async def notify(uow: UnitOfWork, notice: Notification) -> None:
    """Tell the other processes when this transaction commits."""
    payload = msgspec.json.encode(notice)
    if len(payload) > _LONGEST:
        payload = msgspec.json.encode(Notification(notice.process, everything=True, capabilities=True, files=True))
    await uow.execute(_NOTIFY.bindparams(channel=CHANNEL, payload=payload.decode()))


def parse(payload: str) -> Notification | None:
    """Return a notice; None if we don't understand it, such as a notice of another version."""
    try:
        return msgspec.json.decode(payload, type=Notification)
    except (msgspec.MsgspecError, UnicodeError):
        return None
