"""The stand-in of Discord, checked by discord.py's own client over real sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import TypeVar

import discord
import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.standins.discord.server import Discord, opened

pytestmark = [pytest.mark.discord]
PATIENCE = 8.0
_Kind = TypeVar("_Kind")


class Listener(discord.Client):
    """discord.py's client, which notes every event with what it parsed."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        super().__init__(intents=intents or everything(), max_messages=100)
        self.heard: list[tuple[str, tuple[object, ...]]] = []
        self._news = asyncio.Condition()

    def dispatch(self, event: str, /, *args: object, **kwargs: object) -> None:
        self.heard.append((event, args))
        super().dispatch(event, *args, **kwargs)

    async def gets(self, event: str, kind: type[_Kind], test: Callable[[_Kind], bool] = lambda _: True) -> _Kind:
        """The first argument of such an event; waits for it."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for name, args in self.heard:
                    if name == event and (value := next((a for a in args if isinstance(a, kind)), None)) is not None:
                        if test(value):
                            return value
                await asyncio.sleep(0.01)


def everything() -> discord.Intents:
    """All that the bot may ask for."""
    intents = discord.Intents.default()
    intents.members = intents.message_content = True
    return intents


@pytest.fixture
async def town(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Discord]:
    """A Discord, and discord.py pointed at it."""
    async with opened() as made:
        monkeypatch.setattr(Route, "BASE", f"{made.url}/api/v10")
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(made.url.replace("http", "ws") + "/gateway"))
        yield made


@asynccontextmanager
async def connected(town: Discord, client: Listener | None = None) -> AsyncIterator[Listener]:
    """A client that is logged in and ready."""
    made = client or Listener()
    running = asyncio.create_task(made.start(town.token))
    try:
        await asyncio.wait_for(made.wait_until_ready(), PATIENCE)
        yield made
    finally:
        await made.close()
        await asyncio.gather(running, return_exceptions=True)


async def test_a_message_goes_both_ways(town: Discord) -> None:
    """A person's message is parsed by discord.py, and its answer is seen in the channel."""
    anna = town.person("Anna")
    guild = anna.found("Lyon")
    general = anna.open_channel(guild, "general")
    async with connected(town) as client:
        said = anna.say(general, "Hello")
        heard = await client.gets("message", discord.Message)
        assert (heard.id, heard.content, heard.author.id) == (said.id, "Hello", anna.user.id)
        assert heard.guild is not None and heard.guild.name == "Lyon"
        assert isinstance(heard.author, discord.Member) and isinstance(heard.channel, discord.TextChannel)
        answer = await heard.reply("Good evening", mention_author=False)
        assert [one.content for one in town.said(general)] == ["Good evening"]
        assert answer.reference is not None and answer.reference.message_id == said.id
