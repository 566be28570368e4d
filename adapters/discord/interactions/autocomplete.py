"""Suggestions for an option while somebody types."""

from __future__ import annotations

import asyncio

import discord
import structlog

from adapters.discord.interactions.app_commands import AppCommands
from adapters.discord.interactions.responder import InteractionResponder
from adapters.discord.interactions.translate import command_path
from adapters.discord.rooms.state import AdapterState

log = structlog.get_logger()
LOOKUP_SECONDS = 2.5
"""Discord accepts suggestions for 3 s."""


async def suggest(
    interaction: discord.Interaction, state: AdapterState, commands: AppCommands, responder: InteractionResponder
) -> None:
    """Look up the suggestions for the option in focus, and offer them."""
    names, options = command_path(interaction.data or {})
    focused = next((option for option in options if option.get("focused")), None)
    argument = commands.argument(names, str(focused["name"])) if focused else None
    found: list[tuple[str, str]] = []
    if focused is not None and argument is not None:
        room, user, typed = str(interaction.channel_id), str(interaction.user.id), str(focused["value"])
        try:
            async with asyncio.timeout(LOOKUP_SECONDS):
                found = await state.inbox.suggest(state.account, room, user, argument.suggests, typed)
        except TimeoutError:
            log.warning("discord-suggestion-late", what=argument.suggests)
    await responder.offer_choices(interaction, found)
