"""Run the whole bot on a simulated Discord (simcord), with servers, channels and people.

simcord has a clock of its own, which the tests move.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import discord
import simcord
from simcord.backend.models import Message, Overwrite, ScheduledEvent
from simcord.enums import OverwriteType

from adapters.discord.account import DiscordAccount
from adapters.discord.adapter import DiscordAdapter
from bots.features.registry import FEATURES
from bots.ports import Adapter
from bots.routing.router import Router
from tests.acceptance.network_codes import newest_code
from tests.acceptance.running_bot import RunningBot
from tests.contract.discord_people import DiscordPerson
from tests.contract.discord_reading import visible
from tests.contract.discord_rig import Sim, invitation_rights
from tests.standins.discord.embeds import whole_text
from tests.waiting import until

MANAGER = discord.Permissions(manage_guild=True, manage_channels=True)


class SimClock:
    """simcord's clock, to which the running time of the test is added."""

    def __init__(self, sim: Sim) -> None:
        self._sim = sim
        self._began = time.perf_counter()

    def now(self) -> datetime:
        """Return the time in UTC, with its zone."""
        begin = self._sim.env.now() if self._sim.env is not None else datetime(2026, 1, 1, tzinfo=UTC)
        return begin + timedelta(seconds=time.perf_counter() - self._began)


@dataclass(frozen=True)
class BotMessage:
    """A message of the bot in its current version.

    `visible_to`: the only person who sees it; `pings`: the people whom it notified; `raw`: its Markdown.
    """

    id: str
    text: str
    visible_to: str | None = None
    pings: tuple[str, ...] = ()
    reply_to: str | None = None
    edits: int = 0
    raw: str = ""
    poll: bool = False

    def timestamps(self) -> list[int]:
        """Return the timestamps in the message, as seconds since 1970."""
        return [int(timestamp) for timestamp in re.findall(r"<t:(\d+):F>", self.raw)]


