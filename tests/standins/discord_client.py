"""discord.py's own client pointed at the stand-in, which notes every event with what it parsed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.standins.discord.server import Discord, opened

PATIENCE = 30.0
_Kind = TypeVar("_Kind")


def everything() -> discord.Intents:
    """All that the bot may ask for."""
    intents = discord.Intents.default()
    intents.members = intents.message_content = True
    return intents


class Listener(discord.Client):
    """`heard`: the events by name with their arguments, oldest first."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        super().__init__(intents=intents or everything(), max_messages=100, guild_ready_timeout=0.1)
        self.heard: list[tuple[str, tuple[object, ...]]] = []

    def dispatch(self, event: str, /, *args: object, **kwargs: object) -> None:
        self.heard.append((event, args))
        super().dispatch(event, *args, **kwargs)

    async def gets(self, event: str, kind: type[_Kind], test: Callable[[_Kind], bool] = lambda _: True) -> _Kind:
        """The last argument of this kind of the first such event that passes the test; waits for it."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for name, args in self.heard:
                    found = next((one for one in reversed(args) if isinstance(one, kind)), None)
                    if name == event and found is not None and test(found):
                        return found
                await asyncio.sleep(0.01)

    async def hears(self, event: str) -> None:
        """Wait for an event."""
        async with asyncio.timeout(PATIENCE):
            while not self.count(event):
                await asyncio.sleep(0.01)

    def count(self, event: str) -> int:
        """How many such events came."""
        return sum(name == event for name, _ in self.heard)


@asynccontextmanager
async def pointed_at(discord_: Discord | None = None) -> AsyncIterator[Discord]:
    """A Discord; discord.py in this process is pointed at it meanwhile."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    async with opened(discord_) as made:
        Route.BASE = f"{made.url}/api/v10"
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(made.url.replace("http", "ws", 1) + "/gateway")
        try:
            yield made
        finally:
            Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway


@asynccontextmanager
async def connected(discord_: Discord, client: Listener | None = None) -> AsyncIterator[Listener]:
    """A client that is logged in and ready."""
    made = client or Listener()
    running = asyncio.create_task(made.start(discord_.token))
    ready = asyncio.create_task(made.hears("ready"))
    try:
        await asyncio.wait({running, ready}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        yield made
    finally:
        ready.cancel()
        await made.close()
        await asyncio.gather(running, ready, return_exceptions=True)
