"""A discord.py client that is connected to the stand-in and records its events."""

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
from tests.waiting import PATIENCE, until

_Kind = TypeVar("_Kind")


def everything() -> discord.Intents:
    """Return all intents that the bot may ask for."""
    intents = discord.Intents.default()
    intents.members = intents.message_content = True
    return intents


class Listener(discord.Client):
    """A client that records the names and arguments of its events in `heard`, oldest first."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        super().__init__(intents=intents or everything(), max_messages=100, guild_ready_timeout=0.1)
        self.heard: list[tuple[str, tuple[object, ...]]] = []

    def dispatch(self, event: str, /, *args: object, **kwargs: object) -> None:
        self.heard.append((event, args))
        super().dispatch(event, *args, **kwargs)

    async def gets(self, event: str, kind: type[_Kind], test: Callable[[_Kind], bool] = lambda _: True) -> _Kind:
        """Wait for an event with an argument of this kind that passes the test, and return the argument."""

        def matching() -> list[_Kind]:
            mine = [args for name, args in self.heard if name == event]
            last = [next((one for one in reversed(args) if isinstance(one, kind)), None) for args in mine]
            return [one for one in last if one is not None and test(one)]

        return (await until(matching, lambda: f"no such {event} came"))[0]

    async def hears(self, event: str) -> None:
        """Wait for an event."""
        await until(lambda: self.count(event), lambda: f"no {event} came")

    def count(self, event: str) -> int:
        """Return the number of such events so far."""
        return sum(name == event for name, _ in self.heard)


@asynccontextmanager
async def pointed_at(discord_: Discord | None = None) -> AsyncIterator[Discord]:
    """Run a Discord stand-in and point discord.py in this process at it."""
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
    """Log a client in and wait until it is ready."""
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
