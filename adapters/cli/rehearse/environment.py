"""The environment of a rehearsal: the real core, the sandbox, and a clock that the dialogue moves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from adapters.cli.application import Application
from adapters.cli.demo.clock import next_stop
from adapters.cli.rehearse.script import RoomSetup, Script, slug
from adapters.sandbox.adapter import SandboxAdapter
from adapters.sandbox.platform.actions import SandboxActions
from adapters.sandbox.platform.models import BOT, Message, User
from adapters.sandbox.platform.profiles import PROFILES
from adapters.sandbox.platform.sandbox import Sandbox
from bots.clock import MovableClock
from bots.dispatch.rate_limits import NO_LIMITS
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import inbox

_ROUNDS = 1_000


class RehearsalEnvironment:
    """A sandbox with the dialogue's rooms and people, and the bot."""

    def __init__(
        self, sandbox: Sandbox, clock: MovableClock, application: Application, adapters: Sequence[SandboxAdapter]
    ) -> None:
        self.sandbox = sandbox
        self.clock = clock
        self.actions = SandboxActions(sandbox)
        self._application = application
        self._adapters = adapters

    # Time

    async def settle(self) -> None:
        """Process everything that is due."""
        for _ in range(_ROUNDS):
            moved = await self._application.timers.fire_due()
            for adapter in self._adapters:
                moved |= await adapter.read_new(self._application.dispatch)
            for delivery in self._application.deliveries:
                moved |= await delivery.drain()
            if not moved:
                return
        raise RuntimeError("the rehearsal never comes to rest")

    async def forward(self, by: timedelta) -> None:
        """Move the clock forward, stopping at everything that comes due."""
        until = self.clock.now() + by
        await self.settle()
        while (due := await next_stop(self._application)) is not None and self.clock.now() < due <= until:
            self.clock.set(due)
            await self.settle()
        self.clock.set(until)
        await self.settle()

    # People and rooms

    def add_rooms(self, rooms: Sequence[RoomSetup]) -> None:
        """Create the rooms with their people. The managers of each room invite the bot."""
        for setup in rooms:
            room, people = setup.room, [(slug(name), mark) for name, mark in setup.people]
            for name, _ in setup.people:
                self.sandbox.add_user(User(id=slug(name), name=name, locale=room.locale))
            members = [user for user, mark in people if not mark]
            managers = [user for user, mark in people if mark == "manages"]
            self.sandbox.add_room(room, members, managers)
            for user in (managers or members)[:1]:
                self.actions.invite_bot(user, room.id)

    def messages_since(self, rev: int) -> list[Message]:
        """Return the bot's new and changed messages, and its short notices, which are not stored."""
        changes = enumerate(self.sandbox.changes_after(rev) or [], rev)
        found = [self._message_of(kind, subject, number) for number, (kind, subject) in changes]
        return [message for message in found if message is not None and message.author == BOT and not message.gone]

    def _message_of(self, kind: str, subject: str, number: int) -> Message | None:
        """Return the message of a change. A notice has no id of its own, so it takes the number of the change."""
        if kind == "toast":
            user, room, text = subject.split(":", 2)
            return Message(id=-number, room=room, author=BOT, at=self.clock.now(), text=text, private_to=user)
        return self.sandbox.message(subject) if kind == "message" else None

    async def failures(self) -> list[str]:
        """Return the dead letters as text."""
        async with self._application.database.reading() as uow:
            return [f"{letter.key}: {letter.error}" for letter in await inbox.dead_letters(uow)]


@asynccontextmanager
async def open_environment(script: Script) -> AsyncIterator[RehearsalEnvironment]:
    """Open an environment with the dialogue's rooms, and delete it afterwards."""
    clock = MovableClock(script.begin.replace(tzinfo=ZoneInfo(script.rooms[0].room.zone)))
    with TemporaryDirectory(prefix="glocal-rehearsal-") as folder:
        sandbox = Sandbox(clock=clock)
        database = Database(f"sqlite:///{Path(folder) / 'glocal.db'}")
        adapters = [SandboxAdapter(sandbox, account) for account in PROFILES]
        application = Application(database, adapters, clock, limits=NO_LIMITS)
        try:
            await upgrade(database.engine)
            await application.resume()
            async with asyncio.TaskGroup() as tasks:
                dispatching = tasks.create_task(application.dispatch.run())
                environment = RehearsalEnvironment(sandbox, clock, application, adapters)
                environment.add_rooms(script.rooms)
                await environment.settle()
                yield environment
                dispatching.cancel()
        finally:
            await database.close()
            sandbox.close()
