"""Where a dialogue is played: the real core and the sandbox, in a folder that goes afterwards, with a clock that only
the dialogue moves.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from adapters.cli.application import House
from adapters.cli.rehearse.script import RoomLine, Script, slug
from adapters.sandbox.adapter import WebAdapter
from adapters.sandbox.platform.actions import Acts
from adapters.sandbox.platform.models import BOT, Figure, Message, Place
from adapters.sandbox.platform.profiles import LOOKS
from adapters.sandbox.platform.sandbox import Sandbox
from bots.clock import MovableClock
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import inbox, outbox, timers

_CODE = re.compile(r"link ([a-z2-9]{8})")
_ROUNDS = 1_000


class RehearsalStage:
    """A sandbox with the dialogue's rooms and people, and the bot in it."""

    def __init__(self, sandbox: Sandbox, clock: MovableClock, house: House, adapters: Sequence[WebAdapter]) -> None:
        self.sandbox = sandbox
        self.clock = clock
        self.acts = Acts(sandbox)
        self._house = house
        self._adapters = adapters

    # Time

    async def settle(self) -> None:
        """Let everything happen that can happen now."""
        for _ in range(_ROUNDS):
            moved = await self._house.timers.fire_due()
            for adapter in self._adapters:
                moved |= await adapter.read_on(self._house.dispatch)
            for delivery in self._house.deliveries:
                moved |= await delivery.drain()
            if not moved:
                return
        raise RuntimeError("the rehearsal never comes to rest")

    async def forward(self, by: timedelta) -> None:
        """Time goes on, stopping at everything that comes due on the way."""
        until = self.clock.now() + by
        await self.settle()
        while (due := await self._next_due(until)) is not None:
            self.clock.set(due)
            await self.settle()
        self.clock.set(until)
        await self.settle()

    async def _next_due(self, until: datetime) -> datetime | None:
        now = self.clock.now()
        async with self._house.database.reading() as uow:
            times = [await timers.next_due(uow)]
            times += [await outbox.next_due(uow, adapter.account, now) for adapter in self._adapters]
        return min((time for time in times if time is not None and now < time <= until), default=None)

    # People and rooms

    def set_up(self, rooms: Sequence[RoomLine]) -> None:
        """Everybody is where the dialogue has them at its beginning; who manages a room has asked the bot in."""
        for room in rooms:
            place = Place(
                id=slug(room.name), account=room.account, name=room.name, locale=room.locale, zone=room.zone,
                place=room.name,
            )  # fmt: skip
            for name, _ in room.people:
                self.sandbox.add_person(Figure(id=slug(name), name=name, locale=room.locale))
            inside = [slug(name) for name, mark in room.people if mark != "new"]
            managers = [slug(name) for name, mark in room.people if mark == "manages"]
            self.sandbox.add_room(place, [user for user in inside if user not in managers], managers)
            for user in (managers or inside)[:1]:
                self.acts.invite_bot(user, place.id)

    def code(self) -> str:
        """The newest code of a network that the bot told somebody; CODE when it told none."""
        rows = self.sandbox.store.all("SELECT text FROM messages WHERE author = ? ORDER BY id DESC", BOT)
        found = (_CODE.search(row["text"]) for row in rows)
        return next((match.group(1) for match in found if match), "CODE")

    def said_since(self, rev: int) -> list[Message]:
        """The bot's messages that came or changed since, and its short notices, which are shown and not kept."""
        changes = enumerate(self.sandbox.changes_after(rev) or [], rev)
        found = [self._shown(kind, subject, number) for number, (kind, subject) in changes]
        return [message for message in found if message is not None and message.author == BOT and not message.gone]

    def _shown(self, kind: str, subject: str, number: int) -> Message | None:
        """What a change shows; a notice, which has no number of its own, is told from others by that of the change."""
        if kind == "toast":
            user, room, text = subject.split(":", 2)
            return Message(id=-number, room=room, author=BOT, at=self.clock.now(), text=text, private_to=user)
        return self.sandbox.message(subject) if kind == "message" else None

    async def failures(self) -> list[str]:
        """What went wrong inside."""
        async with self._house.database.reading() as uow:
            return [f"{letter.key}: {letter.error}" for letter in await inbox.dead_letters(uow)]


@asynccontextmanager
async def opened(script: Script) -> AsyncIterator[RehearsalStage]:
    """A stage with the dialogue's rooms; everything that it keeps is gone afterwards."""
    clock = MovableClock(script.begin.replace(tzinfo=ZoneInfo(script.rooms[0].zone)))
    with TemporaryDirectory(prefix="glocal-rehearsal-") as folder:
        sandbox = Sandbox(clock=clock)
        database = Database(f"sqlite:///{Path(folder) / 'glocal.db'}")
        adapters = [WebAdapter(sandbox, account) for account in LOOKS]
        house = House(database, adapters, clock)
        try:
            await upgrade(database.engine)
            await house.load()
            async with asyncio.TaskGroup() as tasks:
                dispatching = tasks.create_task(house.dispatch.run())
                stage = RehearsalStage(sandbox, clock, house, adapters)
                stage.set_up(script.rooms)
                await stage.settle()
                yield stage
                dispatching.cancel()
        finally:
            await database.close()
            sandbox.close()
