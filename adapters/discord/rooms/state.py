"""The state of a running adapter: the rooms in use, their servers, queues and open polls."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import count
from typing import TypedDict

import discord

from adapters.discord.api.client import GatewayClient
from adapters.discord.api.locales import language_of
from adapters.discord.api.reading_budget import ReadingBudget
from adapters.discord.rooms.open_polls import OpenPolls
from adapters.discord.rooms.people import People, ServerChannel
from adapters.discord.rooms.queues import RoomQueues
from bots.core.inbound import BotJoined
from bots.ports import Inbox


class Head(TypedDict):
    """The fields that all inbound values have."""

    key: str
    account: str
    room: str
    at: datetime


class AdapterState:
    """The state of one account. Set `inbox` and `client` before the first event.

    `rooms`: the rooms in use. A room starts with its first command, invitation or direct message; the bot ignores
    messages elsewhere. `servers`: the server of each room where it is known, 0 for direct messages. `reading`: the
    requests of catching up. `catching_up`: the rooms whose votes and reactions are being read, and `touched`: the
    messages that got or lost some meanwhile. `archived_threads`: threads that discord.py does not cache, as last seen.
    `own_deletions`: messages that the bot is deleting. `command_ids`: Discord's id of each command, by its path.
    `on_first_room` is called when a server gets its first room, `on_new_thread` when a thread becomes a room.
    """

    inbox: Inbox
    client: GatewayClient

    def __init__(self, account: str) -> None:
        self.account = account
        self.rooms: set[int] = set()
        self.servers: dict[int, int] = {}
        self.archived_threads: dict[int, discord.Thread] = {}
        self.people = People()
        self.own_deletions: set[int] = set()
        self.command_ids: Mapping[str, str] = {}
        self.on_first_room: Callable[[discord.Guild], None] = lambda _guild: None
        self.on_new_thread: Callable[[discord.Thread], None] = lambda _thread: None
        self.queues = RoomQueues(account)
        self.open_polls = OpenPolls(self.queues)
        self.reading = ReadingBudget()
        self.catching_up: set[int] = set()
        self.touched: set[int] = set()
        self._run = secrets.token_hex(5)
        self._numbers = count(1)

    @property
    def me(self) -> int:
        """The user id of the bot; 0 before the client is signed in."""
        return self.client.user.id if self.client.user else 0

    def head(self, key: str, room: object) -> Head:
        """Return the head of a value that happens now."""
        return Head(key=key, account=self.account, room=str(room), at=datetime.now(UTC))

    def unique_head(self, kind: str, room: object) -> Head:
        """Return the head of a value without an id, such as a reaction. Discord reports those once."""
        return self.head(f"{self.account}:{kind}:{self._run}:{next(self._numbers)}", room)

    def touch(self, message: int) -> None:
        """Note that the votes or reactions of a message have changed, while some are being read."""
        if self.catching_up:
            self.touched.add(message)

    def caught_up(self, room: int) -> None:
        """Note that the votes and reactions of a room are read."""
        self.catching_up.discard(room)
        if not self.catching_up:
            self.touched.clear()

    def start_room(
        self, channel: object, room: int, key: str, token: int, *, direct: bool = False, queue: str | None = None
    ) -> None:
        """Put a room into use. The bot ignores messages up to the id `token`."""
        guild = channel.guild if isinstance(channel, ServerChannel) else None
        is_first = guild is not None and not self.channels_in(guild)
        self.rooms.add(room)
        self.servers[room] = guild.id if guild else 0
        locale = language_of(str(guild.preferred_locale)) if guild else None
        joined = BotJoined(**self.head(key, room), name=room_name(channel), direct=direct, locale=locale)
        self.queues.put(queue or str(room), joined, str(token), str(room))
        if isinstance(channel, discord.Thread):
            self.on_new_thread(channel)
        if guild and is_first:
            self.on_first_room(guild)

    def remember_channel(self, room: int, channel: object) -> None:
        """Remember the server of a room, and an archived thread."""
        self.servers[room] = channel.guild.id if isinstance(channel, ServerChannel) else 0
        if isinstance(channel, discord.Thread) and channel.archived:
            self.archived_threads[room] = channel

    def rooms_on_shard(self, shard: int, shards: int) -> list[int]:
        """Return the rooms in use whose events come on one shard. Rooms of unknown servers count to our first shard.

        https://discord.com/developers/docs/events/gateway#sharding
        """
        unknown = min(self.client.shard_ids or (0,)) << 22  # any server of that shard
        return [room for room in self.rooms if (self.servers.get(room, unknown) >> 22) % shards == shard]

    def locate_rooms(self, guild: discord.Guild) -> list[int]:
        """Remember which rooms are in a server, and return them, archived threads included."""
        self.servers |= {channel.id: guild.id for channel in self.channels_in(guild)}
        return [room for room in self.rooms if self.servers.get(room) == guild.id]

    def channels_in(self, guild: discord.Guild) -> list[ServerChannel]:
        """Return the channels in use of a server, archived threads included."""
        found = (guild.get_channel_or_thread(room) or self.archived_threads.get(room) for room in self.rooms)
        return [channel for channel in found if channel is not None and channel.guild == guild]


def room_name(channel: object) -> str:
    """Return the name of a room: server and channel."""
    return f"{channel.guild.name} #{channel.name}" if isinstance(channel, ServerChannel) else ""
