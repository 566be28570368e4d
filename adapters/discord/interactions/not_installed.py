"""Commands in servers without the bot: somebody can add an application with its commands alone.

https://discord.com/developers/docs/resources/application#installation-context
"""

from __future__ import annotations

import discord
import structlog

from adapters.discord.api.errors import NETWORK_ERRORS
from adapters.discord.interactions.pending import PendingInteraction
from adapters.discord.interactions.responder import InteractionResponder
from adapters.discord.rendering import payloads
from adapters.discord.rooms.permissions import invitation
from bots.core.outbound import Content
from bots.core.richtext import Link, Text
from bots.i18n import texts

log = structlog.get_logger()


async def reply_with_invitation(responder: InteractionResponder, pending: PendingInteraction, locale: str) -> None:
    """Reply with the link that adds the bot to the server."""
    link = invitation(pending.app)
    content = Content(texts.rich(locale, "not-in-server", {"link": Link(link, (Text(link),))}))
    try:
        await responder.reply(pending, payloads.message(content, private=True))
    except (discord.HTTPException, *NETWORK_ERRORS) as error:
        log.warning("discord-invitation-not-sent", interaction=pending.id, error=str(error))
