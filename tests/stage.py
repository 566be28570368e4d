"""A stage for dialogues: the real dispatch, delivery, timers and a real SQLite file, on the in-memory platform.

Nothing sleeps: `settle` runs everything until nothing moves, `forward` moves the clock from one due thing to the next.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills SQLModel.metadata
from adapters.cli.application import House
from bots.clock import MovableClock
from bots.ports import Capabilities
from bots.testing import BOT, MemoryAdapter, MemoryPlatform, Shown
from storage.database import Database
from storage.queries import communities, inbox, members, outbox, timers
from storage.tables import Animator, Community, Identity, Network, Room
from storage.unit_of_work import UnitOfWork

PLAIN = Capabilities(buttons=False, native_polls=True, idempotent=True)
"""Like Matrix: no buttons (reactions stand in), no private answers, native polls."""
RICH = Capabilities(buttons=True, private_answers=True, moments=True)
"""Like Discord: buttons and answers that only one person sees."""
START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
"""A Wednesday."""


class Stage:
    """One bot, one platform (`more` adds others: rooms of another account)."""

    def __init__(self, path: Path, capabilities: Capabilities, at: datetime) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self.clock = MovableClock(at)
        self.platform = MemoryPlatform(self.clock)
        self.capabilities = capabilities
        self.read_up_to = 0

    async def open(self) -> None:
        """Start the bot on what the database file holds."""
        self.database = Database(f"sqlite:///{self.path / 'glocal.db'}")
        async with self.database.engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        self.adapter = MemoryAdapter(self.platform, self.capabilities)
        self.house = House(self.database, [self.adapter], self.clock)
        await self.house.load()
        self._dispatching = asyncio.create_task(self.house.dispatch.run())
        await self.house.take_up_parked()

    async def close(self) -> None:
        """Stop the bot."""
        self._dispatching.cancel()
        await asyncio.gather(self._dispatching, return_exceptions=True)
        await self.database.close()

    async def restart(self) -> None:
        """Stop the bot and start it again; the platform and the database file remain."""
        await self.close()
        await self.open()

    # Setting up

    async def community(
        self, room: str = "#lyon", *, name: str = "Lyon", locale: str = "en", zone: str = "Europe/Paris",
        connector: str = "@carla", network: int | None = None, **settings: object,
    ) -> Community:  # fmt: skip
        """A community with one home room and a connector, without the dialog that makes one."""
        async with self.database.transaction() as uow:
            now = self.clock.now()
            made = Community(name=name, locale=locale, zone=zone, network_id=network, created_at=now)
            await uow.add(made.sqlmodel_update(settings))
            await uow.add(self._room_row(room, role="home", community=made.id))
            await self._animator(uow, connector, "connector", community=made.id)
        self.platform.members.setdefault(room, []).append(connector)
        return made

    async def network(
        self, room: str = "#network", *, name: str = "Les Passeurs", locale: str = "en", zone: str = "UTC",
        coordinator: str = "@nora", code: str = "netcode1",
    ) -> Network:  # fmt: skip
        """A network with its highlights room and a coordinator."""
        async with self.database.transaction() as uow:
            made = await uow.add(Network(name=name, locale=locale, zone=zone, code=code, created_at=self.clock.now()))
            await uow.add(self._room_row(room, role="highlights", network=made.id))
            await self._animator(uow, coordinator, "coordinator", network=made.id)
        return made

    def _room_row(self, room: str, role: str, *, community: int | None = None, network: int | None = None) -> Room:
        return Room(
            account="memory", platform="memory", room=room, name=room, role=role, community_id=community,
            network_id=network, created_at=self.clock.now(),
        )  # fmt: skip

    async def _animator(
        self, uow: UnitOfWork, user: str, role: str, *, community: int | None = None, network: int | None = None
    ) -> None:
        key = ("memory", user)
        known = await members.known(uow, [key]) or await members.enroll(
            uow, {key: user.removeprefix("@")}, self.clock.now()
        )
        await uow.add(Animator(member_id=known[key].member, role=role, community_id=community, network_id=network))

    async def set_timer(self, uow: UnitOfWork, kind: str, subject: str, due: datetime) -> None:
        """A timer that a dialog would have set."""
        uow.defer(timers.TIMER, {"kind": kind, "subject": subject, "due": due})

    async def link_accounts(self, user: str, other: str) -> None:
        """Two accounts of one person."""
        async with self.database.transaction() as uow:
            known = await members.known(uow, [("memory", user)])
            await uow.add(Identity(platform="memory", user=other, name=other, member_id=known[("memory", user)].member))

    # What people do (each returns once the bot has done all that follows)

    async def say(self, user: str, text: str, room: str = "#lyon", **more: object) -> str:
        """Somebody types something; returns the message's id."""
        message = self.platform.say(room, user, text, **more)  # type: ignore[arg-type]  # keywords pass through
        await self.settle()
        return message

    async def react(self, user: str, message: Shown | str, emoji: str) -> str:
        """Somebody reacts; returns the reaction's id."""
        reaction = self.platform.react(_id(message), user, emoji)
        await self.settle()
        return reaction

    async def unreact(self, user: str, message: Shown | str, emoji: str) -> None:
        """Somebody takes a reaction back."""
        self.platform.unreact(_id(message), user, emoji)
        await self.settle()

    async def press(self, user: str, message: Shown | str, button: str) -> None:
        """Somebody presses a button (by id, emoji or label)."""
        self.platform.press(_id(message), user, button)
        await self.settle()

    async def vote(self, user: str, message: Shown | str, *choices: str) -> None:
        """Somebody votes in a native poll."""
        self.platform.vote(_id(message), user, *choices)
        await self.settle()

    async def join(self, user: str, room: str = "#lyon", *, name: str | None = None) -> None:
        """Somebody enters a room."""
        self.platform.join(room, user, name=name)
        await self.settle()

    # Time

    async def settle(self) -> None:
        """Let everything happen that can happen now."""
        for _ in range(1000):
            moved = await self.adapter.read_on(self.house.dispatch)
            moved |= await self.house.timers.fire_due()
            for delivery in self.house.deliveries:
                moved |= await delivery.drain()
            if not moved:
                return
        raise AssertionError("the stage never comes to rest")

    async def forward(self, **by: float) -> None:
        """Time goes on (`hours=2`), stopping at everything that comes due on the way."""
        until = self.clock.now() + timedelta(**by)
        await self.settle()
        while (due := await self._next_due(until)) is not None:
            self.clock.set(due)
            await self.settle()
        self.clock.set(until)
        await self.settle()

    async def until(self, at: datetime) -> None:
        """Time goes on until `at` (aware)."""
        await self.forward(seconds=(at - self.clock.now()).total_seconds())

    async def _next_due(self, until: datetime) -> datetime | None:
        async with self.database.reading() as uow:
            times = [await timers.next_due(uow), await outbox.next_due(uow, "memory", self.clock.now())]
        ahead = [time for time in times if time is not None and self.clock.now() < time <= until]
        return min(ahead) if ahead else None

    # What is to be seen

    def shown(self, room: str = "#lyon", *, by: str | None = BOT) -> list[Shown]:
        """What the room shows now, in order (`by=None`: of everybody)."""
        return [m for m in self.platform.messages.values() if m.room == room and not m.gone and by in (None, m.author)]

    def last(self, room: str = "#lyon") -> Shown:
        """The bot's latest message there."""
        shown = self.shown(room)
        assert shown, f"the bot said nothing in {room}"
        return shown[-1]

    def sees(self, what: str, room: str = "#lyon") -> Shown:
        """The newest message of the bot that contains these words (or matches this regex)."""
        for message in reversed(self.shown(room)):
            if what in message.text or re.search(what, message.text):
                return message
        raise AssertionError(f"nobody said {what!r} in {room}:\n" + self.transcript(room))

    def never_saw(self, what: str, room: str = "#lyon") -> None:
        """Raises AssertionError when the bot said these words there."""
        found = [m for m in self.shown(room) if what in m.text]
        assert not found, f"{what!r} was said in {room}:\n" + self.transcript(room)

    def matching(self, test: Callable[[Shown], bool], room: str = "#lyon") -> list[Shown]:
        """The bot's messages that pass the test."""
        return [message for message in self.shown(room) if test(message)]

    def transcript(self, room: str = "#lyon") -> str:
        """The room as one would read it."""
        return "\n".join(str(message) for message in self.shown(room, by=None))

    async def rooms(self) -> dict[tuple[str, str], Room]:
        """The room rows that the bot holds for the rooms named in the log."""
        async with self.database.reading() as uow:
            return await communities.rooms_at(uow, {("memory", value.room) for value in self.platform.log})


def _id(message: Shown | str) -> str:
    return message if isinstance(message, str) else message.id


@asynccontextmanager
async def staged(path: Path, capabilities: Capabilities = PLAIN, at: datetime = START) -> AsyncIterator[Stage]:
    """A running stage; fails at the end when a handler raised (dead letters)."""
    stage = Stage(path, capabilities, at)
    await stage.open()
    try:
        yield stage
        async with stage.database.reading() as uow:
            dead = await inbox.dead_letters(uow)
        assert not dead, "\n".join(f"{letter.key}: {letter.error}" for letter in dead)
    finally:
        await stage.close()
