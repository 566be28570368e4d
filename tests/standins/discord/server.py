"""A small Discord on a loopback socket, with gateway and REST for one bot, and people who act.

async with opened() as discord:
    anna = discord.person("Anna")
    guild = anna.found("Lyon")
    general = anna.open_channel(guild, "general")
    ... a bot connects to discord.url with discord.token ...
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from tests.standins.discord.gateway import Gateway
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Message
from tests.standins.discord.rest import Rest
from tests.standins.discord.store import Store
from tests.standins.discord.talk import Talk
from tests.waiting import until

_UPLOAD_BYTES = 32 * 1024 * 1024


class Discord:
    """The whole stand-in. A bot connects to `url`."""

    def __init__(self, *, heartbeat_ms: int = 41_250) -> None:
        self.store = Store()
        self.talk = Talk(self.store)
        self.gateway = Gateway(self.store, heartbeat_ms=heartbeat_ms)
        self.rest = Rest(self.talk)

    @property
    def url(self) -> str:
        """The address http://127.0.0.1:port"""
        return self.store.url

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.store.token

    def person(self, name: str, *, locale: str = "en-US") -> DiscordPerson:
        """Add a person."""
        return DiscordPerson(self.talk, self.store.add_user(name, locale=locale))

    def said(self, channel: Channel) -> list[Message]:
        """Return the bot's visible messages in a channel, oldest first."""
        return [one for one in channel.messages.values() if one.author is self.store.bot]

    async def until_connected(self) -> None:
        """Wait until a bot is connected."""
        await until(lambda: self.gateway.listening, lambda: "no bot is connected")


@asynccontextmanager
async def opened(discord: Discord | None = None) -> AsyncIterator[Discord]:
    """Run a stand-in on a free port."""
    made = discord or Discord()
    app = web.Application(client_max_size=_UPLOAD_BYTES)
    app.router.add_get("/gateway", made.gateway.handle)
    app.router.add_get("/gateway/", made.gateway.handle)
    app.router.add_get("/attachments/{channel}/{number}/{name}", made.rest.file)
    app.router.add_route("*", "/api/v10/{path:.*}", made.rest.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.store.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield made
    finally:
        await made.gateway.close()
        await runner.cleanup()
