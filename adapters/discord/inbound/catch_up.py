"""Catching up after a gap: which rooms and servers to read, when, and again until Discord answers.

The bot cannot miss slash commands and buttons: Discord tells the person that it is offline.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import discord
import structlog

from adapters.discord.api.background import BackgroundTasks, ask_until_answered
from adapters.discord.api.rest import RestClient
from adapters.discord.inbound.backfill import Backfill
from adapters.discord.inbound.listener import Listener
from adapters.discord.inbound.votes import interest_queue
from adapters.discord.rooms.channels import ServerUnavailable
from adapters.discord.rooms.members import MAX_MEMBERS, server_scope
from adapters.discord.rooms.queues import QueueItem
from adapters.discord.rooms.recent_posts import RecentPosts
from adapters.discord.rooms.state import AdapterState

log = structlog.get_logger()
CONCURRENT_ROOMS = 4


class CatchUp:
    """Holds the rooms of one account that may have missed something, and releases each when it is read."""

    def __init__(self, state: AdapterState, listener: Listener, recent_posts: RecentPosts) -> None:
        self._state = state
        self._listener = listener
        self._backfill = Backfill(state, listener, recent_posts)
        self._tasks = BackgroundTasks()
        self._slots = asyncio.Semaphore(CONCURRENT_ROOMS)
        self._ready: set[int] = set()
        self._interest_read: set[int] = set()
        state.on_first_room = self._on_first_room

    def start(self) -> None:
        """Hold all rooms until they are read."""
        for room in self._state.rooms:
            self._state.queues.hold(str(room))

    def stop(self) -> None:
        """Stop reading when the client is closed. Held rooms stay held."""
        self._tasks.stop_all()
        self._ready.clear()

    # Gateway events

    def on_connected(self, shard: int) -> None:
        """Hold the rooms of a shard: Discord has started a new session, so events before it may be lost."""
        self._ready.discard(shard)
        for room in self._state.rooms_on_shard(shard, self._shards):
            self._tasks.stop(str(room))
            self._state.queues.hold(str(room))
        for guild in self._guilds(shard):
            for queue in (server_scope(guild.id), interest_queue(guild.id)):
                self._tasks.stop(queue)
            self._interest_read.discard(guild.id)
            self._listener.members.mark_unread(guild.id)

    def on_server_available(self, guild: discord.Guild) -> None:
        """Read a server that Discord has sent late, or after an outage."""
        self._read_server(guild)
        shard = guild.shard_id
        if shard not in self._ready and not any(other.unavailable for other in self._guilds(shard)):
            self.on_ready(shard)

    def on_ready(self, shard: int) -> None:
        """Read the servers and rooms of a shard, direct messages last.

        A room of an unknown server may belong to any shard. It waits until all shards are ready.
        """
        self._ready.add(shard)
        for guild in self._guilds(shard):
            if not guild.unavailable:
                self._read_server(guild)
        for room in self._state.rooms_on_shard(shard, self._shards):
            if room in self._state.servers:
                self._start_reading(room)
        if len(self._ready) >= self._shards:
            for room in self._state.rooms - self._state.servers.keys():
                self._start_reading(room)

    def on_server_left(self, guild: discord.Guild) -> None:
        """Read the held rooms of a server that has removed the bot. Discord's answer reports their loss."""
        for room, server in list(self._state.servers.items()):
            if server == guild.id:
                self._start_reading(room)

    def _on_first_room(self, guild: discord.Guild) -> None:
        """Start to report the joins of a server."""
        self._tasks.start(server_scope(guild.id), lambda: self._load_members(guild, first=True))

    @property
    def _shards(self) -> int:
        return self._state.client.shard_count or 1

    def _guilds(self, shard: int) -> list[discord.Guild]:
        return [guild for guild in self._state.client.guilds if guild.shard_id == shard]

    def _read_server(self, guild: discord.Guild) -> None:
        """Start to read the rooms of a server, its members, and the interest in its events."""
        rooms = self._state.locate_rooms(guild)
        self._listener.lifecycle.remember_rights(guild)
        for room in rooms:
            self._start_reading(room)
        if rooms and not self._listener.members.is_read(guild.id):
            self._tasks.start(server_scope(guild.id), lambda: self._load_members(guild))
        if guild.id not in self._interest_read:
            self._interest_read.add(guild.id)
            queue = interest_queue(guild.id)
            self._state.queues.hold(queue)
            self._tasks.start(queue, lambda: self._release_after(queue, lambda: self._read_interest(guild)))

    def _start_reading(self, room: int) -> None:
        if self._state.queues.is_held(str(room)):
            self._tasks.start(str(room), lambda: self._read_room(room))

    # Requests

    async def _release_after(self, queue: str, read: Callable[[], Awaitable[list[QueueItem]]]) -> None:
        """Release a queue with the missed values, or without any when Discord says that it cannot be read.

        It stays held until Discord answers: otherwise its cursor would pass the gap for good.
        """
        try:
            found = await ask_until_answered(queue, read)
        except ServerUnavailable:
            return
        except Exception:
            log.exception("discord-not-caught-up", queue=queue)
            found = None
        self._state.queues.release(queue, found or ())

    async def _read_room(self, room: int) -> None:
        cursor = await self._state.inbox.cursor(self._state.account, str(room))
        is_new = room not in self._state.servers

        async def read() -> list[QueueItem]:
            async with self._slots:
                return await self._backfill.read_room(room, int(cursor)) if cursor is not None else []

        await self._release_after(str(room), read)
        if is_new and room in self._state.archived_threads:
            self._add_archived_thread(self._state.archived_threads[room])

    def _add_archived_thread(self, thread: discord.Thread) -> None:
        """Report the joins in a thread that Discord had not sent with its server, since it is archived."""
        guild = self._state.client.get_guild(thread.guild.id)
        if guild is None or guild.unavailable:
            return
        self._listener.lifecycle.remember_rights(guild)
        if self._listener.members.is_read(guild.id):
            self._listener.members.announce_recent(guild.id, thread)
        else:
            self._tasks.start(server_scope(guild.id), lambda: self._load_members(guild))

    async def _read_interest(self, guild: discord.Guild) -> list[QueueItem]:
        """Fetch the interest in our events that have not begun."""
        rest = RestClient(self._state.client)
        ours = [event for event in guild.scheduled_events if event.creator_id == self._state.me]
        scheduled = [event for event in ours if event.status is discord.EventStatus.scheduled]
        return [QueueItem(await self._listener.votes.interest_snapshot(rest, event)) for event in scheduled]

    async def _load_members(self, guild: discord.Guild, *, first: bool = False) -> None:
        """Load the members of a server unless it is too large, then report the joins since its cursor.

        `first`: the server has just got its first room, so nobody counts as new.
        """
        if (guild.member_count or 0) > MAX_MEMBERS:
            return
        scope = server_scope(guild.id)
        await ask_until_answered(scope, lambda: self._state.client.load_members(guild))
        token = None if first else await self._state.inbox.cursor(self._state.account, scope)
        self._listener.members.catch_up(guild, token)
