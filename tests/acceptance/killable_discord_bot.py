"""A bot on the Discord stand-in, in a process of its own, which a test kills at random moments and starts again."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.acceptance.killable_process import KillableBot
from tests.standins.discord.interacting import InteractionFailed
from tests.standins.discord.people import DiscordPerson
from tests.standins.discord.records import Channel, Interaction, Message
from tests.standins.discord.server import Discord
from tests.waiting import until

PATIENCE = 90.0
SETTINGS = """
[discord]
token = "{token}"
api = "{url}"

[log]
format = "json"
"""
_STARTING = 0.35
"""The share of kills that come while the bot starts."""


class KillableDiscordBot(KillableBot):
    """`glocal run` with a Discord account."""

    def __init__(self, discord: Discord, folder: Path) -> None:
        self._discord = discord
        self._identifies = 0
        self.folder = folder
        self.kills = 0
        self._process = None
        folder.mkdir(parents=True, exist_ok=True)
        text = SETTINGS.format(url=discord.url, token=discord.token)
        (folder / "glocal.toml").write_text(text, encoding="utf-8")

    async def start(self) -> None:
        """Start it; return at once."""
        self._identifies = self._discord.gateway.identifies
        await super().start()

    async def kill_repeatedly(self, chance: random.Random, times: int) -> None:
        """Kill it so many times and start it again at once: sometimes while it starts, mostly while it is at work."""
        for _ in range(times):
            if chance.random() < _STARTING:
                await asyncio.sleep(chance.uniform(0.2, 1.5))
            else:
                await self.signed_in()
                await asyncio.sleep(chance.uniform(0.0, 2.2))
            await self.kill()
            await self.start()

    async def signed_in(self) -> None:
        """Wait until it has signed in since its last start."""
        gateway = self._discord.gateway
        await until(lambda: gateway.identifies > self._identifies, lambda: self.log()[-3000:], PATIENCE)


@dataclass
class RetryingPeople:
    """People who act again when Discord tells them that it failed. `attempts` counts all, `retries` the repeated."""

    deadline: float = field(default_factory=lambda: time.monotonic() + 600)
    attempts: int = 0
    retries: int = 0

    async def retry(self, act: Callable[[], Awaitable[Interaction]]) -> Interaction:
        """Return the first interaction that was acknowledged. Raises AssertionError when none ever is."""
        while time.monotonic() < self.deadline:
            self.attempts += 1
            try:
                return await act()
            except InteractionFailed:
                self.retries += 1
        raise AssertionError("the bot never answered")

    async def press(self, person: DiscordPerson, message: Message, label: str) -> Interaction:
        """Press until it is acknowledged."""
        return await self.retry(lambda: person.press(message, label))


async def sees(discord: Discord, channel: Channel, what: str, patience: float = PATIENCE) -> Message:
    """Wait for a message of the bot that matches the regex; return the newest such. Raises AssertionError."""
    return await _matching(lambda: discord.said(channel), what, patience)


async def hears(interaction: Interaction, what: str, patience: float = PATIENCE) -> Message:
    """Wait for an answer to an interaction that matches the regex. Raises AssertionError."""
    return await _matching(lambda: interaction.shown, what, patience)


async def _matching(said: Callable[[], Sequence[Message]], what: str, patience: float) -> Message:
    found = await until(
        lambda: [message for message in said() if re.search(what, plain(message))],
        lambda: f"nobody said {what!r}; the bot said:\n{transcript(said())}",
        patience,
    )
    return found[-1]


def plain(message: Message) -> str:
    """Return the words, with plain blanks and without Markdown."""
    return re.sub(r"[*_`\\]", "", message.content).replace("\u202f", " ").replace("\u00a0", " ")


def transcript(messages: Sequence[Message]) -> str:
    """Return the messages as one would read them."""
    return "\n".join(f"  {plain(message)}" for message in messages)
