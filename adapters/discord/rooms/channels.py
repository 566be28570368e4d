"""The channels of the rooms that are sent to, and messages as the bot may post them there."""

from __future__ import annotations

from contextlib import suppress

import discord

from adapters.discord.api.rest import Made, Rest
from adapters.discord.rendering import payloads
from adapters.discord.rooms.people import Place
from adapters.discord.rooms.permissions import may
from adapters.discord.rooms.state import Known
from bots.core.outbound import Content
from bots.ports import Sending


class NotYet(Exception):
    """The channel's server was not told yet: that takes a moment after signing in."""


class Channels:
    """The channels of one account."""

    def __init__(self, rest: Rest, known: Known) -> None:
        self._rest = rest
        self._known = known

    async def find(self, room: str) -> Place | None:
        """The channel; None for a private talk. discord.py forgets threads that sleep: Discord is asked for those.
        Raises NotYet, discord.HTTPException and network errors."""
        room_id, client = number(room), self._rest.client
        found = client.get_channel(room_id)
        if found is None and self._known.homes.get(room_id) != 0:
            found = await client.fetch_channel(room_id)
        place = found if isinstance(found, Place) else None
        if place is not None and client.get_guild(place.guild.id) is None:
            raise NotYet(place.guild.id)
        if isinstance(found, discord.Thread) and found.archived:
            self._known.asleep[room_id] = found
        self._known.homes[room_id] = place.guild.id if place else 0
        return place

    async def sought(self, room: str) -> Place | None:
        """The channel, as far as it can be had."""
        with suppress(discord.HTTPException, NotYet):
            return await self.find(room)
        return None

    async def message(
        self, room: str, content: Content, sending: Sending, reply_to: str | None = None, *, private: bool = False
    ) -> Made:
        """Without what the bot may not do there: Discord would refuse all of it. The rights of a private answer are
        the interaction's own."""
        place = await self.sought(room) if content.attachments or reply_to else None
        limit = place.guild.filesize_limit if place else discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES
        files = payloads.uploads(
            content.attachments, sending.files, limit if private or may(place, "attach_files") else 0
        )
        reply_to = reply_to if may(place, "read_message_history") else None
        return payloads.message(content, reply_to=reply_to, private=private, files=files)


def number(identifier: str) -> int:
    """Discord's ids are numbers; anything else names nothing."""
    return int(identifier) if identifier.isdecimal() else 0
