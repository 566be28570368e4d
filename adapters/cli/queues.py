"""`glocal outbox` and `glocal deadletters`: show and change the queues, whether the bot runs or not."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from adapters.cli.opened_database import with_database
from bots.clock import SystemClock
from storage.database import Database
from storage.queries import dead_letters, failed_sends, inbox, outbox
from storage.unit_of_work import UnitOfWork

_WIDE = 500
"""Characters in a line that goes to a file or another program."""


def show_outbox(config: Path | None) -> int:
    """Print counts by state, and the rows that failed; return the exit code."""
    return _show(config, _outbox)


def show_dead_letters(config: Path | None) -> int:
    """Print the newest hundred; return the exit code."""
    return _show(config, _dead_letters)


def retry_outbox(config: Path | None, keys: Sequence[str]) -> int:
    """Send refused and unknown messages again (all of them without keys); return the exit code."""
    return _change(config, lambda uow, now: failed_sends.retry(uow, keys, now), "will be sent again within a minute")


def drop_outbox(config: Path | None, keys: Sequence[str]) -> int:
    """Give up messages that are not sent yet; return the exit code."""
    return _change(config, lambda uow, now: failed_sends.drop(uow, keys, now), "dropped")


def retry_dead_letters(config: Path | None, keys: Sequence[str]) -> int:
    """Let the bot handle dead letters again (all of them without keys); return the exit code."""
    what = "will be handled again within a minute, or when the bot starts"
    return _change(config, lambda uow, now: dead_letters.request_retry(uow, keys, now), what)


def drop_dead_letters(config: Path | None, keys: Sequence[str]) -> int:
    """Delete dead letters; return the exit code."""
    return _change(config, lambda uow, _now: dead_letters.drop(uow, keys), "dropped")


def _change(config: Path | None, change: Callable[[UnitOfWork, datetime], Awaitable[int]], what: str) -> int:
    async def act(database: Database) -> int:
        async with database.transaction() as uow:
            return await change(uow, SystemClock().now())

    code, number = with_database(config, act)
    if number is not None:
        print(f"{number} {what}.")
    return code if number else code or 1


def _show(config: Path | None, show: Callable[[UnitOfWork, Console], Awaitable[None]]) -> int:
    async def look(database: Database) -> None:
        async with database.reading() as uow:
            await show(uow, Console(width=None if sys.stdout.isatty() else _WIDE))

    return with_database(config, look)[0]


async def _outbox(uow: UnitOfWork, console: Console) -> None:
    counts = await outbox.counts_by_state(uow)
    console.print(", ".join(f"{state}: {count}" for state, count in sorted(counts.items())) or "The outbox is empty.")
    table = Table("state", "kind", "room", "attempts", "why", _key_column())
    for row in await failed_sends.failing(uow):
        _add(table, row.state, row.kind, row.room, str(row.attempts), row.detail, row.key)
    if table.row_count:
        console.print(table)


def _key_column() -> Column:
    """Return a column that shows keys in full, since `retry` and `drop` take them."""
    return Column("key", overflow="fold")


def _add(table: Table, *cells: str) -> None:
    """Add a row of plain text: what a platform said is not markup."""
    table.add_row(*(Text(cell) for cell in cells))


async def _dead_letters(uow: UnitOfWork, console: Console) -> None:
    table = Table("at", "kind", "error", _key_column())
    for letter in await inbox.dead_letters(uow):
        _add(table, letter.at.isoformat(timespec="seconds"), letter.kind, letter.error, letter.key)
    console.print(table if table.row_count else "No dead letters.")
