"""What a running door knows: the rooms in use, and where keys come from that Discord gives no id for."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count

import discord

from adapters.discord.rooms.open_polls import Polls
from adapters.discord.rooms.people import Managers, Place
from adapters.discord.rooms.queues import Lanes
from bots.core.inbound import BotJoined


class Known:
    """One account. A room is in use from its first command, invitation or private word on; what is said elsewhere is
    passed over unread. `homes`: the server of each room, as far as it is known; 0 for a private talk. `asleep`: threads
    that discord.py has forgotten, as they were seen last. `withdrawn`: messages that the bot itself is deleting. `meet`
    is told when a server has its first room in use."""

    def __init__(self, account: str) -> None:
        self.account = account
        self.rooms: set[int] = set()
        self.homes: dict[int, int] = {}
        self.asleep: dict[int, discord.Thread] = {}
        self.managers = Managers()
        self.withdrawn: set[int] = set()
        self.meet: Callable[[discord.Guild], None] = lambda _guild: None
        self.lanes = Lanes(account)
        self.polls = Polls(self.lanes)
        self._run = secrets.token_hex(5)
        self._numbers = count(1)

    def key(self, kind: str) -> str:
        """A key that nothing else has: Discord gives reactions, votes and removals no id, and tells each to a process
        once."""
        return f"discord:{kind}:{self._run}:{next(self._numbers)}"

    def begin(
        self, place: object, room: int, key: str, token: int, *, direct: bool = False, lane: str | None = None
    ) -> None:
        """The room is in use from now on. `token`: what was said up to there is not for the bot."""
        is_first = isinstance(place, Place) and not self.in_guild(place.guild)
        self.rooms.add(room)
        self.homes[room] = place.guild.id if isinstance(place, Place) else 0
        joined = BotJoined(
            key=key, account=self.account, room=str(room), at=datetime.now(UTC), name=name_of(place), direct=direct,
            locale=str(place.guild.preferred_locale).split("-")[0] if isinstance(place, Place) else None,
        )  # fmt: skip
        self.lanes.put(lane or str(room), joined, str(token), str(room))
        if isinstance(place, Place) and is_first:
            self.meet(place.guild)

    def on_shard(self, shard: int, shards: int) -> list[int]:
        """The rooms in use that one of so many connections tells of; a room of no known server is the first one's.

        https://discord.com/developers/docs/events/gateway#sharding
        """
        return [room for room in self.rooms if (self.homes.get(room, 0) >> 22) % shards == shard]

    def settle(self, guild: discord.Guild) -> list[int]:
        """A server has told its channels: its rooms in use, those that sleep too."""
        self.homes |= {place.id: guild.id for place in self.in_guild(guild)}
        return [room for room in self.rooms if self.homes.get(room) == guild.id]

    def in_guild(self, guild: discord.Guild) -> list[Place]:
        """The rooms in use of one server, threads that sleep too."""
        found = (guild.get_channel_or_thread(room) or self.asleep.get(room) for room in self.rooms)
        return [place for place in found if place is not None and place.guild == guild]


def name_of(place: object) -> str:
    """How people call the room: server and channel."""
    return f"{place.guild.name} #{place.name}" if isinstance(place, Place) else ""
