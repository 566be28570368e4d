"""Fetching of single messages and their files."""

from __future__ import annotations

from functools import partial

import aiohttp
import discord
import structlog

from adapters.discord.api.rest import RestClient
from adapters.discord.inbound import message_text, translate
from adapters.discord.inbound.history import read_messages
from adapters.discord.rooms.channels import Channels
from adapters.discord.rooms.people import DiscordUser, fetch_member
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import Attachment, HistoryFetched, MessageFetched
from bots.core.outbound import HISTORY_LENGTH, Fetch, FetchHistory
from bots.ports import Receipt, Sent

log = structlog.get_logger()
MAX_FILE_BYTES = 50_000_000
"""The most that is read of one file. Stop reading a file that is larger than any platform takes from a bot."""
_CHUNK = 1 << 16
_DOWNLOAD_TIMEOUT = aiohttp.ClientTimeout(total=120.0)


class Fetcher:
    """Fetches messages and files for one account."""

    def __init__(self, rest: RestClient, state: AdapterState) -> None:
        self._rest = rest
        self._state = state
        self._channels = Channels(rest, state)

    async def fetch(self, call: Fetch, key: str) -> Receipt:
        """Submit the current message; without a person when the message was deleted."""
        message = await self._message(call.room, call.message)
        await self._state.inbox.submit([await self._value(call, key, message)])
        return Sent()

    async def _message(self, room: str, message: str) -> discord.Message | None:
        if not room.isdecimal() or not message.isdecimal():
            return None
        try:
            channel = await self._channels.find(room) or self._rest.client.get_partial_messageable(int(room))
            return await channel.fetch_message(int(message)) if isinstance(channel, discord.abc.Messageable) else None
        except discord.NotFound:
            return None

    async def _value(self, call: Fetch, key: str, message: discord.Message | None) -> MessageFetched:
        if message is None:
            head = self._state.head(f"{self._state.account}:fetch:{key}", call.room)
            return MessageFetched(**head, message=call.message, subject=call.subject)
        return self._found(call, key, message, await self._author(message))

    def _found(
        self, call: Fetch | FetchHistory, key: str, message: discord.Message, user: DiscordUser
    ) -> MessageFetched:
        author = self._state.people.in_channel(user, message.channel)
        return MessageFetched(
            **self._state.head(f"{self._state.account}:fetch:{key}", call.room), message=str(message.id),
            subject=call.subject, person=author, text=message_text.plain_text(message), link=message.jump_url,
            posted=message.created_at, attachments=translate.attachments(self._state.account, message),
        )  # fmt: skip

    async def fetch_history(self, call: FetchHistory, key: str) -> Receipt:
        """Submit the messages of people around one, with one request for them. Leave out malformed messages."""
        found, authors = [], dict[int, DiscordUser]()
        for message in await self._history(call):
            if message_text.is_from_person(message) and not message_text.is_command(message_text.plain_text(message)):
                user = authors.get(message.author.id) or await self._author(message)
                authors[user.id] = user
                found.append(self._found(call, f"{key}:{message.id}", message, user))
        head = self._state.head(f"{self._state.account}:fetch:{key}", call.room)
        fetched = HistoryFetched(**head, message=call.message, subject=call.subject, messages=tuple(found))
        await self._state.inbox.submit([fetched])
        return Sent()

    async def _history(self, call: FetchHistory) -> list[discord.Message]:
        """Return the messages on one side of a message, with it, oldest first."""
        channel = await self._channels.find(call.room) or self._rest.client.get_partial_messageable(int(call.room))
        if not isinstance(channel, discord.abc.Messageable):
            return []
        at = int(call.message) if call.message is not None else None
        before, after = (None, at - 1) if at and call.after else (at and at + 1, None)
        logs = self._rest.client.http.logs_from
        ask = partial(logs, int(call.room), HISTORY_LENGTH, before=before, after=after)
        return await read_messages(self._state, channel, await self._state.reading.run(ask))

    async def _author(self, message: discord.Message) -> DiscordUser:
        """Return the author; as a member of the server unless they have left."""
        author, guild = message.author, message.guild
        if isinstance(author, discord.Member) or guild is None or message.webhook_id is not None:
            return author
        return await fetch_member(guild, author.id) or author

    async def read_file(self, attachment: Attachment) -> bytes | None:
        """Return the content of a file. Its message is fetched first, since addresses of files expire."""
        room, message, file_id = attachment.source.split("/")
        found = await self._message(room, message)
        file = next((file for file in found.attachments if str(file.id) == file_id), None) if found else None
        return await self._download(file) if file else None

    async def _download(self, file: discord.Attachment) -> bytes | None:
        """Return the content of a file, or None when more arrives than is allowed, whatever Discord said before."""
        session = discord.Webhook.partial(0, "-", client=self._rest.client).session
        if session is None:  # a simulated Discord has the file in memory
            return await file.read()
        found = bytearray()
        async with session.get(file.url, timeout=_DOWNLOAD_TIMEOUT) as response:
            response.raise_for_status()
            async for part in response.content.iter_chunked(_CHUNK):
                found += part
                if len(found) > MAX_FILE_BYTES:
                    log.warning("discord-file-too-large", name=file.filename, declared=file.size)
                    return None
        return bytes(found)
