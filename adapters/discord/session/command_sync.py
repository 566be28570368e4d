"""Telling Discord our commands, when they are not what it was told last."""

from __future__ import annotations

import discord
import structlog

from adapters.discord.account import Store
from adapters.discord.api.background import ask_until_answered
from adapters.discord.api.rest import Rest
from adapters.discord.interactions.app_commands import Declared

log = structlog.get_logger()
COMMANDS = "/applications/{application_id}/commands"
_INVALID = 400


async def tell(client: discord.Client, declared: Declared, store: Store) -> None:
    """All of them in one request, for all servers, until Discord answers.

    https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
    """
    told = f"{client.application_id} {declared.fingerprint()}"
    if store.kept.commands == told or not await ask_until_answered("commands", lambda: _tell(client, declared)):
        return
    log.info("discord-commands-told", commands=len(declared.payloads()))
    try:
        store.told(told)
    except OSError as error:
        log.warning("discord-commands-not-noted", error=str(error))


async def _tell(client: discord.Client, declared: Declared) -> bool:
    """Whether Discord has taken them."""
    try:
        await Rest(client).put("PUT", COMMANDS, declared.payloads(), application_id=client.application_id)
    except discord.HTTPException as error:
        if error.status != _INVALID:
            raise
        log.error("discord-commands-refused", error=error.text)
        return False
    return True
