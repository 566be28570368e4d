"""What a running door knows: the rooms in use, and where keys come from that Discord gives no id for."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import count

import discord

from adapters.discord.lanes import Lanes
from adapters.discord.people import Managers, Place
from bots.core.inbound import BotJoined, Value


class Known:
    """One account. A room is in use from its first command, invitation or private word on; what is said elsewhere is
    passed over unread. `withdrawn`: messages that the bot itself is deleting. `meet` asks who is in a server, once
    it has a room in use."""

    def __init__(self, account: str) -> None:
        self.account = account
        self.rooms: set[int] = set()
        self.managers = Managers()
        self.withdrawn: set[int] = set()
        self.meet: Callable[[discord.Guild], Awaitable[object]] = _meet_nobody
        self.lanes = Lanes(account)
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
        self.rooms.add(room)
        joined = BotJoined(
            key=key, account=self.account, room=str(room), at=datetime.now(UTC), name=name_of(place), direct=direct,
            locale=str(place.guild.preferred_locale).split("-")[0] if isinstance(place, Place) else None,
        )  # fmt: skip
        self.lanes.put(lane or str(room), joined, str(token), str(room))
        if isinstance(place, Place):
            self.met_later(place.guild)

    def met_later(self, guild: discord.Guild) -> None:
        """Ask who is in a server with rooms in use, where that is not known."""
        if not guild.chunked and self.in_guild(guild):
            self.lanes.put(f"server:{guild.id}", partial(self._met, guild))

    async def _met(self, guild: discord.Guild) -> Sequence[Value]:
        await self.meet(guild)
        return ()

    def on_shard(self, client: discord.Client, shard: int) -> list[int]:
        """The rooms in use that one connection tells of. Private talks and rooms not known yet are the first one’s."""
        return [room for room in self.rooms if _shard_of(client.get_channel(room)) == shard]

    def in_guild(self, guild: discord.Guild) -> list[Place]:
        """The rooms in use of one server."""
        found = (guild.get_channel_or_thread(room) for room in self.rooms)
        return [place for place in found if place is not None]


def _shard_of(place: object) -> int:
    return place.guild.shard_id if isinstance(place, Place) else 0


async def _meet_nobody(_guild: discord.Guild) -> None:
    """Before there is somebody to ask."""


def name_of(place: object) -> str:
    """How people call the room: server and channel."""
    return f"{place.guild.name} #{place.name}" if isinstance(place, Place) else ""
