"""Replies to interactions. They stay private even when they come too late for the interaction (ADR 31)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress

import discord
import structlog

from adapters.discord.api.bounded_dict import BoundedDict
from adapters.discord.api.errors import NETWORK_ERRORS
from adapters.discord.interactions.pending import PendingInteraction
from adapters.discord.interactions.responder import InteractionResponder
from adapters.discord.rendering import payloads
from adapters.discord.rendering.components import modal
from adapters.discord.rooms.channels import Channels
from adapters.discord.rooms.permissions import invitation
from bots.core.inbound import PersonInbound
from bots.core.outbound import Answer, Content, DirectMessage, ShowForm
from bots.core.richtext import Link, Mention, Text
from bots.i18n import texts
from bots.ports import Receipt, Refused, Sending, Sent

log = structlog.get_logger()
_MAX_PRIVATE = 1_000
Post = Callable[[str, Content, Sending, str | None], Awaitable[Receipt]]
"""Posts a message in a room, with the message to reply to or None."""
SendDirect = Callable[[DirectMessage, Sending], Awaitable[Receipt]]


class Replies:
    """The replies of one account. Remembers the private ones for a while, so that they can be edited."""

    def __init__(
        self, responder: InteractionResponder, channels: Channels, post: Post, send_direct: SendDirect
    ) -> None:
        self._responder = responder
        self._channels = channels
        self._post = post
        self._send_direct = send_direct
        self._private: BoundedDict[str, PendingInteraction] = BoundedDict(_MAX_PRIVATE)

    async def reply(self, call: Answer, sending: Sending) -> Receipt:
        """Reply to the person alone, or in the room without an interaction. Raises HTTPException and network errors."""
        content = call.content
        interaction = self._responder.find(call.token) if call.token else None
        if not content.text and not content.buttons and not content.attachments:
            if interaction is not None:
                await self._responder.complete(interaction)
            return Sent()
        if interaction is None:
            return await self._post(call.room, content, sending, call.reply_to)
        payload = await self._channels.build_message(call.room, content, sending, private=True)
        message = await self._responder.reply(interaction, payload)
        if message is None:
            return await self._reply_late(call, interaction, sending)
        self._private[message] = interaction
        return Sent((message,))

    async def _reply_late(self, call: Answer, interaction: PendingInteraction, sending: Sending) -> Receipt:
        """Send a direct message. If the person accepts none, say in the room that the reply came too late.

        A reply with buttons or a question goes to the room: it works only there, and contains nothing private.
        """
        content = call.content
        if content.buttons or content.asks:
            return await self._post(call.room, _addressed(call.user, content), sending, call.reply_to)
        with suppress(discord.Forbidden):
            direct = DirectMessage(room=call.room, user=call.user, content=content)
            receipt = await self._send_direct(direct, sending)
            if not isinstance(receipt, Refused):
                return receipt
        locale = interaction.value.person.locale if isinstance(interaction.value, PersonInbound) else None
        note = Content(texts.rich(locale, "answer-too-late"))
        return await self._post(call.room, _addressed(call.user, note), sending, call.reply_to)

    async def show_form(self, call: ShowForm, sending: Sending) -> Receipt:
        """Open a form, or reply with its fallback when it is too late for a form."""
        if await self._responder.open_form(self._responder.find(call.token), modal(call)):
            return Sent()
        answer = Answer(room=call.room, user=call.user, content=call.fallback, token=call.token)
        return await self.reply(answer, sending)

    async def edit_private(self, message: str, body: dict[str, object]) -> bool:
        """Edit a private reply. Return False for any other message."""
        interaction = self._private.get(message)
        if interaction is not None:
            await self._responder.edit(interaction, message, body)
        return interaction is not None


def _addressed(user: str, content: Content) -> Content:
    """Return the content with a mention of the person in front."""
    text = (Mention(user, user), Text(" "), *content.text)
    return Content(text, buttons=content.buttons, mentions=(user,), attachments=content.attachments, menu=content.menu)


async def reply_with_invitation(responder: InteractionResponder, pending: PendingInteraction, locale: str) -> None:
    """Reply in a server without the bot, where somebody added only the commands, with the link that adds the bot.

    https://discord.com/developers/docs/resources/application#installation-context
    """
    link = invitation(pending.app)
    content = Content(texts.rich(locale, "not-in-server", {"link": Link(link, (Text(link),))}))
    try:
        await responder.reply(pending, payloads.message(content, private=True))
    except (discord.HTTPException, *NETWORK_ERRORS) as error:
        log.warning("discord-invitation-not-sent", interaction=pending.id, error=str(error))
