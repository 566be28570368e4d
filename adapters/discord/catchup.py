"""What was missed, asked of Discord room by room: what was said since the stored cursor, and the reactions that stand.

Slash commands and buttons cannot be missed: Discord tells the person that the bot is not there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import timedelta

import discord
import structlog

from adapters.discord import translate, words
from adapters.discord.known import Known
from adapters.discord.lanes import Heard
from adapters.discord.listen import Listener
from adapters.discord.members import MOST_MEMBERS, scope
from adapters.discord.outcome import NETWORK_ERRORS
from adapters.discord.recent import Recent
from adapters.discord.rest import Rest
from bots.core.inbound import Value

log = structlog.get_logger()
MOST_MISSED = 500
"""Messages of one room; older ones are left alone."""
RECENT, RECENT_TIME = 50, timedelta(days=2)
"""Messages before the cursor that are looked at again for edits, votes and reactions."""
AT_ONCE = 4
CHUNK_SECONDS = 60.0


class CatchUp:
    """Reads what one account missed, and lets its rooms go on."""

    def __init__(self, known: Known, listener: Listener, recent: Recent) -> None:
        self._known = known
        self._listener = listener
        self._recent = recent
        self._room = asyncio.Semaphore(AT_ONCE)
        known.meet = self._begin

    def hold(self, rooms: Iterable[int]) -> None:
        """What comes in from now on stands behind what was missed."""
        for room in rooms:
            self._known.lanes.hold(str(room))

    def release(self, rooms: Iterable[int]) -> None:
        """Go on with what comes in."""
        for room in rooms:
            self._known.lanes.release(str(room))

    async def run(self, client: discord.Client, cursors: Mapping[str, str], shard: int) -> None:
        """Know who is in the servers of a connection, read each room in use there, then tell who came meanwhile."""
        guilds = [guild for guild in client.guilds if guild.shard_id == shard and self._known.in_guild(guild)]
        met = await asyncio.gather(*(self._meet(guild) for guild in guilds))
        rooms = self._known.on_shard(client, shard)
        read = [self._one(client, room, int(cursors[str(room)])) for room in rooms if str(room) in cursors]
        await asyncio.gather(*read)
        self.release(rooms)
        for guild in (guild for guild, is_met in zip(guilds, met, strict=True) if is_met):
            self._listener.members.caught_up(guild, cursors.get(scope(guild)))

    async def _begin(self, guild: discord.Guild) -> None:
        """A server has its first room in use."""
        if await self._meet(guild):
            self._listener.members.caught_up(guild, None)

    async def _meet(self, guild: discord.Guild) -> bool:
        """Know all members of a server, where they are not too many."""
        self._listener.places.note_rights(guild)
        if (guild.member_count or 0) > MOST_MEMBERS:
            return False
        try:
            async with asyncio.timeout(CHUNK_SECONDS):
                await guild.chunk()
        except (discord.DiscordException, *NETWORK_ERRORS) as error:
            log.warning("discord-members-unknown", server=guild.id, error=str(error))
            return False
        return True

    async def _one(self, client: discord.Client, room: int, cursor: int) -> None:
        """One room; what can't be read now is not waited for."""
        missed: list[Heard] = []
        try:
            async with self._room:
                place = await self._place(client, room)
                if isinstance(place, discord.Thread):
                    self._listener.places.note_thread(place)
                if place is not None:
                    missed = await self._missed(client, place, cursor)
        except (discord.DiscordException, *NETWORK_ERRORS) as error:
            log.warning("discord-not-caught-up", room=room, error=str(error))
        finally:
            self._known.lanes.release(str(room), missed)

    async def _place(self, client: discord.Client, room: int) -> discord.abc.Messageable | None:
        """The room; None when it is gone, which is told."""
        place = client.get_channel(room)
        try:
            place = place or await client.fetch_channel(room)
        except discord.NotFound:
            self._listener.places.lost(room, "deleted")
            return None
        except discord.Forbidden:
            self._listener.places.lost(room, "removed")
            return None
        return place if isinstance(place, discord.abc.Messageable) else None

    async def _missed(self, client: discord.Client, place: discord.abc.Messageable, cursor: int) -> list[Heard]:
        """In the room's order, each with the cursor behind it; then what changed about older messages."""
        history = [message async for message in place.history(limit=RECENT)]
        while history and history[-1].id > cursor and len(history) < MOST_MISSED:
            older = [message async for message in place.history(limit=100, before=history[-1])]
            history += older
            if not older:
                break
        history.reverse()
        self._recent.remember(history, cursor, client.user.id if client.user else 0)
        await self._name_authors(history)
        heard = [self._heard(message) for message in history if message.id > cursor and words.said(message)]
        return [*heard, *[Heard(value) for value in await self._changed(client, history, cursor)]]

    async def _name_authors(self, history: list[discord.Message]) -> None:
        """Who wrote it, as a member, where not all members are known; who has left stays a name."""
        for message in history:
            guild, author = message.guild, message.author
            if guild is None or isinstance(author, discord.Member) or not words.said(message):
                continue
            with suppress(discord.NotFound):
                message.author = guild.get_member(author.id) or await guild.fetch_member(author.id)

    def _heard(self, message: discord.Message) -> Heard:
        admin = self._known.managers.of(message.author, message.channel)
        return Heard(translate.posted(self._known.account, message, admin=admin), str(message.id))

    async def _changed(self, client: discord.Client, history: list[discord.Message], cursor: int) -> list[Value]:
        found: list[Value] = []
        for message in history[-RECENT:]:
            if message.created_at < history[-1].created_at - RECENT_TIME:
                continue
            if message.id <= cursor and words.said(message):
                admin = self._known.managers.of(message.author, message.channel)
                edited = translate.edited(self._known.account, message, admin=admin)
                found += [edited] if edited else []
            if message.author == client.user and message.poll:
                found += await self._listener.votes.missed(Rest(client), message)
            if message.reactions:
                found.append(await self._listener.reactions_of(message))
        return found
