"""Send the command menu to Discord when it has changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from hashlib import blake2s

import discord
import structlog

from adapters.discord.account import DiscordAccount, load_fingerprint, save_fingerprint
from adapters.discord.api.background import ask_until_answered
from adapters.discord.api.rest import JsonObject, RestClient
from adapters.discord.interactions.app_commands import AppCommands
from adapters.discord.rooms.state import AdapterState

log = structlog.get_logger()
COMMANDS = "/applications/{application_id}/commands"
_INVALID = 400


async def sync_commands(
    client: discord.Client, commands: AppCommands, account: DiscordAccount, state: AdapterState
) -> None:
    """Send all commands in one request, for all servers, unless Discord still has the last version that we sent.

    Keep their ids, since texts link to them.

    Discord changes a command's version with each change, even by somebody else.
    https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
    """
    wanted = f"{client.application_id} {commands.fingerprint()}"
    rest = RestClient(client)
    held = await ask_until_answered("commands", partial(_request, rest, client, "GET", None))
    if held is not None and load_fingerprint(account) == f"{wanted} {_versions(held)}":
        state.command_ids = commands.ids_by_path(held)
        return
    sent = await ask_until_answered("commands", partial(_request, rest, client, "PUT", commands.payloads()))
    if not sent:
        return
    state.command_ids = commands.ids_by_path(sent)
    log.info("discord-commands-sent", commands=len(sent))
    try:
        save_fingerprint(account, f"{wanted} {_versions(sent)}")
    except OSError as error:
        log.warning("discord-commands-not-saved", error=str(error))


async def _request(rest: RestClient, client: discord.Client, method: str, body: object) -> list[JsonObject] | None:
    """Read or replace the commands. Return those that Discord has then, or None when it does not accept them."""
    try:
        held: list[JsonObject] = await rest.request(method, COMMANDS, body, application_id=client.application_id)
    except discord.HTTPException as error:
        if error.status != _INVALID:
            raise
        log.error("discord-commands-refused", error=error.text)
        return None
    return held


def _versions(held: Sequence[JsonObject]) -> str:
    """Return a hash of the versions of commands."""
    versions = sorted(f"{command['id']} {command.get('version', '')}" for command in held)
    return blake2s("\n".join(versions).encode(), digest_size=8).hexdigest()
