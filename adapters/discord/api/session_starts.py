"""New sessions, spaced so that the account never uses up the number that Discord allows in a day.

Discord resets the token of a bot that signs in more often.
https://discord.com/developers/docs/events/gateway#session-start-limit-object
"""

from __future__ import annotations

import asyncio
from typing import Protocol

import discord
import structlog

from adapters.discord.api.errors import NETWORK_ERRORS

log = structlog.get_logger()
PAUSE_SECONDS = 5.5
"""Discord accepts `max_concurrency` new sessions in five seconds; the rest is for those that are slow on their way."""
SCARCE = 0.25
"""Below this share of the day's sessions, the rest is spread over the rest of the day."""


class GatewayLimits(Protocol):
    """What discord.py's HTTP client says about the gateway."""

    async def get_bot_gateway(self) -> tuple[int, str, discord.types.gateway.SessionStartLimit]:
        """Return the number of shards, the address, and the limit of new sessions."""


class Turns(Protocol):
    """Lets one process at a time start sessions of a bot."""

    async def take(self) -> None:
        """Wait until no other process has the turn."""

    def give_back(self, seconds: float) -> None:
        """Let others have the turn after this time."""


class SessionStarts:
    """The new sessions of one bot, over all of its clients. `pause`: the seconds between two of them.

    `turns`: where other processes start sessions of the same bot too.
    """

    def __init__(self, pause: float = PAUSE_SECONDS, turns: Turns | None = None) -> None:
        self._pause = pause
        self._turns = turns
        self._spacing = pause
        self._last: float | None = None
        self._not_before: float | None = None
        self._lock = asyncio.Lock()

    async def wait(self, http: GatewayLimits) -> None:
        """Wait until the account may start one more session.

        discord.py cancels this after a minute and calls it again. The time that was set stays.
        """
        async with self._lock:
            loop = asyncio.get_running_loop()
            if self._turns is not None:
                await self._turns.take()
            try:
                if self._not_before is None:
                    self._not_before = await self._next_start(http, loop.time())
                await asyncio.sleep(max(0.0, self._not_before - loop.time()))
                self._not_before, self._last = None, loop.time()
            finally:
                if self._turns is not None:
                    self._turns.give_back(self._spacing)

    async def _next_start(self, http: GatewayLimits, now: float) -> float:
        try:
            _, _, limit = await http.get_bot_gateway()
        except (discord.DiscordException, *NETWORK_ERRORS) as error:
            log.warning("discord-session-limit-unknown", error=str(error))
            limit = {"total": 1, "remaining": 1, "reset_after": 0, "max_concurrency": 1}
        self._spacing = self._pause / max(1, limit["max_concurrency"])
        spaced = self._last + self._spacing if self._last is not None else now
        scarce = seconds_when_scarce(limit["total"], limit["remaining"], limit["reset_after"] / 1000)
        if scarce:
            log.warning("discord-session-limit", remaining=limit["remaining"], seconds=round(scarce, 2))
        return max(now + scarce, spaced)


def seconds_when_scarce(total: int, remaining: int, reset_after: float) -> float:
    """Return the pause before the next session, so that the remaining ones last; 0 while there are enough."""
    if remaining <= 0:
        return reset_after
    return reset_after / remaining if remaining <= total * SCARCE else 0.0
