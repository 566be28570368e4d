"""Background tasks by name, and a request that is repeated until Discord answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import discord
import structlog

from adapters.discord.api.errors import NETWORK_ERRORS
from bots.retry import backoff

log = structlog.get_logger()
Result = TypeVar("Result")


class BackgroundTasks:
    """Background tasks of one account, at most one of each name. A failing task is logged."""

    def __init__(self) -> None:
        self._running: dict[str, asyncio.Task[None]] = {}

    def start(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Start a task, unless one of this name is running."""
        if name not in self._running:
            self._running[name] = asyncio.create_task(self._run(name, work))

    async def _run(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception:
            log.exception("discord-background-task-failed", task=name)
        finally:
            if self._running.get(name) is asyncio.current_task():
                del self._running[name]

    def stop(self, name: str) -> None:
        """Cancel a task. Another one of this name can start at once."""
        task = self._running.pop(name, None)
        if task is not None:
            task.cancel()

    def stop_all(self) -> None:
        """Cancel all tasks."""
        for name in list(self._running):
            self.stop(name)


async def ask_until_answered(what: str, ask: Callable[[], Awaitable[Result]]) -> Result | None:
    """Repeat a request until Discord answers. Return None when Discord denies access or knows no such thing.

    Wait at least as long as a RateLimited says.
    """
    tries = 0
    while True:
        try:
            return await ask()
        except (discord.Forbidden, discord.NotFound) as error:
            log.warning("discord-unreadable", what=what, error=str(error))
            return None
        except (discord.DiscordException, *NETWORK_ERRORS) as error:
            why = str(error) or type(error).__name__
            seconds = max(backoff(tries), error.retry_after if isinstance(error, discord.RateLimited) else 0.0)
        log.warning("discord-not-answered", what=what, error=why, seconds=round(seconds, 2), tries=tries)
        await asyncio.sleep(seconds)
        tries += 1
