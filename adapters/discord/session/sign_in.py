"""Signing in, repeated until it works. A wrong account setting stops it with a message that says what to change."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import discord
import structlog

from adapters.discord.api.client import intents
from adapters.discord.api.errors import NETWORK_ERRORS
from bots.ports import AccountRefused, ConnectionListener
from bots.retry import LONGEST_SECONDS, NO_LISTENER, backoff

log = structlog.get_logger()
PORTAL = "https://discord.com/developers/applications"
_WRONG_TOKEN, _NO_INTENTS = 4004, 4014
Connect = Callable[[discord.Client, str], Awaitable[None]]
"""Signs a client in with a token, and returns when the client is closed."""


async def stay_connected(
    account: str, run_client: Callable[[], Awaitable[None]], listener: ConnectionListener = NO_LISTENER
) -> None:
    """Run one client after the other until cancelled, whatever ends one. Raises AccountRefused."""
    tries = 0
    while True:
        began = asyncio.get_running_loop().time()
        try:
            await run_client()
            why = "the connection was closed"
        except Exception as error:
            if not isinstance(error, (discord.DiscordException, *NETWORK_ERRORS)):
                log.exception("discord-client-failed", account=account)
            if remedy := _remedy(error):
                raise AccountRefused(f"{account}: {remedy}") from error
            why = str(error) or type(error).__name__
        tries = 0 if asyncio.get_running_loop().time() - began > LONGEST_SECONDS else tries + 1
        seconds = backoff(tries)
        log.warning("discord-unreachable", account=account, why=why, seconds=round(seconds, 2), tries=tries)
        listener.disconnected(why)
        await asyncio.sleep(seconds)


def fewer_intents(client: discord.AutoShardedClient) -> discord.Intents:
    """Return the intents without those that are switched off in the portal, and log what is missing then.

    Raises the current exception if the client stopped asking.
    """
    flags = client.application_flags
    members = flags.gateway_guild_members or flags.gateway_guild_members_limited
    content = flags.gateway_message_content or flags.gateway_message_content_limited
    if not (client.intents.members or client.intents.message_content):
        raise discord.PrivilegedIntentsRequired(None)
    if members and content:  # Discord says otherwise
        members = content = False
    if not content:
        log.error(
            "discord-without-content",
            why="only slash commands and buttons work, and nothing can be shared",
            todo=f"switch on MESSAGE CONTENT INTENT at {PORTAL} (your application, Bot)",
        )
    if not members:
        log.error(
            "discord-without-members",
            why="newcomers cannot be welcomed",
            todo=f"switch on SERVER MEMBERS INTENT at {PORTAL} (your application, Bot)",
        )
    return intents(members=members, content=content)


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
