"""Backfill of one room: messages since the cursor, and changes of older messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import discord
import structlog
from discord.utils import as_chunks

from adapters.discord.inbound import message_text
from adapters.discord.inbound.changes import unless_unreadable
from adapters.discord.inbound.history import History, read_history
from adapters.discord.inbound.listener import Listener
from adapters.discord.rooms.channels import ServerUnavailable
from adapters.discord.rooms.people import ServerChannel, fetch_member
from adapters.discord.rooms.queues import QueueItem
from adapters.discord.rooms.recent_posts import RecentPosts
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import Value

log = structlog.get_logger()
RECENT_TIME, RECENT_MESSAGES = timedelta(days=2), 50
"""Messages before the cursor that are checked for edits, votes and reactions."""
FEW_AUTHORS, MANY_AUTHORS = 3, 100
"""Up to a few authors are asked for one by one, more of them together over the gateway."""


@dataclass(frozen=True)
class RoomFindings:
    """The gap of a room: `missed` goes on at once; the votes and reactions have yet to be read."""

    missed: list[QueueItem] = field(default_factory=list)
    polls: list[discord.Message] = field(default_factory=list)
    reactions: list[discord.Message] = field(default_factory=list)


class Backfill:
    """Reads the rooms of one account. All methods raise discord.DiscordException and network errors."""

    def __init__(self, state: AdapterState, listener: Listener, recent_posts: RecentPosts) -> None:
        self._state = state
        self._listener = listener
        self._recent_posts = recent_posts

    async def read_room(self, room: int, cursor: int) -> RoomFindings:
        """Return the missed messages in order, each with its cursor, then the edits. Raises ServerUnavailable."""
        channel = await self._find(room)
        if channel is None:
            return RoomFindings()
        found = await read_history(self._state, self._listener.quarantine, channel, room, cursor)
        history = found.messages
        self._recent_posts.remember(room, history, cursor, self._state.me)
        await self._resolve_authors(history, cursor)
        edits = [QueueItem(edit) for edit in self._edits(history, cursor)]
        changed = [message for message in _recent(history) if _has_people(message) or message.id <= cursor]
        return RoomFindings([*self._missed(found, cursor), *edits], _polls(history, self._state.me, cursor), changed)

    def _missed(self, found: History, cursor: int) -> list[QueueItem]:
        """Return the messages since the cursor, and those among them that cannot be read."""
        items = dict(found.unreadable)
        for message in found.messages:
            try:
                if message_text.is_from_person(message) and self._is_readable(message):
                    items[message.id] = QueueItem(self._listener.posted_value(message), str(message.id))
            except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others must come through
                shown = {"id": message.id, "content": message.content}
                items[message.id] = self._listener.quarantine.message(str(message.channel.id), shown, error)
        return [items[number] for number in sorted(items) if number > cursor]

    def _is_readable(self, message: discord.Message) -> bool:
        """Return whether the bot sees what a message says. Without the intent, messages of servers are empty."""
        return message.guild is None or self._state.client.intents.message_content or bool(message.content)

    async def _find(self, room: int) -> discord.abc.Messageable | None:
        """Return the channel of a room. Report a room that Discord does not have, or does not show to the bot."""
        client = self._state.client
        try:
            channel = client.get_channel(room) or await self._state.reading.run(lambda: client.fetch_channel(room))
        except (discord.NotFound, discord.Forbidden) as error:
            self._listener.lifecycle.lose_room(room, "deleted" if isinstance(error, discord.NotFound) else "removed")
            return None
        self._state.remember_channel(room, channel)
        if isinstance(channel, ServerChannel) and channel.guild.unavailable:
            raise ServerUnavailable(channel.guild.id)
        if isinstance(channel, discord.Thread):
            self._listener.lifecycle.remember_thread(channel)
        return channel if isinstance(channel, discord.abc.Messageable) else None

    async def _resolve_authors(self, history: list[discord.Message], cursor: int) -> None:
        """Replace bare users by members of the server, for the messages that are reported."""
        bare = [
            message
            for message in history
            if message.guild is not None
            and not isinstance(message.author, discord.Member)
            and message_text.is_from_person(message)
            and (message.id > cursor or message.edited_at is not None)
        ]
        if not bare or bare[0].guild is None:
            return
        members = await self._members(bare[0].guild, list({message.author.id: None for message in bare}))
        for message in bare:
            message.author = members.get(message.author.id) or message.author

    async def _members(self, guild: discord.Guild, users: list[int]) -> dict[int, discord.Member]:
        """Return the members of a server by id, from the cache or from Discord."""
        found = {user: member for user in users if (member := guild.get_member(user)) is not None}
        left = [user for user in users if user not in found]
        if len(left) > FEW_AUTHORS:
            try:
                for part in as_chunks(left, MANY_AUTHORS):
                    listed = await guild.query_members(user_ids=part, limit=MANY_AUTHORS, cache=False)
                    found |= {member.id: member for member in listed}
                left = []
            except TimeoutError:
                log.warning("discord-authors-not-listed", server=guild.id, authors=len(left))
        for user in left:
            member = await unless_unreadable(self._state.reading.run(_asking(guild, user)))
            found |= {} if member is None else {user: member}
        return found

    def _edits(self, history: list[discord.Message], cursor: int) -> list[Value]:
        edits = [
            self._edit(message)
            for message in _recent(history)
            if message.id <= cursor and message_text.is_from_person(message)
        ]
        return [edit for edit in edits if edit is not None]

    def _edit(self, message: discord.Message) -> Value | None:
        try:
            return self._listener.edited_value(message)
        except Exception:
            log.exception("discord-unreadable", what=f"edit of {message.id}")
            return None


def _asking(guild: discord.Guild, user: int) -> Callable[[], Awaitable[discord.Member | None]]:
    return lambda: fetch_member(guild, user)


def _has_people(message: discord.Message) -> bool:
    """Return whether anybody but the bot reacts to a message."""
    return any(reaction.count > reaction.me for reaction in message.reactions)


def _recent(history: list[discord.Message]) -> list[discord.Message]:
    return [message for message in history[-RECENT_MESSAGES:] if message.created_at >= _recent_start(history)]


def _recent_start(history: list[discord.Message]) -> datetime:
    return history[-1].created_at - RECENT_TIME


def _polls(history: list[discord.Message], me: int, cursor: int) -> list[discord.Message]:
    """Return our polls that are open, new, or recently closed. Discord posts a message when a poll closes.

    https://discord.com/developers/docs/resources/poll#poll-results-object
    """
    ours = [message for message in history if message.author.id == me and message.poll is not None]
    if not ours:
        return []
    late = [message for message in history if message.id > cursor or message.created_at >= _recent_start(history)]
    results = [message for message in late if message.type is discord.MessageType.poll_result]
    closed = {message.reference.message_id for message in results if message.reference is not None}
    included = closed | {message.id for message in late}
    return [message for message in ours if message.id in included or not (message.poll and message.poll.is_finalised())]
