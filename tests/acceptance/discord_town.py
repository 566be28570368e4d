"""A town on a simulated Discord (simcord): the whole bot, a server or several, and people who live there.

Time is simcord's own: it is moved on by the tests.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import discord
import simcord
from simcord.backend.models import Message, Overwrite, ScheduledEvent
from simcord.enums import OverwriteType
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from adapters.cli.application import House
from adapters.discord.account import DiscordAccount
from adapters.discord.adapter import DiscordAdapter
from bots.features.registry import FEATURES
from bots.ports import Adapter
from bots.routing.router import Router
from storage.database import Database
from storage.migrate import upgrade
from storage.queries import inbox, timers
from storage.tables import InboxKey, Outbox
from tests.contract.discord_people import DiscordPerson
from tests.contract.discord_reading import visible
from tests.contract.discord_rig import Sim, invited

PATIENCE = 60.0
MANAGER = discord.Permissions(manage_guild=True, manage_channels=True)


class SimClock:
    """The simulated Discord's clock, as the house is told it: by the seconds of the test it goes on by itself."""

    def __init__(self, sim: Sim) -> None:
        self._sim = sim
        self._began = time.perf_counter()

    def now(self) -> datetime:
        """Aware UTC."""
        begin = self._sim.env.now() if self._sim.env is not None else datetime(2026, 1, 1, tzinfo=UTC)
        return begin + timedelta(seconds=time.perf_counter() - self._began)


@dataclass(frozen=True)
class Line:
    """A message of the bot as it shows now. `to`: who alone sees it; `pings`: who was notified by it."""

    id: str
    text: str
    to: str | None = None
    pings: tuple[str, ...] = ()
    reply_to: str | None = None
    edits: int = 0
    raw: str = ""
    poll: bool = False

    def seconds(self) -> list[int]:
        """The times it states."""
        return [int(found) for found in re.findall(r"<t:(\d+):F>", self.raw)]


