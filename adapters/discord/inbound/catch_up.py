"""What was missed: which rooms and servers have to be asked about, when, and again until Discord answers.

Slash commands and buttons cannot be missed: Discord tells the person that the bot is not there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import discord
import structlog

from adapters.discord.api.background import Errands, ask_until_answered
from adapters.discord.api.client import DoorClient
from adapters.discord.api.errors import NETWORK_ERRORS
from adapters.discord.api.rest import Rest
from adapters.discord.inbound.backfill import Missed, ServerAway
from adapters.discord.inbound.listener import Listener
from adapters.discord.inbound.votes import marks
from adapters.discord.rooms.members import MOST_MEMBERS, scope
from adapters.discord.rooms.queues import Heard
from adapters.discord.rooms.recent_posts import Recent
from adapters.discord.rooms.state import Known
from bots.ports import Inbox
from bots.retry import backoff

log = structlog.get_logger()
AT_ONCE = 4


class CatchUp:
    """Holds the rooms of one account that may have missed something, and lets each go on once it was read. `client` is
    set once there is one."""

    client: DoorClient

    def __init__(self, known: Known, listener: Listener, recent: Recent) -> None:
        self._known = known
        self._listener = listener
        self._missed = Missed(known, listener, recent)
        self._errands = Errands()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._ready: set[int] = set()
        self._marked: set[int] = set()
        self._inbox: Inbox | None = None
        known.meet = self._first_room

    def begin(self, inbox: Inbox, rooms: Iterable[int]) -> None:
        """All rooms wait until they were read."""
        self._inbox = inbox
        for room in rooms:
            self._known.lanes.hold(str(room))

    def stop(self) -> None:
        """There is nobody to ask any more; what is held stays so."""
        self._errands.stop_all()
        self._ready.clear()

    # What the gateway tells

    def connected(self, shard: int) -> None:
        """Discord has forgotten us on one connection: what comes in there stands behind what was missed."""
        self._ready.discard(shard)
        for room in self._known.on_shard(shard, self._shards):
            self._errands.stop(str(room))
            self._known.lanes.hold(str(room))
        for guild in self._guilds(shard):
            for lane in (scope(guild.id), marks(guild.id)):
                self._errands.stop(lane)
            self._marked.discard(guild.id)
            self._listener.members.forget(guild.id)

    def available(self, guild: discord.Guild) -> None:
        """A server has told what it has: at the start, late, or after an outage."""
        self._settle(guild)
        shard = guild.shard_id
        if shard not in self._ready and not any(other.unavailable for other in self._guilds(shard)):
            self.ready(shard)

    def ready(self, shard: int) -> None:
        """The servers of a connection are known, as far as they come soon: what is left is read, private talks last.
        A room of no known server may be any connection's, and waits for all of them."""
        self._ready.add(shard)
        for guild in self._guilds(shard):
            if not guild.unavailable:
                self._settle(guild)
        for room in self._known.on_shard(shard, self._shards):
            if room in self._known.homes:
                self._read_soon(room)
        if len(self._ready) >= self._shards:
            for room in self._known.rooms - self._known.homes.keys():
                self._read_soon(room)

    def gone(self, guild: discord.Guild) -> None:
        """The bot was removed from a server: what is still held there is found lost."""
        for room, home in list(self._known.homes.items()):
            if home == guild.id:
                self._read_soon(room)

    def _first_room(self, guild: discord.Guild) -> None:
        """A server has its first room in use: from now on it is told who comes."""
        self._errands.start(scope(guild.id), lambda: self._know(guild, first=True))

    @property
    def _shards(self) -> int:
        return self.client.shard_count or 1

    def _guilds(self, shard: int) -> list[discord.Guild]:
        return [guild for guild in self.client.guilds if guild.shard_id == shard]

    def _settle(self, guild: discord.Guild) -> None:
        """Read its rooms, and ask beside that who is in it and who marked its events."""
        rooms = self._known.settle(guild)
        self._listener.places.note_rights(guild)
        for room in rooms:
            self._read_soon(room)
        if rooms and not self._listener.members.is_read(guild.id):
            self._errands.start(scope(guild.id), lambda: self._know(guild))
        if guild.id not in self._marked:
            self._marked.add(guild.id)
            self._known.lanes.hold(marks(guild.id))
            self._errands.start(marks(guild.id), lambda: self._let_go(marks(guild.id), lambda: self._marks(guild)))

    def _read_soon(self, room: int) -> None:
        if self._known.lanes.is_held(str(room)):
            self._errands.start(str(room), lambda: self._read(room))

    # What is asked

    async def _let_go(self, lane: str, ask: Callable[[], Awaitable[list[Heard]]]) -> None:
        """A lane goes on with what was missed, or without when Discord says that it can't be read. As long as there is
        no answer it stays held: if it went on, its cursor would leave the gap behind for good."""
        try:
            found = await ask_until_answered(lane, ask)
        except ServerAway:
            return
        except Exception:
            log.exception("discord-not-caught-up", lane=lane)
            found = None
        self._known.lanes.release(lane, found or ())

    async def _read(self, room: int) -> None:
        """One room."""
        assert self._inbox is not None, "begin sets it"
        cursor = await self._inbox.cursor(self._known.account, str(room))
        is_found = room not in self._known.homes

        async def ask() -> list[Heard]:
            async with self._slots:
                return await self._missed.of(self.client, room, int(cursor)) if cursor is not None else []

        await self._let_go(str(room), ask)
        if is_found and room in self._known.asleep:
            self._turned_up(self._known.asleep[room])

    def _turned_up(self, place: discord.Thread) -> None:
        """A thread that slept at the start: no server told of it, so its server has one more room in use."""
        guild = self.client.get_guild(place.guild.id)
        if guild is None or guild.unavailable:
            return
        self._listener.places.note_rights(guild)
        if self._listener.members.is_read(guild.id):
            self._listener.members.tell_lately(guild.id, place)
        else:
            self._errands.start(scope(guild.id), lambda: self._know(guild))

    async def _marks(self, guild: discord.Guild) -> list[Heard]:
        """Who marked our events that are still to come."""
        me, rest = self.client.user, Rest(self.client)
        ours = [event for event in guild.scheduled_events if me is not None and event.creator_id == me.id]
        to_come = [event for event in ours if event.status is discord.EventStatus.scheduled]
        return [Heard(await self._listener.votes.interested(rest, event)) for event in to_come]

    async def _know(self, guild: discord.Guild, *, first: bool = False) -> None:
        """Know all members of a server, where they are not too many; then who came unseen. With its first room in use,
        nobody is new yet."""
        assert self._inbox is not None, "begin sets it"
        if (guild.member_count or 0) > MOST_MEMBERS:
            return
        tries = 0
        while (seconds := await self._asked(guild)) is not None:
            seconds = max(seconds, backoff(tries))
            log.warning("discord-members-unknown", server=guild.id, seconds=round(seconds, 2), tries=tries)
            await asyncio.sleep(seconds)
            tries += 1
        token = None if first else await self._inbox.cursor(self._known.account, scope(guild.id))
        self._listener.members.caught_up(guild, token)

    async def _asked(self, guild: discord.Guild) -> float | None:
        try:
            return await self.client.ask_members(guild)
        except (discord.DiscordException, *NETWORK_ERRORS):
            return 0.0
