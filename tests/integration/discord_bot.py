"""The Discord adapter on the stand-in, with one server and one person."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import discord

from adapters.discord.account import DiscordAccount
from adapters.discord.adapter import DiscordAdapter
from bots.core.inbound import BotJoined
from bots.core.outbound import Call, PublishScheduledEvent
from bots.features.registry import FEATURES
from bots.ports import Receipt, Sending, Sent
from bots.routing.router import Router
from tests.contract.rig import RecordingInbox
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Guild, Overwrite
from tests.standins.discord.server import Discord
from tests.standins.discord_client import pointed_at
from tests.waiting import until

TOMORROW = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)


@dataclass
class BotSetup:
    """Anna's server with a room in use, and the bot."""

    standin: Discord
    folder: Path
    anna: DiscordPerson
    guild: Guild
    general: Channel
    inbox: RecordingInbox = field(default_factory=RecordingInbox)

    async def start(self) -> None:
        """Start the bot with the cursors in its inbox."""
        account = DiscordAccount("discord", self.standin.token, self.folder, api=self.standin.url)
        self.adapter = DiscordAdapter(account, Router(FEATURES).declared_commands, shards=1)
        self.running = asyncio.create_task(self.adapter.run(self.inbox))
        await until(lambda: self.adapter.client is not None and self.adapter.client.is_ready())

    async def restart(self) -> None:
        """Stop the bot and start it again."""
        await self.stop()
        await self.start()

    async def stop(self) -> None:
        """Stop the bot."""
        self.running.cancel()
        await asyncio.gather(self.running, return_exceptions=True)
        await self.adapter.close()

    async def start_room(self, channel: Channel) -> None:
        """Start a room by a command."""
        self.anna.say(channel, "/help")
        await self.inbox.gets(BotJoined, lambda value: value.room == str(channel.id))

    async def send(
        self, key: str, call: Call, *, target: str | None = None, files: Sequence[bytes] = (),
        made: datetime | None = None,
    ) -> Receipt:  # fmt: skip
        """Perform an outbound value."""
        return await self.adapter.send(Sending(key=key, call=call, target=target, files=tuple(files), queued_at=made))

    async def posted_text(self, channel: Channel, receipt: Receipt) -> str:
        """Return the text of the message that was sent."""
        assert isinstance(receipt, Sent), receipt
        return channel.messages[int(receipt.messages[0])].content

    async def deny_right(self, right: int) -> None:
        """Take a right in the channel away from the bot."""
        self.general.overwrites.append(Overwrite(self.standin.store.bot.id, 1, deny=right))
        self.standin.store.update_channel(self.general)
        place = self.adapter.client.get_channel(self.general.id) if self.adapter.client else None
        assert isinstance(place, discord.TextChannel)
        await until(lambda: not place.permissions_for(place.guild.me).value & right)

    async def open_archived_thread(self, name: str) -> Channel:
        """Create an archived thread that is in use."""
        thread = self.anna.open_thread(self.general, name)
        await self.start_room(thread)
        thread.archived = True
        self.standin.store.update_channel(thread)
        return thread


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[BotSetup]:
    """Yield a running bot with one room."""
    async with pointed_at() as standin:
        anna = standin.person("Anna")
        guild = anna.found("Lyon")
        made = BotSetup(standin, folder, anna, guild, anna.open_channel(guild, "general"))
        await made.start()
        await made.start_room(made.general)
        try:
            yield made
        finally:
            await made.stop()


def publish_event(channel: Channel, card: str, place: str = "The garden") -> PublishScheduledEvent:
    """Return a call that publishes an event."""
    end = TOMORROW + timedelta(hours=2)
    return PublishScheduledEvent(room=str(channel.id), card=card, title="Picnic", start=TOMORROW, end=end, place=place)
