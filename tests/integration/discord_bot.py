"""The Discord adapter against the stand-in: one server, one person, one bot that can be stopped and started."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import discord

from adapters.discord.account import DiscordAccount
from adapters.discord.adapter import DiscordAdapter
from bots.core.inbound import BotJoined
from bots.core.outbound import Call
from bots.features.registry import FEATURES
from bots.ports import Receipt, Sending, Sent
from bots.routing.router import Router
from tests.contract.rig import RecordingInbox
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Guild, Overwrite
from tests.standins.discord.server import Discord
from tests.standins.discord_client import pointed_at


@dataclass
class Town:
    """Anna's server with a channel in use, and the bot there."""

    world: Discord
    folder: Path
    anna: DiscordPerson
    guild: Guild
    general: Channel
    inbox: RecordingInbox = field(default_factory=RecordingInbox)

    async def start(self) -> None:
        """Start the bot on what its inbox holds."""
        account = DiscordAccount("discord", self.world.token, self.folder, api=self.world.url)
        self.adapter = DiscordAdapter(account, Router(FEATURES).declared_commands, shards=1)
        self.running = asyncio.create_task(self.adapter.run(self.inbox))
        await until(lambda: self.adapter.client is not None and self.adapter.client.is_ready())

    async def restart(self) -> None:
        """Another process takes over."""
        await self.stop()
        await self.start()

    async def stop(self) -> None:
        """Stop it."""
        self.running.cancel()
        await asyncio.gather(self.running, return_exceptions=True)
        await self.adapter.close()

    async def call(self, channel: Channel) -> None:
        """The bot is spoken to in a room for the first time."""
        self.anna.say(channel, "/help")
        await self.inbox.gets(BotJoined, lambda value: value.room == str(channel.id))

    async def send(
        self, key: str, call: Call, *, target: str | None = None, files: Sequence[bytes] = (),
        made: datetime | None = None,
    ) -> Receipt:  # fmt: skip
        """Perform a sending."""
        return await self.adapter.send(Sending(key=key, call=call, target=target, files=tuple(files), queued_at=made))

    async def told(self, channel: Channel, receipt: Receipt) -> str:
        """The text of the message that was sent."""
        assert isinstance(receipt, Sent), receipt
        return channel.messages[int(receipt.messages[0])].content

    async def deny(self, right: int) -> None:
        """The bot loses a right in the channel, and knows it."""
        self.general.overwrites.append(Overwrite(self.world.world.bot.id, 1, deny=right))
        self.world.world.update_channel(self.general)
        place = self.adapter.client.get_channel(self.general.id) if self.adapter.client else None
        assert isinstance(place, discord.TextChannel)
        await until(lambda: not place.permissions_for(place.guild.me).value & right)

    async def asleep(self, name: str) -> Channel:
        """A thread in use that nobody has written in for long."""
        thread = self.anna.open_thread(self.general, name)
        await self.call(thread)
        thread.archived = True
        self.world.world.update_channel(thread)
        return thread


async def until(ready: Callable[[], bool]) -> None:
    """Wait for something. Raises TimeoutError."""
    async with asyncio.timeout(60):
        while not ready():
            await asyncio.sleep(0.01)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Town]:
    """The bot, called in a channel."""
    async with pointed_at() as world:
        anna = world.person("Anna")
        guild = anna.found("Lyon")
        made = Town(world, folder, anna, guild, anna.open_channel(guild, "general"))
        await made.start()
        await made.call(made.general)
        try:
            yield made
        finally:
            await made.stop()
