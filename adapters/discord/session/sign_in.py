"""Signing in, repeated until it works. A wrong account setting stops it with a message that says what to change."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import aiohttp
import discord
import structlog

from bots.ports import AccountRefused
from bots.retry import LONGEST_SECONDS, backoff

log = structlog.get_logger()
PORTAL = "https://discord.com/developers/applications"
_WRONG_TOKEN, _NO_INTENTS = 4004, 4014
_RESERVED = 20
"""We leave one of so many sessions a day unused."""
Connect = Callable[[discord.Client, str], Awaitable[None]]


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
        except discord.LoginFailure as error:
            raise AccountRefused(wrong_token_message(account)) from error
        except discord.PrivilegedIntentsRequired as error:
            raise AccountRefused(missing_intents_message(account)) from error
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            if isinstance(error, discord.ConnectionClosed) and error.code in (_WRONG_TOKEN, _NO_INTENTS):
                message = wrong_token_message if error.code == _WRONG_TOKEN else missing_intents_message
                raise AccountRefused(message(account)) from error
            why = str(error) or type(error).__name__
        tries = 0 if asyncio.get_running_loop().time() - began > LONGEST_SECONDS else tries + 1
        seconds = backoff(tries)
        log.warning("discord-unreachable", account=account, why=why, seconds=round(seconds, 2), tries=tries)
        await asyncio.sleep(seconds)


def wrong_token_message(account: str) -> str:
    """Return what to do about a token that Discord does not accept."""
    return (
        f"{account}: Discord does not accept the token. Make a new one at {PORTAL} (your application, Bot, Reset "
        "Token) and put it into `token` of [discord] in glocal.toml, or into GLOCAL_DISCORD__TOKEN."
    )


def missing_intents_message(account: str) -> str:
    """Return what to do about intents that are not switched on."""
    return (
        f"{account}: the bot may not see members or messages yet. Switch on SERVER MEMBERS INTENT and MESSAGE CONTENT "
        f"INTENT at {PORTAL} (your application, Bot, Privileged Gateway Intents), then start glocal again."
    )
