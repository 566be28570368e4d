"""What may be meant, while somebody still types."""

from __future__ import annotations

import asyncio

import discord
import structlog

from adapters.discord.interactions import translate
from adapters.discord.interactions.app_commands import Declared
from adapters.discord.interactions.responder import Desk
from bots.ports import Inbox

log = structlog.get_logger()
IN_TIME = 2.5
"""Seconds; Discord takes a suggestion for three."""


class Suggester:
    """Answers autocompletion for one account."""

    def __init__(self, account: str, declared: Declared, desk: Desk, inbox: Inbox) -> None:
        self._account = account
        self._declared = declared
        self._desk = desk
        self._inbox = inbox
        self._asked: set[asyncio.Task[None]] = set()

    def offer(self, interaction: discord.Interaction) -> None:
        """Look it up beside everything else."""
        task = asyncio.get_running_loop().create_task(self._offer(interaction))
        self._asked.add(task)
        task.add_done_callback(self._asked.discard)

    async def _offer(self, interaction: discord.Interaction) -> None:
        names, options = translate.path(interaction.data or {})
        focused = next((option for option in options if option.get("focused")), None)
        argument = self._declared.argument(names, str(focused["name"])) if focused else None
        found: list[tuple[str, str]] = []
        if focused is not None and argument is not None:
            room, user, typed = str(interaction.channel_id), str(interaction.user.id), str(focused["value"])
            try:
                async with asyncio.timeout(IN_TIME):
                    found = await self._inbox.suggest(self._account, room, user, argument.suggests, typed)
            except TimeoutError:
                log.warning("discord-suggestion-late", what=argument.suggests)
        await self._desk.suggest(interaction, found)
