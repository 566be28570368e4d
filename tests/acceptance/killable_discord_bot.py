"""Run the bot on the Discord stand-in in a process of its own, which a test kills at random moments."""

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
from tests.stores import store
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

    def __init__(self, discord: Discord, folder: Path, kind: str | None = None) -> None:
        self._discord = discord
        self._identifies = 0
        self.folder = folder
        self.kills = 0
        self._process = None
        folder.mkdir(parents=True, exist_ok=True)
        text = SETTINGS.format(url=discord.url, token=discord.token)
        (folder / "glocal.toml").write_text(text + store(kind).settings(folder), encoding="utf-8")

    async def start(self) -> None:
        """Start the bot and return at once."""
        self._identifies = self._discord.gateway.identifies
        await super().start()

    async def kill_repeatedly(self, rng: random.Random, times: int) -> None:
        """Kill the bot this many times, sometimes during its start, and start it again at once."""
        for _ in range(times):
            if rng.random() < _STARTING:
                await asyncio.sleep(rng.uniform(0.0, 0.8))
            else:
                await self.signed_in()
                await asyncio.sleep(rng.uniform(0.0, 2.2))
            await self.kill()
            await self.start()

    async def signed_in(self) -> None:
        """Wait until the bot has signed in since its last start."""
        gateway = self._discord.gateway
        await until(lambda: gateway.identifies > self._identifies, lambda: self.log()[-3000:], PATIENCE)


@dataclass
class RetryingPeople:
    """People who repeat an action when Discord reports that it failed.

    `attempts`: how often they acted; `retries`: how many of these attempts failed; `unanswered`: how many Discord
    acknowledged without any answer.
    """

    deadline: float = field(default_factory=lambda: time.monotonic() + 600)
    attempts: int = 0
    retries: int = 0
    unanswered: int = 0

    async def retry(self, act: Callable[[], Awaitable[Interaction]]) -> Interaction:
        """Return the first acknowledged interaction. Raise AssertionError if none comes in time."""
        while time.monotonic() < self.deadline:
            self.attempts += 1
            try:
                return await act()
            except InteractionFailed:
                self.retries += 1
        raise AssertionError("the bot never answered")

    async def until_answered(
        self, act: Callable[[], Awaitable[Interaction]], look: Callable[[], Awaitable[Message]]
    ) -> Message:
        """Act until `look` finds an answer. Raise AssertionError after ten attempts without one.

        While its database is away, the bot asks Discord for patience. A process that dies then never answers.
        """
        for _ in range(10):
            await self.retry(act)
            try:
                return await look()
            except AssertionError:
                self.unanswered += 1
        raise AssertionError("ten attempts in a row had no answer")

    async def press(self, person: DiscordPerson, message: Message, label: str) -> Interaction:
        """Press a button until the bot acknowledges it."""
        return await self.retry(lambda: person.press(message, label))


async def wait_for_message(discord: Discord, channel: Channel, what: str, patience: float = PATIENCE) -> Message:
    """Wait for a message of the bot that matches the regex. Return the newest one, or raise AssertionError."""
    return await _wait_for_match(lambda: discord.said(channel), what, patience)


async def wait_for_answer(interaction: Interaction, what: str, patience: float = PATIENCE) -> Message:
    """Wait for an answer to an interaction that matches the regex, or raise AssertionError."""
    return await _wait_for_match(lambda: interaction.shown, what, patience)


async def _wait_for_match(messages: Callable[[], Sequence[Message]], what: str, patience: float) -> Message:
    matches = await until(
        lambda: [message for message in messages() if re.search(what, plain_text(message))],
        lambda: f"no message matches {what!r}; the bot wrote:\n{transcript(messages())}",
        patience,
    )
    return matches[-1]


def plain_text(message: Message) -> str:
    """Return the text with plain spaces and without Markdown."""
    return re.sub(r"[*_`\\]", "", message.text).replace("\u202f", " ").replace("\u00a0", " ")


def transcript(messages: Sequence[Message]) -> str:
    """Return the messages as a readable text."""
    return "\n".join(f"  {plain_text(message)}" for message in messages)
