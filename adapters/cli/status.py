"""`glocal status`: how the bot is, whether it runs or not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from adapters.cli.opened_database import with_database
from adapters.cli.run_lock import is_running
from adapters.cli.running_bot import RunningBot, running_on
from adapters.cli.settings import model
from adapters.cli.status_file import WRITE_SECONDS, Status, read_status, status_file
from bots.clock import SystemClock
from storage.database import Database
from storage.queries.overview import Overview, overview

SILENT_SECONDS = WRITE_SECONDS * 4
"""A status that is older than this comes from a process that no longer writes it."""


def show(config: Path | None) -> int:
    """Print accounts, queues and the last tidying; return 0, or 1 when the bot does not run."""
    settings, now = model.load(config), SystemClock().now()

    async def look(database: Database) -> tuple[bool, RunningBot, Overview]:
        async with database.reading() as uow:
            figures = await overview(uow, now)
        running = await is_running(settings, database)
        if database.file is None:
            return running, await running_on(database), figures
        status = read_status(status_file(settings.process_files)) if running else None
        return running, RunningBot([status] if status is not None else []), figures

    code, found = with_database(config, look)
    if found is None:
        return code
    running, bot, figures = found
    _print_bot(bot, running=running, now=now)
    _print_queues(figures, now)
    return 0 if running else 1


def _print_bot(bot: RunningBot, *, running: bool, now: datetime) -> None:
    if not running:
        print("The bot isn't running. `glocal run` starts it.")
        return
    if not bot.processes:
        print("The bot is running, but hasn't written its status here yet. Try again in a few seconds.")
        return
    for status in bot.processes:
        _print_process(status, now)
    for each in bot.unheld:
        print(f"  {each.account}: {each.state}")
    print(f"Last tidied: {_minute(bot.last_tidy) if bot.last_tidy else 'not yet'}")


def _print_process(status: Status, now: datetime) -> None:
    where = f" ({status.process})" if status.process else ""
    print(f"The bot has been running as process {status.pid}{where} since {_minute(status.started_at)}.")
    if status.process:
        print(f"  roles: {', '.join(status.roles)}; it holds {', '.join(status.holds) or 'nothing, and stands by'}")
    silent = (now - status.written_at).total_seconds()
    if silent > SILENT_SECONDS:
        print(f"Its last sign of life was {silent:.0f} s ago: it is stopped or hangs. What follows is from then.")
    for each in status.accounts:
        why = f", try {each.tries}: {each.why}" if each.why else ""
        print(f"  {each.account}: {each.state} since {_minute(each.since)}{why}")


def _print_queues(figures: Overview, now: datetime) -> None:
    counts = ", ".join(f"{count} {state}" for state, count in sorted(figures.outbox.items())) or "empty"
    print(f"Outbox: {counts}")
    print(f"Oldest due message has waited: {figures.queue_seconds(now):.0f} s")
    print(f"Timers are late by: {figures.timer_lag_seconds(now):.0f} s")
    print(f"Dead letters: {figures.dead_letters}")


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
