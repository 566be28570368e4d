"""The Discord adapter in one channel with two people, in a simulated Discord (simcord)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import simcord
from simcord.backend.errors import BackendError

from adapters.discord.account import DiscordAccount
from adapters.discord.adapter import DiscordAdapter
from adapters.discord.rooms.permissions import invitation_permissions
from bots.commands.declaration import Command
from bots.core.inbound import BotJoined
from bots.features.registry import FEATURES
from bots.ports import Adapter
from bots.routing.router import Router
from tests.contract.discord_people import DiscordPerson
from tests.contract.discord_reading import visible
from tests.contract.rig import RecordingInbox, Seen, Someone
from tests.standins.discord.embeds import whole_text
from tests.waiting import PATIENCE


def invitation_rights() -> discord.Permissions:
    """Return the rights of the invitation, and the right to manage events that only simcord needs."""
    rights = invitation_permissions()
    rights.manage_events = True
    return rights


class Sim:
    """A simulated Discord that outlives the bot's processes. Each new client replaces the last one."""

    def __init__(self, shards: int = 1) -> None:
        self.env: simcord.Env | None = None
        self._shards = shards
        self.ready = asyncio.Event()

    async def connect(self, client: discord.Client, _token: str) -> None:
        """Sign a client in and stay connected."""
        if self.env is None:
            env = simcord.Env(client, shard_count=self._shards, settle_timeout=PATIENCE)
            await env.start()
            self.env = env
        else:
            await self.env.restart_bot(client)
        self.ready.set()
        await asyncio.Event().wait()

    async def close(self) -> None:
        """Shut the simulation down. Raise the errors of the bot."""
        if self.env is not None:
            await self.env.shutdown()
            self.env.raise_errors()


class DiscordRig:
    """The bot and two people in one channel of a server."""

    def __init__(self, folder: Path, commands: Sequence[Command] | None = None, *, shards: int = 1) -> None:
        self.inbox = RecordingInbox()
        self.sim = Sim(shards)
        self._shards = shards
        self.room = ""
        self.account = DiscordAccount("discord", "a.b.c", folder)
        self._commands = commands if commands is not None else Router(FEATURES).declared_commands
        self.adapter: Adapter = self._made()
        self._running: asyncio.Task[None] | None = None

    def _made(self) -> DiscordAdapter:
        return DiscordAdapter(self.account, self._commands, connect=self.sim.connect, shards=self._shards)

    @property
    def env(self) -> simcord.Env:
        """The environment of the simulation."""
        assert self.sim.env is not None, "the rig is open"
        return self.sim.env

    async def open(self) -> None:
        """Start the bot, create a server, and use a command in a channel."""
        await self.restart()
        env = self.env
        self.guild = env.create_guild("Lyon")
        managers = self.guild.create_role("managers", permissions=discord.Permissions(manage_channels=True))
        self.grant(invitation_rights())
        self.host = self.person("Hanna", managers)
        self.guest = self.person("Gus")
        self.room = str(self.guild.create_text_channel("garden").id)
        await self.host.say(self.room, "/help")
        await self.inbox.gets(BotJoined, lambda value: value.room == self.room)

    def grant(self, rights: discord.Permissions) -> None:
        """Give the bot's own role exactly these rights."""
        role = next(role for name, role in self.guild.roles.items() if name == self.env.backend.bot_user.name)
        self.env.backend.edit_role(self.guild.id, role.id, {"permissions": rights.value})

    def person(self, name: str, *roles: simcord.RoleHandle, guild: simcord.GuildHandle | None = None) -> DiscordPerson:
        """Add a person to this server or another."""
        there = guild or self.guild
        return DiscordPerson(self.env, there, there.add_member(self.env.create_user(name), roles=roles))

    @property
    def client(self) -> discord.AutoShardedClient:
        """The bot's own client."""
        assert isinstance(self.env.bot, discord.AutoShardedClient)
        return self.env.bot

    async def restart(self) -> None:
        """Stop the adapter, and start another one with the same account and inbox."""
        await self.stop()
        self.sim.ready.clear()
        self.adapter = self._made()
        self._running = asyncio.create_task(self.adapter.run(self.inbox))
        ready = asyncio.create_task(self.sim.ready.wait())
        await asyncio.wait({self._running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            self._running.result()

    async def stop(self) -> None:
        """Stop the adapter."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
            self._running = None
            await self.adapter.close()

    async def seen(self, room: str, message: str) -> Seen:
        """Return a message as people see it."""
        backend = self.env.backend
        try:
            stored = backend.get_message(int(room), int(message))
        except BackendError:
            return Seen("", "", gone=True)
        names = {str(user.id): user.global_name or user.name for user in backend.users.values()}
        offered = tuple(str(button["emoji"]["name"]) for button in self.host.buttons(room, message))
        reference = stored.reference or {}
        return Seen(
            visible(whole_text(stored.content, stored.embeds), names), str(stored.author_id),
            reference.get("message_id"),
            tuple(str(user) for user in stored.ping_user_ids), offered,
            poll_open=stored.poll is not None and not stored.poll.finalized,
        )  # fmt: skip

    async def said_by_bot(self, room: str) -> list[Seen]:
        """Return all messages of the bot in the room, oldest first."""
        held = sorted(self.env.backend.messages[int(room)].values(), key=lambda message: message.id)
        mine = [message for message in held if message.author_id == self.env.backend.bot_user.id]
        return [await self.seen(room, str(message.id)) for message in mine]

    async def close_to_bot(self, someone: Someone) -> bool:
        """Make a person refuse direct messages."""
        room = self.env.backend.get_dm_channel(int(someone.user)).id
        self.env.inject_error(
            "POST", f"/channels/{room}/messages", status=403, code=50007, message="Cannot send messages to this user",
            times=None,
        )  # fmt: skip
        return True


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[DiscordRig]:
    """Yield a rig with a running adapter and everybody in a channel."""
    rig = DiscordRig(folder)
    await rig.open()
    try:
        yield rig
    finally:
        await rig.stop()
        await rig.sim.close()
