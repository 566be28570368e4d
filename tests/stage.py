"""A stage for dialogues: the bot with its real dispatch, delivery, timers and database on the in-memory platform.

Nothing sleeps: `settle` runs everything that is due, `forward` moves the clock from one due time to the next.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from adapters.cli.application import Application
from bots.clock import MovableClock
from bots.dispatch.rate_limits import NO_LIMITS, Limits
from bots.features.registry import FEATURES
from bots.ports import Capabilities
from bots.routing.router import Router
from bots.testing import BOT, MemoryAdapter, MemoryPlatform, Shown
from storage.database import Database
from storage.queries import communities, inbox, members, outbox, timers
from storage.tables import (
    Community,
    ConsentStyle,
    Identity,
    Invitation,
    Membership,
    MembershipState,
    Network,
    PollStyle,
    Role,
    RoleAssignment,
    Room,
    RoomRole,
    Share,
)
from storage.unit_of_work import UnitOfWork
from tests.stores import store

PLAIN = Capabilities(buttons=False, native_polls=True, idempotent=True, user_pattern=r"@[^\s:]+:[^\s:]+")
"""Like Matrix: reactions instead of buttons, no private answers, native polls."""
RICH = Capabilities(buttons=True, private_answers=True, moments=True)
"""Like Discord: buttons, and answers that only one person sees."""
START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
"""A Wednesday."""


@cache
def _router() -> Router:
    """Return the handlers of all features, which never change."""
    return Router(FEATURES)


class Stage:
    """A bot on the in-memory platform, with a clock that the test moves."""

    def __init__(
        self, path: Path, capabilities: Capabilities, at: datetime, limits: Limits, *, kind: str | None = None,
        route: Callable[[str], str] = str,
    ) -> None:  # fmt: skip
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self.clock = MovableClock(at)
        self.platform = MemoryPlatform(self.clock)
        self.capabilities = capabilities
        self.limits = limits
        self.kind = kind
        self.route = route
        self.read_up_to = 0

    async def open(self) -> None:
        """Start the bot with the database file."""
        self.database = Database(self.route(store(self.kind).url(self.path)))
        self.adapters = self.new_adapters()
        self.adapter = self.adapters[0]
        self.application = Application(self.database, self.adapters, self.clock, router=_router(), limits=self.limits)
        await self.application.resume()
        self._dispatching = asyncio.create_task(self.application.dispatch.run())
        await self.application.resubmit_parked()

    def new_adapters(self) -> list[MemoryAdapter]:
        """Return the bot's connections to the platform."""
        return [MemoryAdapter(self.platform, self.capabilities)]

    async def close(self) -> None:
        """Stop the bot."""
        self._dispatching.cancel()
        await asyncio.gather(self._dispatching, return_exceptions=True)
        self.application.files.close()
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
        """Create a community with a home room and a connector, without the dialog.

        Where reactions stand in for buttons, its polls show both the native poll and the card, unless the test says.
        It announces what it shares; a test of the question to authors says `consent=ConsentStyle.ASK`.
        """
        assert settings.keys() <= Community.model_fields.keys()
        async with self.database.transaction() as uow:
            now = self.clock.now()
            settings = {"poll_style": PollStyle.BOTH, "consent": ConsentStyle.NOTICE, **settings}
            made = Community(name=name, locale=locale, zone=zone, created_at=now)
            await uow.add(made.sqlmodel_update(settings))
            if network is not None:
                await uow.add(self._bond(network, community_id=made.id, since=made.relaying_since))
            await uow.add(self._room_row(room, role=RoomRole.HOME, community=made.id))
            await self._assign_role(uow, connector, Role.CONNECTOR, community=made.id)
        self.platform.members.setdefault(room, []).append(connector)
        self.application.dispatch.message_filter.connectors.add(("memory", connector))
        return made

    async def network(
        self, room: str = "#network", *, name: str = "Les Passeurs", locale: str = "en", zone: str = "UTC",
        coordinator: str = "@nora", code: str = "netcode1", parent: int | None = None,
    ) -> Network:  # fmt: skip
        """Create a network with its highlights room and a coordinator, if need be as a part of a wider one.

        It has an invitation that works forever.
        """
        async with self.database.transaction() as uow:
            now = self.clock.now()
            made = await uow.add(Network(name=name, locale=locale, zone=zone, created_at=now))
            await uow.add(Invitation(network_id=made.id, code=code, uses_left=None, created_at=now))
            await uow.add(self._room_row(room, role=RoomRole.HIGHLIGHTS, network=made.id))
            await self._assign_role(uow, coordinator, Role.COORDINATOR, network=made.id)
            if parent is not None:
                await uow.add(self._bond(parent, child_id=made.id, listens=False))
        return made

    async def bond(
        self, network: int, *, community: int | None = None, child: int | None = None, listens: bool = True
    ) -> None:
        """Make a community or a network part of a network, without the dialog. Nothing rises yet."""
        async with self.database.transaction() as uow:
            await uow.add(self._bond(network, community_id=community, child_id=child, listens=listens))

    def _bond(self, network: int, *, since: datetime | None = None, **ends: object) -> Membership:
        now = self.clock.now()
        return Membership.model_validate(
            {
                "network_id": network, "state": MembershipState.ACTIVE, "created_at": now, "active_since": now,
                "gives": Share.NOTHING if since is None else Share.EVERYTHING, "gives_since": since, **ends,
            }
        )  # fmt: skip

    def _room_row(self, room: str, role: RoomRole, *, community: int | None = None, network: int | None = None) -> Room:
        return Room(
            account="memory", platform="memory", room=room, name=room, role=role, community_id=community,
            network_id=network, created_at=self.clock.now(),
        )  # fmt: skip

    async def _assign_role(
        self, uow: UnitOfWork, user: str, role: Role, *, community: int | None = None, network: int | None = None
    ) -> None:
        key = ("memory", user)
        known = await members.summaries(uow, [key]) or await members.enroll(
            uow, {key: user.removeprefix("@")}, self.clock.now()
        )
        await uow.add(
            RoleAssignment(member_id=known[key].member_id, role=role, community_id=community, network_id=network)
        )

    async def set_timer(self, uow: UnitOfWork, kind: str, subject: str, due: datetime) -> None:
        """Set a timer, as a dialog would."""
        uow.defer(timers.SET_TIMER, {"kind": kind, "subject": subject, "due": due})

    async def link_accounts(self, user: str, other: str) -> None:
        """Give a person a second account."""
        async with self.database.transaction() as uow:
            known = await members.summaries(uow, [("memory", user)])
            await uow.add(
                Identity(platform="memory", user=other, name=other, member_id=known[("memory", user)].member_id)
            )

    # Actions of people; each returns once the bot has reacted

    async def say(self, user: str, text: str, room: str = "#lyon", **more: object) -> str:
        """Post a message. Return its id."""
        message = self.platform.say(room, user, text, **more)  # type: ignore[arg-type]  # keywords pass through
        await self.settle()
        return message

    async def react(self, user: str, message: Shown | str, emoji: str) -> str:
        """Add a reaction. Return its id."""
        reaction = self.platform.react(_message_id(message), user, emoji)
        await self.settle()
        return reaction

    async def unreact(self, user: str, message: Shown | str, emoji: str) -> None:
        """Remove a reaction."""
        self.platform.unreact(_message_id(message), user, emoji)
        await self.settle()

    async def press(self, user: str, message: Shown | str, button: str) -> None:
        """Press a button, named by its id, emoji or label."""
        self.platform.press(_message_id(message), user, button)
        await self.settle()

    async def vote(self, user: str, message: Shown | str, *choices: str) -> None:
        """Vote in a native poll."""
        self.platform.vote(_message_id(message), user, *choices)
        await self.settle()

    async def join(self, user: str, room: str = "#lyon", *, name: str | None = None) -> None:
        """Join a room."""
        self.platform.join(room, user, name=name)
        await self.settle()

    # Time

    async def settle(self) -> None:
        """Run everything that is due now."""
        for _ in range(1000):
            moved = False
            for adapter in self.adapters:
                moved |= await adapter.read_new(self.application.dispatch)
            moved |= await self.application.timers.fire_due()
            for delivery in self.application.deliveries:
                moved |= await delivery.drain()
            if not moved:
                return
        raise AssertionError("the stage does not settle")

    async def forward(self, **by: float) -> None:
        """Move the clock forward (`hours=2`), and stop at every due time on the way."""
        until = self.clock.now() + timedelta(**by)
        await self.settle()
        while (due := await self._next_due(until)) is not None:
            self.clock.set(due)
            await self.settle()
        self.clock.set(until)
        await self.settle()

    async def skip(self, **by: float) -> None:
        """Move the clock forward in one go, as if the bot had been stopped meanwhile. It is quicker than `forward`."""
        self.clock.set(self.clock.now() + timedelta(**by))
        await self.settle()

    async def until(self, at: datetime) -> None:
        """Move the clock forward to `at` (aware)."""
        await self.forward(seconds=(at - self.clock.now()).total_seconds())

    async def _next_due(self, until: datetime) -> datetime | None:
        async with self.database.reading() as uow:
            times = [await outbox.next_due(uow, adapter.account, self.clock.now()) for adapter in self.adapters]
            times.append(await timers.next_due(uow))
        ahead = [time for time in times if time is not None and self.clock.now() < time <= until]
        return min(ahead) if ahead else None

    # What a room shows

    def shown(self, room: str = "#lyon", *, by: str | None = BOT) -> list[Shown]:
        """Return the messages of one author in a room, oldest first (`by=None`: of everybody)."""
        return [
            m for m in self.platform.messages.values() if m.room == room and not m.deleted and by in (None, m.author)
        ]

    def last(self, room: str = "#lyon") -> Shown:
        """Return the bot's latest message in the room."""
        shown = self.shown(room)
        assert shown, f"the bot said nothing in {room}"
        return shown[-1]

    def sees(self, what: str, room: str = "#lyon") -> Shown:
        """Return the bot's latest message that contains these words or matches this regex."""
        for message in reversed(self.shown(room)):
            if what in message.text or re.search(what, message.text):
                return message
        raise AssertionError(f"the bot did not say {what!r} in {room}:\n" + self.transcript(room))

    def never_saw(self, what: str, room: str = "#lyon") -> None:
        """Assert that no message of the bot in the room contains these words."""
        matches = [m for m in self.shown(room) if what in m.text]
        assert not matches, f"the bot said {what!r} in {room}:\n" + self.transcript(room)

    def matching(self, test: Callable[[Shown], bool], room: str = "#lyon") -> list[Shown]:
        """Return the bot's messages that pass the test."""
        return [message for message in self.shown(room) if test(message)]

    def transcript(self, room: str = "#lyon") -> str:
        """Return the room's messages as text."""
        return "\n".join(str(message) for message in self.shown(room, by=None))

    async def rooms(self) -> dict[tuple[str, str], Room]:
        """Return the rows of all rooms in the platform's log."""
        async with self.database.reading() as uow:
            return await communities.rooms_by_address(uow, {("memory", value.room) for value in self.platform.log})


def _message_id(message: Shown | str) -> str:
    return message if isinstance(message, str) else message.id


@asynccontextmanager
async def staged(
    path: Path, capabilities: Capabilities = PLAIN, at: datetime = START, *, limits: Limits = NO_LIMITS,
    kind: str | None = None, route: Callable[[str], str] = str,
) -> AsyncIterator[Stage]:  # fmt: skip
    """Run a stage, on a database of this `kind` or of the run's. Fail at the end if there are dead letters.

    `route` may change the database's URL.
    """
    stage = Stage(path, capabilities, at, limits, kind=kind, route=route)
    await stage.open()
    try:
        yield stage
        async with stage.database.reading() as uow:
            dead = await inbox.dead_letters(uow)
        assert not dead, "\n".join(f"{letter.key}: {letter.error}" for letter in dead)
    finally:
        await stage.close()
