"""A bot with one test feature, and values for it."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import select

from adapters.cli.application import Application
from bots.clock import MovableClock
from bots.core.inbound import ButtonPressed, Person, TimerFired
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Text
from bots.dispatch.rate_limits import NO_LIMITS
from bots.ports import Capabilities
from bots.routing.feature import Feature
from bots.routing.router import Router
from bots.testing import MemoryAdapter, MemoryPlatform
from bots.turn.turn import Turn
from storage.database import Database
from storage.tables import Room, WrongCodes
from tests.stores import FILE, store

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


async def handle_press(value: ButtonPressed, turn: Turn) -> None:
    """Handle `ok`: write a row; `bad`: write one and raise; `clash`: break a constraint at the end of the batch;
    `wait`: postpone a timer; `refuse`: change a row and refuse."""
    code = f"{value.subject}-{value.choice}"
    if value.subject == "wait":
        turn.schedule("later", value.choice, turn.now + timedelta(hours=1))
        return
    if value.subject == "refuse":
        turn.room.name = "changed"
        raise Refusal("button-unknown")
    if value.subject == "clash":
        turn.uow.session.add(WrongCodes(scope="same", since=turn.now))
        turn.uow.session.add(WrongCodes(scope="same", since=turn.now))
        return
    await turn.uow.add(WrongCodes(scope=code, since=turn.now))
    if value.subject == "bad":
        raise RuntimeError("boom")
    turn.post_content(Content(text=(Text(code),), buttons=(Button("probe:ok:reply", "again", "🔁"),)))


async def handle_timer(timer: TimerFired, turn: Turn) -> None:
    """Write a row, or break a constraint at the end of the batch."""
    codes = ["same", "same"] if timer.subject == "clash" else [f"{timer.subject}-fired"]
    for code in codes:
        turn.uow.session.add(WrongCodes(scope=code, since=turn.now))


FEATURE = Feature(name="probe", buttons={"probe": handle_press}, timers={"later": handle_timer})


class RunningBot:
    """A bot with one test feature."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE
        self._folder = folder
        self.clock = MovableClock(NOW)
        self.platform = MemoryPlatform(self.clock)

    async def open(self, busy_seconds: float = 5.0, feature: Feature = FEATURE) -> None:
        """Start dispatch on the database file."""
        self.database = Database(store().url(self._folder), busy_seconds=busy_seconds)
        adapter = MemoryAdapter(self.platform, Capabilities(buttons=False, idempotent=True))
        self.application = Application(self.database, [adapter], self.clock, router=Router([feature]), limits=NO_LIMITS)
        await self.application.resume()
        async with self.database.transaction() as uow:
            if not await uow.get(Room, 1):
                await uow.add(Room(account="memory", platform="memory", room="#r", created_at=NOW))
        self.running = asyncio.create_task(self.application.dispatch.run())

    async def close(self) -> None:
        """Stop dispatch and close the database."""
        self.running.cancel()
        await asyncio.gather(self.running, return_exceptions=True)
        await self.database.close()

    async def codes(self) -> set[str]:
        """Return the codes that the handlers wrote."""
        async with self.database.reading() as uow:
            return {row.scope for row in await uow.all(select(WrongCodes))}


def button_press(what: str, number: int = 0, key: str | None = None) -> ButtonPressed:
    """Return the press of a button by Anna."""
    person = Person(platform="memory", user="@anna", name="Anna")
    return ButtonPressed(
        key=key or f"k{what}{number}",
        account="memory",
        room="#r",
        at=NOW,
        person=person,
        button=f"probe:{what}:{number}",
    )
