"""What is done beside what comes in: pieces of work by name, one of a name at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import discord
import structlog

from adapters.discord.api.errors import NETWORK_ERRORS
from bots.retry import backoff

log = structlog.get_logger()
Found = TypeVar("Found")


class Errands:
    """The errands of one account. One that fails is logged."""

    def __init__(self) -> None:
        self._running: dict[str, asyncio.Task[None]] = {}

    def start(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Begin, unless it is under way."""
        if name not in self._running:
            self._running[name] = asyncio.create_task(self._run(name, work))

    async def _run(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception:
            log.exception("discord-errand-failed", errand=name)
        finally:
            if self._running.get(name) is asyncio.current_task():
                del self._running[name]

    def stop(self, name: str) -> None:
        """Give it up; it can be begun anew at once."""
        task = self._running.pop(name, None)
        if task is not None:
            task.cancel()

    def stop_all(self) -> None:
        """Give all up."""
        for name in list(self._running):
            self.stop(name)


async def ask_until_answered(what: str, ask: Callable[[], Awaitable[Found]]) -> Found | None:
    """Ask Discord until it answers; None when the answer is that it can't be had."""
    tries = 0
    while True:
        try:
            return await ask()
        except (discord.Forbidden, discord.NotFound) as error:
            log.warning("discord-unreadable", what=what, error=str(error))
            return None
        except (discord.DiscordException, *NETWORK_ERRORS) as error:
            why = str(error) or type(error).__name__
        seconds = backoff(tries)
        log.warning("discord-not-answered", what=what, error=why, seconds=round(seconds, 2), tries=tries)
        await asyncio.sleep(seconds)
        tries += 1
