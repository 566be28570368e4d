"""`glocal status`: how the bot is, whether it runs or not."""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from adapters.cli.file_lock import exclusive, lock_file
from adapters.cli.settings import model
from adapters.cli.status_file import WRITE_SECONDS, Status, read_status, status_file
from bots.clock import SystemClock
from storage.database import Database
from storage.errors import explain
from storage.queries.overview import Overview, overview

SILENT_SECONDS = WRITE_SECONDS * 4
"""A status that is older than this comes from a process that no longer writes it."""


def show(config: Path | None) -> int:
    """Print accounts, queues and the last tidying; return 0, or 1 when the bot does not run."""
    settings = model.load(config)
    file = settings.database_file
    if not file.is_file():
        print(f"{file}: there is no database yet; `glocal run` makes it.", file=sys.stderr)
        return 1
    now = SystemClock().now()
    try:
        figures = asyncio.run(_figures(settings.database_url, now))
    except DatabaseError as error:
        print(explain(str(file), error.orig), file=sys.stderr)
        return 2
    running = is_running(file)
    _print_process(running=running, status=read_status(status_file(file)) if running else None, now=now)
    _print_queues(figures, now)
    return 0 if running else 1


def is_running(database: Path) -> bool:
    """Return whether a bot uses this database."""
    with exclusive(lock_file(database)) as free:
        return not free


async def _figures(url: str, now: datetime) -> Overview:
    database = Database(url)
    try:
        async with database.reading() as uow:
            return await overview(uow, now)
    finally:
        await database.close()


def _print_process(*, running: bool, status: Status | None, now: datetime) -> None:
    if not running:
        print("The bot isn't running. `glocal run` starts it.")
        return
    if status is None:
        print("The bot is running, but hasn't written its status yet. Try again in a few seconds.")
        return
    print(f"The bot has been running as process {status.pid} since {_minute(status.started_at)}.")
    silent = (now - status.written_at).total_seconds()
    if silent > SILENT_SECONDS:
        print(f"Its last sign of life was {silent:.0f} s ago: it is stopped or hangs. What follows is from then.")
    for each in status.accounts:
        why = f", try {each.tries}: {each.why}" if each.why else ""
        print(f"  {each.account}: {each.state} since {_minute(each.since)}{why}")
    print(f"Last tidied: {_minute(status.last_tidy) if status.last_tidy else 'not yet'}")


def _print_queues(figures: Overview, now: datetime) -> None:
    counts = ", ".join(f"{count} {state}" for state, count in sorted(figures.outbox.items())) or "empty"
    print(f"Outbox: {counts}")
    print(f"Oldest due message has waited: {figures.queue_seconds(now):.0f} s")
    print(f"Timers are late by: {figures.timer_lag_seconds(now):.0f} s")
    print(f"Dead letters: {figures.dead_letters}")


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