class BotOnDiscord(RunningBot):
    """The bot, its servers and their people. `other_adapters`: other platforms of the same bot."""

    def __init__(self, folder: Path, other_adapters: Sequence[Adapter] = ()) -> None:
        self.sim = Sim()
        super().__init__(folder, SimClock(self.sim))
        self.other_adapters = other_adapters

    @property
    def env(self) -> simcord.Env:
        """The simulated Discord."""
        assert self.sim.env is not None, "the bot was started"
        return self.sim.env

    # The bot and its clock

    async def start(self) -> None:
        """Start the bot on its existing database and wait until it has declared its commands."""
        self.sim.ready.clear()
        account = DiscordAccount("discord", "a.b.c", self.folder / "kept")
        commands = Router(FEATURES).declared_commands
        self.adapter = DiscordAdapter(account, commands, connect=self.sim.connect, shards=1)
        await self.run_with([self.adapter, *self.other_adapters])
        ready = asyncio.create_task(self.sim.ready.wait())
        assert self._running is not None
        await asyncio.wait({self._running, ready}, return_when=asyncio.FIRST_COMPLETED)
        self.check_running()
        await until(lambda: self.env.backend.commands.get(None), lambda: "no commands were declared")

    async def move_clock(self, by: timedelta) -> None:
        """Move simcord's clock without waking the bot."""
        await self.env.advance_time(by.total_seconds())

    async def forward_until(self, room: str, what: str) -> BotMessage:
        """Move from timer to timer until a message of the bot matches the regex. Return that message."""
        for _ in range(8):
            await self.to_the_next_timer()
            await self.outbox_empty()
            if any(re.search(what, message.text) for message in self.messages(room)):
                break
        return await self.sees(room, what)

    # Servers and people

    def server(self, name: str = "Lyon") -> simcord.GuildHandle:
        """Create a server and invite the bot with the permissions that it asks for."""
        guild = self.env.create_guild(name)
        self.grant(guild, invitation_rights())
        return guild

    def grant(self, guild: simcord.GuildHandle, rights: discord.Permissions) -> None:
        """Give the bot's own role exactly these permissions."""
        self.env.backend.edit_role(guild.id, self._bot_role(guild), {"permissions": rights.value})

    def overwrite(self, room: str, guild: simcord.GuildHandle, changed: discord.PermissionOverwrite) -> None:
        """Change the bot's permissions in one channel."""
        allow, deny = changed.pair()
        overwrite = Overwrite(self._bot_role(guild), OverwriteType.ROLE, allow.value, deny.value)
        self.env.backend.set_overwrite(int(room), overwrite)

    def _bot_role(self, guild: simcord.GuildHandle) -> int:
        return guild.roles[self.env.backend.bot_user.name].id

    def person(self, guild: simcord.GuildHandle, name: str, *, manages: bool = False) -> DiscordPerson:
        """Add a person to a server."""
        roles = [guild.create_role(f"{name}s", permissions=MANAGER)] if manages else []
        return DiscordPerson(self.env, guild, guild.add_member(self.env.create_user(name), roles=roles))

    def private_channel(self, person: DiscordPerson) -> str:
        """Return the id of the person's private channel with the bot."""
        return str(self.env.backend.get_dm_channel(int(person.user)).id)

    async def community(self, **options: str) -> tuple[DiscordPerson, str]:
        """Create a server with a connector and a channel, and set up a community there."""
        guild = self.server()
        carla = self.person(guild, "carla", manages=True)
        room = str(guild.create_text_channel("lyon").id)
        given = {"name": "Lyon", "locale": "en", "zone": "Europe/Paris", **options}
        await self.result(carla.command(room, "setup", **given))
        await self.sees(room, "Lyon (is set up|est prête)")
        return carla, room

    async def open_poll(self) -> tuple[DiscordPerson, str, str]:
        """Set up a community with an open poll. Return its connector, its room and the card's id."""
        carla, room = await self.community()
        await self.result(carla.command(room, "poll open", question="Tea?", options="yes, no"))
        return carla, room, (await self.sees(room, "^Tea")).id

    async def relaying_community(self, accept: Callable[[], Awaitable[None]]) -> tuple[DiscordPerson, str]:
        """Create a community, link it to the newest network, whose coordinator accepts, and switch relaying on."""
        carla, room = await self.community()
        await self.result(carla.command(room, "link", code=newest_code(self.folder)))
        await carla.react(room, (await self.sees(room, "Les Passeurs invites")).id, "✅")
        await self.sees(room, "I’ve asked")
        await accept()
        await self.sees(room, "Linked to")
        await self.result(carla.command(room, "relay", switch="on"))
        await self.sees(room, "Relaying is on")
        await self.forward(minutes=1)
        return carla, room

    async def scheduled_event(self, guild: simcord.GuildHandle, name: str) -> ScheduledEvent:
        """Wait for the server's scheduled event of that name."""
        events = self.env.backend.get_guild(guild.id).scheduled_events
        matches = await until(lambda: [event for event in events.values() if event.name == name])
        return matches[0]

    # What people see

    def messages(self, room: str) -> list[BotMessage]:
        """Return the bot's messages in a channel, oldest first."""
        stored = sorted(self.env.backend.messages.get(int(room), {}).values(), key=lambda message: message.id)
        return [self._shown(m) for m in stored if m.author_id == self.env.backend.bot_user.id]

    def _shown(self, stored: Message) -> BotMessage:
        names = {str(user.id): user.global_name or user.name for user in self.env.backend.users.values()}
        invoker = (stored.interaction_metadata or {}).get("user", {}).get("id")
        edits = [request for request in self.env.http_requests if self._is_edit(request, str(stored.id))]
        text = visible(whole_text(stored.content, stored.embeds), names).replace("\u202f", " ").replace("\u00a0", " ")
        return BotMessage(
            str(stored.id), text, invoker if stored.is_ephemeral else None,
            tuple(str(user) for user in stored.ping_user_ids), (stored.reference or {}).get("message_id"),
            len(edits), stored.content + whole_text("", stored.embeds), stored.poll is not None,
        )  # fmt: skip

    @staticmethod
    def _is_edit(request: simcord.HttpLogEntry, message: str) -> bool:
        return request.method == "PATCH" and request.path.endswith(f"/messages/{message}")

    async def sees(self, room: str, what: str, *, edits: int = 0) -> BotMessage:
        """Wait for a message of the bot that matches the regex and has enough edits. Return the newest one."""

        def newest() -> BotMessage | None:
            self.check_running()
            matches = [one for one in self.messages(room) if re.search(what, one.text) and one.edits >= edits]
            return matches[-1] if matches else None

        def why() -> str:
            texts = "\n".join(f"  {message.text} ({message.edits})" for message in self.messages(room))
            return f"no message matches {what!r}; the bot wrote:\n{texts}"

        return await until(newest, why)

    async def result(self, interaction: object) -> simcord.InteractionResult:
        """Run an interaction and wait until the bot has acknowledged and answered it."""
        result = await interaction  # type: ignore[misc]  # a person's coroutine
        assert isinstance(result, simcord.InteractionResult)
        await until(lambda: result.acknowledged and not self._is_thinking(result), lambda: "nothing was acknowledged")
        return result

    async def form(self, person: DiscordPerson, room: str, interaction: object) -> simcord.InteractionResult:
        """Run an interaction that opens a form. A busy bot shows a button first, which the person presses."""
        result = await self.result(interaction)
        while result.modal is None:
            assert result.response is not None and "took me a moment" in str(result.response.content), result
            late = str(result.response.id)
            result = await self.result(person.press(room, late, person.buttons(room, late)[0]["custom_id"]))
        return result

    @staticmethod
    def _is_thinking(result: simcord.InteractionResult) -> bool:
        return result._interaction.loading and result.response is not None

    async def answered(self, interaction: object) -> str:
        """Run an interaction and return the bot's private answer."""
        result = await self.result(interaction)
        answers = await until(lambda: [*self._private(result), *result.followups], lambda: "there was no answer")
        assert answers[-1].ephemeral, answers[-1]
        return visible(whole_text(answers[-1].content, [embed.to_dict() for embed in answers[-1].embeds]))

    @staticmethod
    def _private(result: simcord.InteractionResult) -> list[simcord.ResponseMessage]:
        """Return the private answer. If the bot only acknowledged a press, the response is the pressed message."""
        return [result.response] if result.response is not None and result.response.ephemeral else []


@asynccontextmanager
async def bot_on_discord(folder: Path, other_adapters: Sequence[Adapter] = ()) -> AsyncIterator[BotOnDiscord]:
    """Run the bot on the simulated Discord. Fail at the end if there are dead letters."""
    made = BotOnDiscord(folder, other_adapters)
    try:
        await made.start()
        yield made
        assert await made.dead_letters() == []
    finally:
        await made.stop()
        await made.sim.close()
