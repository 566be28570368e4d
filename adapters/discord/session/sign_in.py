"""Signing in, repeated until it works. A wrong account setting stops it with a message that says what to change."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import discord
import structlog

from adapters.discord.api.errors import NETWORK_ERRORS
from bots.ports import AccountRefused
from bots.retry import LONGEST_SECONDS, backoff

log = structlog.get_logger()
PORTAL = "https://discord.com/developers/applications"
_WRONG_TOKEN, _NO_INTENTS = 4004, 4014
_RESERVED = 20
"""We leave one of so many sessions a day unused."""
Connect = Callable[[discord.Client, str], Awaitable[None]]
"""Signs a client in with a token, and returns when the client is closed."""


async def start_client(client: discord.Client, token: str) -> None:
    """Sign in and stay connected. discord.py reconnects by itself where it can."""
    await client.login(token)
    if isinstance(client, discord.AutoShardedClient):
        await _wait_for_sessions(client)
    await client.connect(reconnect=True)


async def _wait_for_sessions(client: discord.AutoShardedClient) -> None:
    """Wait while Discord has few sessions left for the bot today: without any, it renews the bot's token.

    https://discord.com/developers/docs/events/gateway#sharding-max-concurrency
    """
    limits = await client.fetch_session_start_limits()
    needed = (client.shard_count or 1) + limits.total // _RESERVED
    if limits.remaining < needed:
        seconds = limits.reset_after / 1000
        log.error("discord-sessions-used-up", remaining=limits.remaining, total=limits.total, seconds=seconds)
        await asyncio.sleep(seconds)


async def stay_connected(account: str, run_client: Callable[[], Awaitable[None]]) -> None:
    """Run one client after the other until cancelled. Raises AccountRefused."""
    tries = 0
    while True:
        began = asyncio.get_running_loop().time()
        try:
            await run_client()
            why = "the connection was closed"
        except (discord.DiscordException, *NETWORK_ERRORS) as error:
            if remedy := _remedy(error):
                raise AccountRefused(f"{account}: {remedy}") from error
            why = str(error) or type(error).__name__
        tries = 0 if asyncio.get_running_loop().time() - began > LONGEST_SECONDS else tries + 1
        seconds = backoff(tries)
        log.warning("discord-unreachable", account=account, why=why, seconds=round(seconds, 2), tries=tries)
        await asyncio.sleep(seconds)


def _remedy(error: Exception) -> str | None:
    """Return what to do about a wrong token or missing intents; None for an error that may pass."""
    code = error.code if isinstance(error, discord.ConnectionClosed) else None
    if code == _WRONG_TOKEN or isinstance(error, discord.LoginFailure):
        return (
            f"Discord does not accept the token. Make a new one at {PORTAL} (your application, Bot, Reset Token) and "
            "put it into `token` of [discord] in glocal.toml, or into GLOCAL_DISCORD__TOKEN."
        )
    if code == _NO_INTENTS or isinstance(error, discord.PrivilegedIntentsRequired):
        return (
            "the bot may not see members or messages yet. Switch on SERVER MEMBERS INTENT and MESSAGE CONTENT INTENT "
            f"at {PORTAL} (your application, Bot, Privileged Gateway Intents), then start glocal again."
        )
    return None