class DiscordTown:
    """The bot, its servers, and the people in them. `more`: adapters of other platforms in the same house."""

    def __init__(self, folder: Path, more: Sequence[Adapter] = ()) -> None:
        self.folder = folder
        self.sim = Sim()
        self.clock = SimClock(self.sim)
        self.more = more

    @property
    def env(self) -> simcord.Env:
        """The simulated Discord."""
        assert self.sim.env is not None, "the town is open"
        return self.sim.env

    # The bot

    async def start(self) -> None:
        """Start the bot on what its database holds."""
        self.sim.ready.clear()
        self.database = Database(f"sqlite:///{self.folder / 'glocal.db'}")
        await upgrade(self.database.engine)
        account = DiscordAccount("discord", "a.b.c", self.folder / "kept")
        commands = Router(FEATURES).declared
        self.adapter = DiscordAdapter(account, commands, connect=self.sim.connect, shards=1)
        self.house = House(self.database, [self.adapter, *self.more], self.clock)
        self._running = asyncio.create_task(self.house.run())
        ready = asyncio.create_task(self.sim.ready.wait())
        await asyncio.wait({self._running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            self._running.result()

    async def stop(self) -> None:
        """Stop the bot, not in the middle of a transaction: its thread would hold the database for the next one."""
        async with self.database._writing:
            self._running.cancel()
            await asyncio.sleep(0.01)
        await asyncio.gather(self._running, return_exceptions=True)
        await self.database.close()

    async def forward(self, **by: float) -> None:
        """Time goes on; what is due becomes due."""
        await self.forward_alone(**by)
        self.look()

    async def forward_alone(self, **by: float) -> None:
        """Time goes on while the bot is away."""
        parts = {"seconds": 1.0, "minutes": 60.0, "hours": 3600.0, "days": 86400.0}
        await self.env.advance_time(sum(parts[unit] * number for unit, number in by.items()))

    def look(self) -> None:
        """What is due is done."""
        self.house.timers.look_now()
        for delivery in self.house.deliveries:
            delivery.wake()

    async def to_the_next_timer(self) -> None:
        """Move the clock to the moment at which something is due."""
        async with self.database.reading() as uow:
            due = await timers.next_due(uow)
        assert due is not None
        await self.forward(seconds=(due - self.clock.now()).total_seconds() + 0.1)

    async def in_time(self, room: str, what: str) -> Line:
        """Move on from one due thing to the next until this is said."""
        for _ in range(8):
            await self.to_the_next_timer()
            await asyncio.sleep(0.3)
            if any(re.search(what, line.text) for line in self.lines(room)):
                break
        return await self.sees(room, what)

    async def commits(self, key: str, times: int = 1) -> None:
        """Wait until values whose keys are like this are committed: what time does to them begins then."""
        async with asyncio.timeout(PATIENCE):
            while len(await self._rows(select(InboxKey.key).where(col(InboxKey.key).like(key)))) < times:
                await asyncio.sleep(0.02)

    async def all_is_sent(self) -> None:
        """Wait until nothing is left to be sent."""
        async with asyncio.timeout(PATIENCE):
            while await self._rows(select(Outbox.key).where(col(Outbox.state).in_(("pending", "sending")))):
                await asyncio.sleep(0.02)

    async def _rows(self, query: SelectOfScalar[str]) -> Sequence[str]:
        async with self.database.reading() as uow:
            return await uow.all(query)

    async def dead_letters(self) -> list[str]:
        """What no handler could take."""
        async with self.database.reading() as uow:
            return [f"{letter.key}: {letter.error}" for letter in await inbox.dead_letters(uow)]

    # The people and their places

    def server(self, name: str = "Lyon") -> simcord.GuildHandle:
        """A server that the bot was invited to with the rights it asks for."""
        guild = self.env.create_guild(name)
        self.grant(guild, invited())
        return guild

    def grant(self, guild: simcord.GuildHandle, rights: discord.Permissions) -> None:
        """Give the bot's own role these rights, and no others."""
        role = guild.roles[self.env.backend.bot_user.name]
        self.env.backend.edit_role(guild.id, role.id, {"permissions": rights.value})

    def overwrite(self, room: str, guild: simcord.GuildHandle, changed: discord.PermissionOverwrite) -> None:
        """Change the bot's rights in one channel."""
        allow, deny = changed.pair()
        role = guild.roles[self.env.backend.bot_user.name]
        self.env.backend.set_overwrite(int(room), Overwrite(role.id, OverwriteType.ROLE, allow.value, deny.value))

    def person(self, guild: simcord.GuildHandle, name: str, *, manages: bool = False) -> DiscordPerson:
        """Somebody in a server."""
        roles = [guild.create_role(f"{name}s", permissions=MANAGER)] if manages else []
        return DiscordPerson(self.env, guild, guild.add_member(self.env.create_user(name), roles=roles))

    def private(self, person: DiscordPerson) -> str:
        """The person's talk with the bot."""
        return str(self.env.backend.get_dm_channel(int(person.user)).id)

    async def lyon(self, **options: str) -> tuple[DiscordPerson, str]:
        """A server with a connector and a channel that is the home of a community."""
        guild = self.server()
        carla = self.person(guild, "carla", manages=True)
        room = str(guild.create_text_channel("lyon").id)
        given = {"name": "Lyon", "locale": "en", "zone": "Europe/Paris", **options}
        await self.result(carla.command(room, "setup", **given))
        await self.sees(room, "Lyon")
        return carla, room

    async def gathering(self, guild: simcord.GuildHandle, name: str) -> ScheduledEvent:
        """Wait for the server's event of that name."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for event in self.env.backend.get_guild(guild.id).scheduled_events.values():
                    if event.name == name:
                        return event
                await asyncio.sleep(0.02)

    # What is to be seen

    def lines(self, room: str) -> list[Line]:
        """All that the bot said there and that still stands, oldest first."""
        held = sorted(self.env.backend.messages.get(int(room), {}).values(), key=lambda message: message.id)
        return [self._line(m) for m in held if m.author_id == self.env.backend.bot_user.id]

    def _line(self, stored: Message) -> Line:
        names = {str(user.id): user.global_name or user.name for user in self.env.backend.users.values()}
        who = stored.interaction_metadata or {}
        changed = [request for request in self.env.http_requests if self._changes(request, str(stored.id))]
        text = visible(stored.content, names).replace("\u202f", " ").replace("\u00a0", " ")
        return Line(
            str(stored.id), text, who.get("user", {}).get("id") if stored.is_ephemeral else None,
            tuple(str(user) for user in stored.ping_user_ids), (stored.reference or {}).get("message_id"),
            len(changed), stored.content, stored.poll is not None,
        )  # fmt: skip

    @staticmethod
    def _changes(request: simcord.HttpLogEntry, message: str) -> bool:
        return request.method == "PATCH" and request.path.endswith(f"/messages/{message}")

    async def sees(self, room: str, what: str, *, edits: int = 0) -> Line:
        """Wait for a line of the bot that matches this regex (and was changed so many times); the newest such."""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    if self._running.done():
                        self._running.result()
                    for line in reversed(self.lines(room)):
                        if re.search(what, line.text) and line.edits >= edits:
                            return line
                    await asyncio.sleep(0.02)
        except TimeoutError:
            said = "\n".join(f"  {line.text} ({line.edits})" for line in self.lines(room))
            raise AssertionError(f"nobody said {what!r}; the bot said:\n{said}") from None

    async def gone(self, room: str, message: str) -> None:
        """Wait until a line of the bot is withdrawn."""
        async with asyncio.timeout(PATIENCE):
            while any(line.id == message for line in self.lines(room)):
                await asyncio.sleep(0.02)

    async def result(self, doing: object) -> simcord.InteractionResult:
        """Do something that Discord wants answered, and wait until it is acknowledged and settled."""
        found = await doing  # type: ignore[misc]  # a person's coroutine
        assert isinstance(found, simcord.InteractionResult)
        async with asyncio.timeout(PATIENCE):
            while not found.acknowledged or self._is_thinking(found):
                await asyncio.sleep(0.02)
        return found

    @staticmethod
    def _private(found: simcord.InteractionResult) -> list[simcord.ResponseMessage]:
        """The answer; of a press that was only taken, Discord counts the pressed message as the response."""
        return [found.response] if found.response is not None and found.response.ephemeral else []

    @staticmethod
    def _is_thinking(found: simcord.InteractionResult) -> bool:
        return found._interaction.loading and found.response is not None

    async def answered(self, doing: object) -> str:
        """What the person alone is told to it."""
        found = await self.result(doing)
        async with asyncio.timeout(PATIENCE):
            while not (said := [*self._private(found), *found.followups]):
                await asyncio.sleep(0.02)
        assert said[-1].ephemeral, said[-1]
        return visible(said[-1].content)


@asynccontextmanager
async def discord_town(folder: Path, more: Sequence[Adapter] = ()) -> AsyncIterator[DiscordTown]:
    """A running bot; fails at the end when a handler raised."""
    made = DiscordTown(folder, more)
    await made.start()
    try:
        yield made
        assert await made.dead_letters() == []
    finally:
        await made.stop()
        await made.sim.close()
