"""Telling Discord our commands, when they are not what it was told last."""

from __future__ import annotations

import discord
import structlog

from adapters.discord.account import Store
from adapters.discord.declared import Declared
from adapters.discord.rest import Rest

log = structlog.get_logger()
COMMANDS = "/applications/{application_id}/commands"


async def tell(rest: Rest, client: discord.Client, declared: Declared, store: Store) -> None:
    """All of them in one request, for all servers. Raises discord.HTTPException and network errors.

    https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
    """
    told = f"{client.application_id} {declared.fingerprint()}"
    if store.kept.commands == told:
        return
    await rest.put("PUT", COMMANDS, declared.payloads(), application_id=client.application_id)
    store.told(told)
    log.info("discord-commands-told", commands=len(declared.payloads()))
