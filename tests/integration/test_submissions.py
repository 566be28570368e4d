"""How the inbox commits what a door submits at once."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bots.clock import SystemClock
from bots.commands.declaration import Args, Command
from bots.core.inbound import CommandInvoked, Person, Value
from bots.dispatch.inbox import LARGEST_PART, Dispatch
from bots.dispatch.processor import BatchProcessor
from bots.dispatch.rate_limits import NO_LIMITS, RateLimiter
from bots.ports import Capabilities, Cursor
from bots.routing.feature import Feature
from bots.routing.router import Router
from bots.turn.effects import Effects
from bots.turn.turn import Turn
from storage.database import Database
from tests.stores import store


class WatchedProcessor(BatchProcessor):
    """Notes how many values and cursors each commit had."""

    def __init__(self, database: Database, router: Router) -> None:
        super().__init__(database, router, SystemClock(), {"memory": Capabilities(platform="memory")})
        self.commits: list[tuple[int, int]] = []

    async def commit(
        self, values: Sequence[Value], cursors: Sequence[Cursor], replaced: Sequence[Value] = ()
    ) -> Effects:
        """Commit, and note it."""
        self.commits.append((len(values), len(cursors)))
        return await super().commit(values, cursors, replaced)


async def greet(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Answer."""
    turn.answer("dialog-cancelled")


def greeting(number: int) -> CommandInvoked:
    """Return the command."""
    person = Person(platform="memory", user="@mo", name="Mo")
    return CommandInvoked(
        key=f"memory:{number}", account="memory", room="#hall", at=datetime.now(UTC), person=person, line="greet"
    )


async def test_many_values_are_committed_in_parts_and_the_cursor_comes_last(tmp_path: Path) -> None:
    """A long page from a platform keeps no transaction open for long, and after a crash in it, it is read again."""
    database = Database(store("sqlite").url(tmp_path))
    router = Router([Feature(name="greeting", commands=((Command(name="greet", needs=None, hidden=True), greet),))])
    processor = WatchedProcessor(database, router)
    dispatch = Dispatch(database, processor, router, lambda _: None, RateLimiter(NO_LIMITS, SystemClock()))
    running = asyncio.create_task(dispatch.run())
    await dispatch.submit([greeting(number) for number in range(100)], Cursor("memory", "after"))
    assert [values for values, _ in processor.commits] == [LARGEST_PART] * 3 + [100 - 3 * LARGEST_PART]
    assert [cursors for _, cursors in processor.commits] == [0, 0, 0, 1]
    assert await dispatch.cursor("memory") == "after"
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await database.close()
