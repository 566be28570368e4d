"""Catching up after a gap: which rooms and servers to read, when, and again until Discord answers.

The bot cannot miss slash commands and buttons: Discord tells the person that it is offline.
"""

from __future__ import annotations

import asyncio
from functools import partial

import discord
import structlog

from adapters.discord.api.background import BackgroundTasks, ask_until_answered
from adapters.discord.api.rest import RestClient
from adapters.discord.inbound.backfill import Backfill, RoomFindings
from adapters.discord.inbound.changes import Changes
from adapters.discord.inbound.listener import Listener
from adapters.discord.inbound.votes import interest_queue
from adapters.discord.rooms.channels import ServerUnavailable
from adapters.discord.rooms.members import server_scope
from adapters.discord.rooms.queues import QueueItem
from adapters.discord.rooms.recent_posts import RecentPosts
from adapters.discord.rooms.state import AdapterState

log = structlog.get_logger()
CONCURRENT_ROOMS, CONCURRENT_LISTS = 8, 4


class CatchUp:
    """Holds the rooms of one account that may have missed something, and releases each when it is read."""

    def __init__(self, state: AdapterState, listener: Listener, recent_posts: RecentPosts) -> None:
        self._state = state
        self._listener = listener
        self._recent_posts = recent_posts
        self._backfill = Backfill(state, listener, recent_posts)
        self._changes = Changes(state, listener.reactions, listener.votes)
        self._tasks = BackgroundTasks()
        self._slots = asyncio.Semaphore(CONCURRENT_ROOMS)
        self._lists = asyncio.Semaphore(CONCURRENT_LISTS)
        self._ready: set[int] = set()
        self._interest_read: set[int] = set()
        state.on_first_room = self._on_first_room

    def start(self) -> None:
        """Hold all rooms until they are read."""
        for room in self._state.rooms:
            self._hold(room)

    def _hold(self, room: int) -> None:
        """Hold what comes from a room until its missed messages are read."""
        self._state.queues.hold(str(room))
        self._state.open_polls.mark_unread(str(room))
        self._recent_posts.mark_unread(str(room))
        self._state.catching_up.add(room)

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
            self._tasks.stop(_changes(room))
            self._hold(room)
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
        if len(self._ready) >= self._own_shards:
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

    @property
    def _own_shards(self) -> int:
        """The number of shards that this account reads."""
        return len(self._state.client.shard_ids or ()) or self._shards

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
            self._tasks.start(queue, partial(self._report_interest, queue, guild))

    def _start_reading(self, room: int) -> None:
        if self._state.queues.is_held(str(room)):
            self._tasks.start(str(room), lambda: self._read_room(room))

    # Requests

    async def _read_room(self, room: int) -> None:
        """Release a room with its missed messages, or without any when Discord says that it cannot be read.

        It stays held until Discord answers: otherwise its cursor would pass the gap for good.
        """
        cursor = await self._state.inbox.cursor(self._state.account, str(room))
        is_new = room not in self._state.servers

        async def read() -> RoomFindings:
            async with self._slots:
                return await self._backfill.read_room(room, int(cursor)) if cursor is not None else RoomFindings()

        try:
            found = await ask_until_answered(str(room), read)
        except ServerUnavailable:
            return
        except Exception:
            log.exception("discord-not-caught-up", room=room)
            found = None
        found = found or RoomFindings()
        self._recent_posts.mark_read(str(room))
        self._state.queues.release(str(room), found.missed)
        self._tasks.start(_changes(room), partial(self._read_changes, room, found))
        if is_new and room in self._state.archived_threads:
            self._add_archived_thread(self._state.archived_threads[room])

    async def _read_changes(self, room: int, found: RoomFindings) -> None:
        """Report the votes and reactions of a room, which goes on meanwhile."""
        try:
            await ask_until_answered(f"votes in {room}", lambda: self._changes.read_votes(room, found.polls))
            self._state.open_polls.mark_read(str(room))
            await ask_until_answered(f"reactions in {room}", lambda: self._changes.read_reactions(found.reactions))
        except Exception:
            log.exception("discord-changes-not-read", room=room)
        self._state.open_polls.mark_read(str(room))
        self._state.caught_up(room)

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

    async def _report_interest(self, queue: str, guild: discord.Guild) -> None:
        """Release the queue of the interest in a server's events with the current interest."""
        try:
            found = await ask_until_answered(queue, partial(self._read_interest, guild))
        except Exception:
            log.exception("discord-interest-not-read", server=guild.id)
            found = None
        self._state.queues.release(queue, found or ())

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
        scope = server_scope(guild.id)

        async def load() -> bool:
            async with self._lists:
                may_load = self._listener.members.may_load(guild)
                if may_load:
                    await self._state.client.load_members(guild)
                return may_load

        if not await ask_until_answered(scope, load):
            return
        token = None if first else await self._state.inbox.cursor(self._state.account, scope)
        self._listener.members.catch_up(guild, token)


def _changes(room: int) -> str:
    """Return the name of the task that reads the votes and reactions of a room."""
    return f"changes:{room}"
