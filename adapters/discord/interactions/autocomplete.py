"""Suggestions for an option while somebody types."""

from __future__ import annotations

import asyncio

import discord
import structlog

from adapters.discord.interactions.app_commands import AppCommands
from adapters.discord.interactions.responder import InteractionResponder
from adapters.discord.interactions.translate import command_path
from bots.ports import Inbox

log = structlog.get_logger()
LOOKUP_SECONDS = 2.5
"""Discord accepts suggestions for 3 s."""


class Autocomplete:
    """Suggests values for one account."""

    def __init__(self, account: str, commands: AppCommands, responder: InteractionResponder, inbox: Inbox) -> None:
        self._account = account
        self._commands = commands
        self._responder = responder
        self._inbox = inbox

    async def suggest(self, interaction: discord.Interaction) -> None:
        """Look up the suggestions for the option in focus, and offer them."""
        names, options = command_path(interaction.data or {})
        focused = next((option for option in options if option.get("focused")), None)
        argument = self._commands.argument(names, str(focused["name"])) if focused else None
        found: list[tuple[str, str]] = []
        if focused is not None and argument is not None:
            room, user, typed = str(interaction.channel_id), str(interaction.user.id), str(focused["value"])
            try:
                async with asyncio.timeout(LOOKUP_SECONDS):
                    found = await self._inbox.suggest(self._account, room, user, argument.suggests, typed)
            except TimeoutError:
                log.warning("discord-suggestion-late", what=argument.suggests)
        await self._responder.offer_choices(interaction, found)
