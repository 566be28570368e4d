"""A bot on the stand-in of Discord, in a process of its own that is killed at random moments and started again."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.acceptance.mortal import MortalBot
from tests.standins.discord.interacting import InteractionFailed
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Interaction, Message
from tests.standins.discord.server import Discord

SETTINGS = """
[discord]
token = "{token}"
api = "{url}"

[log]
format = "json"
"""
PATIENCE = 90.0
_YOUNG = 0.35
"""How many of the lives end before the bot is there."""


class MortalDiscordBot(MortalBot):
    """`glocal run` with a Discord account."""

    def __init__(self, discord: Discord, folder: Path) -> None:
        self._discord = discord
        self._seen = 0
        self.folder = folder
        self.kills = 0
        self._process = None
        folder.mkdir(parents=True, exist_ok=True)
        text = SETTINGS.format(url=discord.url, token=discord.token)
        (folder / "glocal.toml").write_text(text, encoding="utf-8")

    async def die_often(self, chance: random.Random, times: int) -> None:
        """Kill it so many times, and start it again at once: some while it starts, most while it is at work."""
        for _ in range(times):
            if chance.random() < _YOUNG:
                await asyncio.sleep(chance.uniform(0.2, 1.5))
            else:
                await self._signs_in()
                await asyncio.sleep(chance.uniform(0.0, 2.2))
            await self.kill()
            await self.start()

    async def _signs_in(self) -> None:
        """Wait for the next connection of this life."""
        before = self._seen
        async with asyncio.timeout(PATIENCE):
            while self._discord.gateway.identifies == before:
                await asyncio.sleep(0.01)
        self._seen = self._discord.gateway.identifies


@dataclass
class Patient:
    """People who act again when Discord tells them that it failed. `acts` counts all, `again` those that had to be."""

    until: float = field(default_factory=lambda: time.monotonic() + 600)
    acts: int = 0
    again: int = 0

    async def insist(self, act: Callable[[], Awaitable[Interaction]]) -> Interaction:
        """The first interaction that was acknowledged. Raises AssertionError when none ever is."""
        while time.monotonic() < self.until:
            self.acts += 1
            try:
                return await act()
            except InteractionFailed:
                self.again += 1
        raise AssertionError("the bot never answered")

    async def press(self, person: DiscordPerson, message: Message, label: str) -> Interaction:
        """Press until it is taken."""
        return await self.insist(lambda: person.press(message, label))


async def sees(discord: Discord, channel: Channel, what: str, patience: float = PATIENCE) -> Message:
    """Wait for a message of the bot that matches this regex; the newest such. Raises AssertionError."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        for message in reversed(discord.said(channel)):
            if re.search(what, plain(message)):
                return message
        await asyncio.sleep(0.05)
    raise AssertionError(f"nobody said {what!r}; the bot said:\n{transcript(discord.said(channel))}")


async def hears(interaction: Interaction, what: str, patience: float = PATIENCE) -> Message:
    """Wait for an answer to an interaction that matches. Raises AssertionError."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        for message in reversed(interaction.shown):
            if re.search(what, plain(message)):
                return message
        await asyncio.sleep(0.05)
    raise AssertionError(f"no answer {what!r}; there was:\n{transcript(interaction.shown)}")


def plain(message: Message) -> str:
    """The words, with plain blanks and no bold."""
    return re.sub(r"[*_`\\]", "", message.content).replace("\u202f", " ").replace("\u00a0", " ")


def transcript(messages: Sequence[Message]) -> str:
    """The messages as one would read them."""
    return "\n".join(f"  {plain(message)}" for message in messages)
