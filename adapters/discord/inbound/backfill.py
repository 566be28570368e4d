"""Backfill of one room: messages since the cursor, and changes of older messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

import discord
import structlog

from adapters.discord.api.errors import NETWORK_ERRORS
from adapters.discord.api.rest import RestClient
from adapters.discord.inbound import message_text, translate
from adapters.discord.inbound.history import RECENT_MESSAGES, History, read_history
from adapters.discord.inbound.listener import Listener
from adapters.discord.rooms.channels import ServerUnavailable
from adapters.discord.rooms.people import ServerChannel, fetch_member
from adapters.discord.rooms.queues import QueueItem
from adapters.discord.rooms.recent_posts import RecentPosts
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import Value

log = structlog.get_logger()
RECENT_TIME = timedelta(days=2)
"""The age of messages before the cursor that are checked for edits, votes and reactions."""


Found = TypeVar("Found")


class Backfill:
    """Reads the rooms of one account. All methods raise discord.DiscordException and network errors."""

    def __init__(self, state: AdapterState, listener: Listener, recent_posts: RecentPosts) -> None:
        self._state = state
        self._listener = listener
        self._recent_posts = recent_posts

    async def read_room(self, room: int, cursor: int) -> list[QueueItem]:
        """Return the missed messages in order, each with its cursor, then the changes. Raises ServerUnavailable."""
        channel = await self._find(room)
        if channel is None:
            return []
        found = await read_history(self._state, self._listener.quarantine, channel, room, cursor)
        history = found.messages
        self._recent_posts.remember(history, cursor, self._state.me)
        await self._resolve_authors(history, cursor)
        missed = self._missed(found, cursor)
        polls = [*await self._older_polls(channel, room, history), *_polls(history, self._state.me, cursor)]
        snapshots = await self._snapshots(polls, history, cursor)
        return [*missed, *map(QueueItem, [*self._edits(history, cursor), *snapshots])]

    def _missed(self, found: History, cursor: int) -> list[QueueItem]:
        """Return the messages since the cursor, and those among them that cannot be read."""
        items = dict(found.unreadable)
        for message in found.messages:
            try:
                if message_text.is_from_person(message):
                    author = self._state.people.author(message)
                    value = translate.message_posted(self._state.account, message, author)
                    items[message.id] = QueueItem(value, str(message.id))
            except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others must come through
                shown = {"id": message.id, "content": message.content}
                items[message.id] = self._listener.quarantine.message(str(message.channel.id), shown, error)
        return [items[number] for number in sorted(items) if number > cursor]

    async def _find(self, room: int) -> discord.abc.Messageable | None:
        """Return the channel of a room. Report a room that Discord does not have, or does not show to the bot."""
        client = self._state.client
        try:
            channel = client.get_channel(room) or await client.fetch_channel(room)
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
        members: dict[int, discord.Member | None] = {}
        for message in history:
            guild, author = message.guild, message.author
            if guild is None or isinstance(author, discord.Member) or not message_text.is_from_person(message):
                continue
            if message.id <= cursor and message.edited_at is None:
                continue
            if author.id not in members:
                members[author.id] = await _unless_unreadable(fetch_member, guild, author.id)
            message.author = members[author.id] or author

    def _edits(self, history: list[discord.Message], cursor: int) -> list[Value]:
        edits = [
            self._edit(message)
            for message in _recent(history)
            if message.id <= cursor and message_text.is_from_person(message)
        ]
        return [edit for edit in edits if edit is not None]

    def _edit(self, message: discord.Message) -> Value | None:
        try:
            return translate.message_edited(self._state.account, message, self._state.people.author(message))
        except Exception:
            log.exception("discord-unreadable", what=f"edit of {message.id}")
            return None

    async def _older_polls(
        self, channel: discord.abc.Messageable, room: int, history: list[discord.Message]
    ) -> list[discord.Message]:
        """Fetch our open polls that are older than the history. Forget those that somebody has deleted."""
        read, found = {message.id for message in history}, []
        for poll in self._state.open_polls.messages(room):
            if poll in read:
                continue
            message = await _unless_unreadable(channel.fetch_message, poll)
            if message is None:
                self._state.open_polls.remove(str(room), str(poll))
            else:
                found.append(message)
        return found

    async def _snapshots(
        self, polls: list[discord.Message], history: list[discord.Message], cursor: int
    ) -> list[Value]:
        """Fetch the votes in our polls, and the reactions to recent messages.

        A message from before the cursor without reactions is included: somebody may have removed the last one. A
        message may be deleted meanwhile.
        """
        rest = RestClient(self._state.client)
        found: list[Value | None] = []
        for poll in polls:
            found.append(await _unless_unreadable(self._listener.votes.poll_snapshot, rest, poll))
            if found[-1] and poll.poll is not None and poll.poll.is_finalised():
                self._state.open_polls.remove(str(poll.channel.id), str(poll.id))
        for message in _recent(history):
            if message.reactions or message.id <= cursor:
                found.append(await _unless_unreadable(self._listener.reactions.snapshot, rest, message))
        return [value for value in found if value is not None]


async def _unless_unreadable(fetch: Callable[..., Awaitable[Found]], *args: object) -> Found | None:
    """Fetch one thing. Return None when it is gone or cannot be read, so that the others are fetched all the same."""
    try:
        return await fetch(*args)
    except discord.NotFound:
        return None
    except (discord.DiscordException, *NETWORK_ERRORS):
        raise
    except Exception:
        log.exception("discord-unreadable", what=fetch.__name__)
        return None


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
