"""`glocal outbox` and `glocal deadletters`: show the queues, whether the bot runs or not."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy.exc import DatabaseError

from adapters.cli.settings import model
from storage.database import Database
from storage.queries import inbox, outbox
from storage.unit_of_work import UnitOfWork


def show_outbox(config: Path | None) -> int:
    """Print counts by state, and the rows that failed; return the exit code."""
    return _show(config, _outbox)


def show_dead_letters(config: Path | None) -> int:
    """Print the newest hundred; return the exit code."""
    return _show(config, _dead_letters)


def _show(config: Path | None, show: Callable[[UnitOfWork, Console], Awaitable[None]]) -> int:
    url = model.load(config).database_url
    file = Path(url.removeprefix("sqlite:///"))
    if not file.is_file():
        print(f"{file}: there is no database yet; `glocal run` makes it.", file=sys.stderr)
        return 1

    async def look() -> None:
        database = Database(url)
        try:
            async with database.reading() as uow:
                await show(uow, Console())
        finally:
            await database.close()

    try:
        asyncio.run(look())
    except DatabaseError as error:
        print(f"{file}: {error.orig}. `glocal run` makes the tables; storage.url names the file.", file=sys.stderr)
        return 2
    return 0


async def _outbox(uow: UnitOfWork, console: Console) -> None:
    counts = await outbox.counts_by_state(uow)
    console.print(", ".join(f"{state}: {count}" for state, count in sorted(counts.items())) or "The outbox is empty.")
    table = Table("state", "kind", "room", "attempts", "why", "key")
    for row in await outbox.failing(uow):
        _add(table, row.state, row.kind, row.room, str(row.attempts), row.detail, row.key)
    if table.row_count:
        console.print(table)


def _add(table: Table, *cells: str) -> None:
    """Add a row of plain text: what a platform said is not markup."""
    table.add_row(*(Text(cell) for cell in cells))


async def _dead_letters(uow: UnitOfWork, console: Console) -> None:
    table = Table("at", "kind", "error", "key")
    for letter in await inbox.dead_letters(uow):
        _add(table, letter.at.isoformat(timespec="seconds"), letter.kind, letter.error, letter.key)
    console.print(table if table.row_count else "No dead letters.")
