"""Signing in, for as long as it takes; what is wrong with the account is said at once, and where to change it."""

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
Connect = Callable[[discord.Client, str], Awaitable[None]]


async def connected(client: discord.Client, token: str) -> None:
    """Sign in and stay connected; discord.py finds its way back by itself where it can."""
    await client.start(token, reconnect=True)


async def stay_connected(account: str, live: Callable[[], Awaitable[None]]) -> None:
    """One client after the other until cancelled. Raises AccountRefused."""
    tries = 0
    while True:
        began = asyncio.get_running_loop().time()
        try:
            await live()
            why = "the connection was closed"
        except discord.LoginFailure as error:
            raise AccountRefused(wrong_token(account)) from error
        except discord.PrivilegedIntentsRequired as error:
            raise AccountRefused(intents_missing(account)) from error
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            if isinstance(error, discord.ConnectionClosed) and error.code in (_WRONG_TOKEN, _NO_INTENTS):
                said = wrong_token(account) if error.code == _WRONG_TOKEN else intents_missing(account)
                raise AccountRefused(said) from error
            why = str(error) or type(error).__name__
        tries = 0 if asyncio.get_running_loop().time() - began > LONGEST_SECONDS else tries + 1
        seconds = backoff(tries)
        log.warning("discord-unreachable", account=account, why=why, seconds=round(seconds, 2), tries=tries)
        await asyncio.sleep(seconds)


def wrong_token(account: str) -> str:
    """What to do about a token that Discord does not take."""
    return (
        f"{account}: Discord does not accept the token. Make a new one at {PORTAL} (your application, Bot, Reset "
        "Token) and put it into `token` of [discord] in glocal.toml, or into GLOCAL_DISCORD__TOKEN."
    )


def intents_missing(account: str) -> str:
    """What to do about intents that are not switched on."""
    return (
        f"{account}: the bot may not see members or messages yet. Switch on SERVER MEMBERS INTENT and MESSAGE CONTENT "
        f"INTENT at {PORTAL} (your application, Bot, Privileged Gateway Intents), then start glocal again."
    )
