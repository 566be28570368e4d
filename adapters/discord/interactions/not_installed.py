"""Commands in servers that the bot itself is not in: an application can be added with its commands alone.

https://discord.com/developers/docs/resources/application#installation-context
"""

from __future__ import annotations

import asyncio

import discord
import structlog

from adapters.discord.api.errors import NETWORK_ERRORS
from adapters.discord.interactions.responder import Case, Desk
from adapters.discord.rendering import payloads
from adapters.discord.rooms.permissions import invitation
from bots.core.outbound import Content
from bots.core.richtext import Link, Text
from bots.i18n import texts

log = structlog.get_logger()


class Absent:
    """Says so, and how the bot is brought in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._saying: set[asyncio.Task[None]] = set()

    def decline(self, case: Case, interaction: discord.Interaction) -> None:
        """Nothing could be said there: the core is not asked."""
        link = invitation(interaction.application_id)
        args = {"link": Link(link, (Text(link),))}
        content = Content(texts.rich(str(interaction.locale), "not-in-server", args))
        saying = asyncio.get_running_loop().create_task(self._say(case, content))
        self._saying.add(saying)
        saying.add_done_callback(self._saying.discard)

    async def _say(self, case: Case, content: Content) -> None:
        try:
            await self._desk.answer(case, payloads.message(content, private=True))
        except (discord.HTTPException, *NETWORK_ERRORS) as error:
            log.warning("discord-absence-untold", interaction=case.id, error=str(error))
