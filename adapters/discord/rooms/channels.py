"""The channels of rooms, and messages with only what the bot may post there."""

from __future__ import annotations

from contextlib import suppress

import discord

from adapters.discord.api.rest import MessagePayload, RestClient
from adapters.discord.rendering import payloads
from adapters.discord.rendering.payloads import Surroundings
from adapters.discord.rooms.people import ServerChannel
from adapters.discord.rooms.permissions import has_right
from adapters.discord.rooms.state import AdapterState
from bots.core.outbound import Content
from bots.ports import Sending


class ServerUnavailable(Exception):
    """Discord has not sent the server of the channel yet, or the server has an outage."""


class Channels:
    """Finds the channels of one account."""

    def __init__(self, rest: RestClient, state: AdapterState) -> None:
        self._rest = rest
        self._state = state

    async def find(self, room: str) -> ServerChannel | None:
        """Return the channel of a room, or None for a direct message channel.

        discord.py does not cache archived threads: they are fetched. Raises ServerUnavailable, discord.HTTPException
        and network errors.
        """
        room_id, client = parse_id(room), self._rest.client
        found = client.get_channel(room_id)
        if found is None and self._state.servers.get(room_id) != 0:
            found = await client.fetch_channel(room_id)
        channel = found if isinstance(found, ServerChannel) else None
        if channel is not None and client.get_guild(channel.guild.id) is None:
            raise ServerUnavailable(channel.guild.id)
        self._state.remember_channel(room_id, found)
        return channel

    async def find_or_none(self, room: str) -> ServerChannel | None:
        """Return the channel of a room, or None when Discord refuses it or its server is unavailable."""
        with suppress(discord.HTTPException, ServerUnavailable):
            return await self.find(room)
        return None

    async def build_message(
        self, room: str, content: Content, sending: Sending, reply_to: str | None = None, *, private: bool = False
    ) -> MessagePayload:
        """Build a message without the parts that the bot may not post there: Discord would refuse the whole message.

        A private reply needs no rights in the channel.
        """
        channel = await self.find_or_none(room) if content.attachments or reply_to else None
        limit = channel.guild.filesize_limit if channel else discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES
        around = await self.surroundings(room, content, private=private)
        may_attach = private or has_right(channel, "attach_files")
        files = payloads.uploads(content.attachments, sending.files, limit if may_attach else 0)
        reply_to = reply_to if has_right(channel, "read_message_history") else None
        return payloads.message(content, around, reply_to=reply_to, private=private, files=files)

    async def surroundings(self, room: str, content: Content, *, private: bool = False) -> Surroundings:
        """Return whether a panel may be shown in a room as an embed, and the commands to link to.

        https://discord.com/developers/docs/topics/permissions (EMBED_LINKS)
        """
        needs_right = content.panel is not None and not private
        embeds = not needs_right or has_right(await self.find_or_none(room), "embed_links")
        return Surroundings(embeds, self._state.command_ids)


def parse_id(identifier: str) -> int:
    """Return an id of Discord as a number; 0 when it is not a number."""
    return int(identifier) if identifier.isdecimal() else 0
