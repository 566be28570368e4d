"""Sending the command menu to Discord when it has changed."""

from __future__ import annotations

import discord
import structlog

from adapters.discord.account import DiscordAccount, load_fingerprint, save_fingerprint
from adapters.discord.api.background import ask_until_answered
from adapters.discord.api.rest import RestClient
from adapters.discord.interactions.app_commands import AppCommands

log = structlog.get_logger()
COMMANDS = "/applications/{application_id}/commands"
_INVALID = 400


async def sync_commands(client: discord.Client, commands: AppCommands, account: DiscordAccount) -> None:
    """Send all commands in one request, for all servers, until Discord answers.

    https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
    """
    fingerprint = f"{client.application_id} {commands.fingerprint()}"
    if load_fingerprint(account) == fingerprint:
        return
    if not await ask_until_answered("commands", lambda: _upload(client, commands)):
        return
    log.info("discord-commands-sent", commands=len(commands.payloads()))
    try:
        save_fingerprint(account, fingerprint)
    except OSError as error:
        log.warning("discord-commands-not-saved", error=str(error))


async def _upload(client: discord.Client, commands: AppCommands) -> bool:
    """Send the commands. Return whether Discord has accepted them."""
    try:
        await RestClient(client).request("PUT", COMMANDS, commands.payloads(), application_id=client.application_id)
    except discord.HTTPException as error:
        if error.status != _INVALID:
            raise
        log.error("discord-commands-refused", error=error.text)
        return False
    return True
