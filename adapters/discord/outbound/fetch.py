"""Asked for by id: a message, and the file of one."""

from __future__ import annotations

from datetime import UTC, datetime

import discord

from adapters.discord.api.rest import Rest
from adapters.discord.inbound import message_text, translate
from adapters.discord.rooms.channels import Channels
from adapters.discord.rooms.people import Human, person
from adapters.discord.rooms.state import Known
from bots.core.inbound import Attachment, MessageFetched
from bots.core.outbound import Fetch
from bots.ports import Inbox, Receipt, Sent


class Fetcher:
    """Reads single messages for one account."""

    def __init__(self, rest: Rest, known: Known) -> None:
        self._rest = rest
        self._known = known
        self._channels = Channels(rest, known)

    async def fetch(self, call: Fetch, key: str, inbox: Inbox) -> Receipt:
        """The message as it is now; without a person when it is gone or can't be read."""
        message = await self._message(call.room, call.message)
        await inbox.submit([await self._found(call, key, message)])
        return Sent()

    async def _message(self, room: str, message: str) -> discord.Message | None:
        if not room.isdecimal() or not message.isdecimal():
            return None
        try:
            channel = await self._channels.find(room) or self._rest.client.get_partial_messageable(int(room))
            return await channel.fetch_message(int(message)) if isinstance(channel, discord.abc.Messageable) else None
        except discord.NotFound:
            return None

    async def _found(self, call: Fetch, key: str, message: discord.Message | None) -> MessageFetched:
        known, account = self._known, self._known.account
        if message is None:
            return MessageFetched(
                key=f"discord:fetch:{key}", account=account, room=call.room, at=datetime.now(UTC),
                message=call.message, subject=call.subject,
            )  # fmt: skip
        author = await self._author(message)
        return MessageFetched(
            key=f"discord:fetch:{key}", account=account, room=call.room, at=datetime.now(UTC), message=call.message,
            subject=call.subject, person=person(author, admin=known.managers.of(author, message.channel)),
            text=message_text.text(message), link=message.jump_url, posted=message.created_at,
            attachments=translate.attachments(account, message),
        )  # fmt: skip

    async def _author(self, message: discord.Message) -> Human:
        """With their name in the server, where they are still there."""
        author, guild = message.author, message.guild
        if isinstance(author, discord.Member) or guild is None or message.webhook_id is not None:
            return author
        try:
            return guild.get_member(author.id) or await guild.fetch_member(author.id)
        except discord.NotFound:
            return author

    async def read(self, attachment: Attachment) -> bytes | None:
        """The file: its address is asked for anew, since Discord's addresses run out."""
        room, message, number = attachment.source.split("/")
        found = await self._message(room, message)
        file = next((one for one in found.attachments if str(one.id) == number), None) if found else None
        return await file.read() if file else None
