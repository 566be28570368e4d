"""The small file where a running bot reports its accounts' status; `glocal status` reads it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import msgspec
import structlog

from adapters.cli.supervision import AccountHealth
from adapters.files import write_whole

log = structlog.get_logger()
WRITE_SECONDS = 15.0


class Status(msgspec.Struct, frozen=True):
    """The status of a running process. `process`, `roles` and `holds`: on a server, where others may run too."""

    pid: int
    started_at: datetime
    written_at: datetime
    last_tidy: datetime | None
    accounts: list[AccountHealth]
    process: str = ""
    roles: list[str] = []
    holds: list[str] = []


def status_file(database: Path) -> Path:
    """Return where the status of the bot on this database is."""
    return database.with_name(f"{database.name}.status")


def read_status(file: Path) -> Status | None:
    """Return the last status; None when it can't be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Status)
    except (OSError, msgspec.MsgspecError):
        return None


def current(accounts: Sequence[AccountHealth], started_at: datetime, now: datetime, tidy: datetime | None) -> Status:
    """Return the status of this process."""
    return Status(os.getpid(), started_at, now, tidy, list(accounts))


async def keep_status(file: Path, status: Callable[[], Status], seconds: float = WRITE_SECONDS) -> None:
    """Write the status again and again until cancelled."""
    while True:
        try:
            await asyncio.to_thread(write_whole, file, msgspec.json.encode(status()))
        except OSError as error:
            log.warning("status-not-written", file=str(file), why=error.strerror)
        await asyncio.sleep(seconds)
