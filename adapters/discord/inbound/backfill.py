"""What was missed in one room, read from Discord: what was said since the cursor, and what stands on older messages."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

import discord

from adapters.discord.api.rest import Rest
from adapters.discord.inbound import message_text, translate
from adapters.discord.inbound.listener import Listener
from adapters.discord.rooms.people import Place
from adapters.discord.rooms.queues import Heard
from adapters.discord.rooms.recent_posts import Recent
from adapters.discord.rooms.state import Known
from bots.core.inbound import Value

MOST_MISSED = 500
"""Messages of one room; older ones are left alone."""
RECENT, RECENT_TIME = 50, timedelta(days=2)
"""Messages before the cursor that are looked at again for edits, votes and reactions."""


class ServerAway(Exception):
    """The room's server has not told yet what it has."""


class Missed:
    """Reads rooms of one account. All raise discord.DiscordException and network errors."""

    def __init__(self, known: Known, listener: Listener, recent: Recent) -> None:
        self._known = known
        self._listener = listener
        self._recent = recent

    async def of(self, client: discord.Client, room: int, cursor: int) -> list[Heard]:
        """In the room's order, each with the cursor behind it; then what changed about older messages. Raises
        ServerAway."""
        place = await self._place(client, room)
        if place is None:
            return []
        history = await _history(place, cursor)
        self._recent.remember(history, cursor, client.user.id if client.user else 0)
        await self._name_authors(history, cursor)
        heard = [self._heard(message) for message in history if message.id > cursor and message_text.said(message)]
        polls = [*await self._older_polls(place, room, history), *_polls(history, client.user, cursor)]
        changed = [*self._edits(history, cursor), *await self._standing(client, polls, history, cursor)]
        return [*heard, *map(Heard, changed)]

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
        self._known.homes[room] = place.guild.id if isinstance(place, Place) else 0
        if isinstance(place, discord.Thread) and place.archived:
            self._known.asleep[room] = place
        if isinstance(place, Place) and place.guild.unavailable:
            raise ServerAway
        if isinstance(place, discord.Thread):
            self._listener.places.note_thread(place)
        return place if isinstance(place, discord.abc.Messageable) else None

    async def _name_authors(self, history: list[discord.Message], cursor: int) -> None:
        """Who wrote it, as a member, where not all members are known; who has left stays a name."""
        known: dict[int, discord.Member | None] = {}
        for message in history:
            guild, author = message.guild, message.author
            if guild is None or isinstance(author, discord.Member) or not message_text.said(message):
                continue
            if message.id <= cursor and message.edited_at is None:
                continue
            if author.id not in known:
                known[author.id] = await _member(guild, author.id)
            message.author = known[author.id] or author

    def _heard(self, message: discord.Message) -> Heard:
        admin = self._known.managers.of(message.author, message.channel)
        return Heard(translate.posted(self._known.account, message, admin=admin), str(message.id))

    def _edits(self, history: list[discord.Message], cursor: int) -> list[Value]:
        found: list[Value] = []
        for message in _recent(history):
            if message.id <= cursor and message_text.said(message):
                admin = self._known.managers.of(message.author, message.channel)
                edited = translate.edited(self._known.account, message, admin=admin)
                found += [edited] if edited else []
        return found

    async def _older_polls(
        self, place: discord.abc.Messageable, room: int, history: list[discord.Message]
    ) -> list[discord.Message]:
        """Our open polls further back than what was read; those that are deleted are no longer open."""
        read, found = {message.id for message in history}, []
        for poll in self._known.polls.of(room):
            try:
                found += [await place.fetch_message(poll)] if poll not in read else []
            except discord.NotFound:
                self._known.polls.closed(str(room), str(poll))
        return found

    async def _standing(
        self, client: discord.Client, polls: list[discord.Message], history: list[discord.Message], cursor: int
    ) -> list[Value]:
        """The votes in our polls; the reactions, also where the last one may have gone since the cursor."""
        found: list[Value] = []
        for poll in polls:
            with suppress(discord.NotFound):  # deleted just now
                found.append(await self._listener.votes.standing(Rest(client), poll))
                if poll.poll is not None and poll.poll.is_finalised():
                    self._known.polls.closed(str(poll.channel.id), str(poll.id))
        for message in _recent(history):
            with suppress(discord.NotFound):
                if message.reactions or message.id <= cursor:
                    found.append(await self._listener.reactions_of(message))
        return found


async def _history(place: discord.abc.Messageable, cursor: int) -> list[discord.Message]:
    """Oldest first: all since the cursor, and some before it."""
    history = [message async for message in place.history(limit=RECENT)]
    while history and history[-1].id > cursor and len(history) < MOST_MISSED:
        older = [message async for message in place.history(limit=100, before=history[-1])]
        history += older
        if not older:
            break
    history.reverse()
    return history


async def _member(guild: discord.Guild, user: int) -> discord.Member | None:
    with suppress(discord.NotFound):
        return guild.get_member(user) or await guild.fetch_member(user)
    return None


def _recent(history: list[discord.Message]) -> list[discord.Message]:
    return [message for message in history[-RECENT:] if message.created_at >= _since(history)]


def _since(history: list[discord.Message]) -> datetime:
    return history[-1].created_at - RECENT_TIME


def _polls(history: list[discord.Message], me: object, cursor: int) -> list[discord.Message]:
    """Our polls: the open ones, and those that were closed lately, which Discord says in a notice of its own.

    https://discord.com/developers/docs/resources/poll#poll-results-object
    """
    ours = [message for message in history if message.author == me and message.poll is not None]
    if not ours:
        return []
    late = [message for message in history if message.id > cursor or message.created_at >= _since(history)]
    notices = [message for message in late if message.type is discord.MessageType.poll_result]
    ended = {notice.reference.message_id for notice in notices if notice.reference is not None}
    fresh = ended | {message.id for message in late}
    return [message for message in ours if message.id in fresh or not (message.poll and message.poll.is_finalised())]
