"""What was heard, handed to the inbox: in order in each room, rooms side by side, many values at once.

A held room waits until what was missed there is known; what comes in meanwhile stays behind it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import discord
import structlog

from adapters.discord.api.errors import NETWORK_ERRORS
from bots.core.inbound import BotJoined, Value
from bots.ports import Cursor, Inbox

log = structlog.get_logger()
LARGEST = 256
Found = Callable[[], Awaitable[Sequence[Value]]]
"""Values that have to be looked up first."""


@dataclass(frozen=True)
class Heard:
    """A value, or how to find it. `token`: how far the scope has been read with it."""

    value: Value | Found | None
    token: str | None = None
    scope: str | None = None


@dataclass
class Lane:
    """What waits in one room."""

    waiting: deque[Heard] = field(default_factory=deque)
    busy: bool = False
    held: asyncio.Event | None = None


class Lanes:
    """One account's rooms. `put` may be called from anywhere in the event loop; `run` does the work."""

    def __init__(self, account: str) -> None:
        self._account = account
        self._lanes: dict[str, Lane] = {}
        self._ready: set[str] = set()
        self._news = asyncio.Event()

    def put(self, room: str, value: Value | Found | None, token: str | None = None, scope: str | None = None) -> None:
        """Something was heard in a room."""
        lane = self._lanes.get(room)
        if lane is None:
            lane = self._lanes[room] = Lane()
        lane.waiting.append(Heard(value, token, scope))
        if not lane.busy and lane.held is None:
            self._ready.add(room)
            self._news.set()

    def hold(self, room: str) -> None:
        """Hand in nothing of this room until `release`."""
        lane = self._lanes.setdefault(room, Lane())
        lane.held = lane.held or asyncio.Event()
        self._ready.discard(room)

    def release(self, room: str, missed: Sequence[Heard] = ()) -> None:
        """Go on, with what was missed first; what came in twice meanwhile counts once."""
        lane = self._lanes.setdefault(room, Lane())
        keys = {heard.value.key for heard in missed if isinstance(heard.value, Value)}
        late = [h for h in lane.waiting if not (isinstance(h.value, Value) and h.value.key in keys)]
        lane.waiting = deque([*missed, *late])
        if lane.held is not None:
            lane.held.set()
            lane.held = None
        if lane.waiting and not lane.busy:
            self._ready.add(room)
            self._news.set()

    def is_held(self, room: str) -> bool:
        """Whether it is not known yet what was missed there."""
        lane = self._lanes.get(room)
        return lane is not None and lane.held is not None

    async def free(self, room: str) -> None:
        """Wait until it is known what was missed there."""
        lane = self._lanes.get(room)
        if lane is not None and lane.held is not None:
            await lane.held.wait()

    async def run(self, inbox: Inbox) -> None:
        """Hand in until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                await self._news.wait()
                self._news.clear()
                for room in self._ready:
                    self._lanes[room].busy = True
                    tasks.create_task(self._drain(room, inbox))
                self._ready.clear()

    async def _drain(self, room: str, inbox: Inbox) -> None:
        """Hand in what waits in one room, until nothing does."""
        lane = self._lanes[room]
        try:
            while lane.waiting and lane.held is None:
                taken = [lane.waiting.popleft() for _ in range(min(len(lane.waiting), LARGEST))]
                await self._submit(room, taken, inbox)
        finally:
            lane.busy = False
            if not lane.waiting and lane.held is None:
                self._lanes.pop(room, None)

    async def _submit(self, room: str, taken: Sequence[Heard], inbox: Inbox) -> None:
        """Values that share a cursor go together, with the newest. A room is known before anything is said in it."""
        for (scope, _), run in groupby(taken, lambda heard: (heard.scope or room, type(heard.value) is BotJoined)):
            values: list[Value] = []
            token = None
            for heard in run:
                values += await _values(heard)
                token = heard.token or token
            if values or token:
                await inbox.submit(values, Cursor(self._account, token, scope) if token else None)


async def _values(heard: Heard) -> Sequence[Value]:
    """The values; none where they can't be looked up."""
    if heard.value is None or isinstance(heard.value, Value):
        return () if heard.value is None else (heard.value,)
    try:
        return await heard.value()
    except (discord.DiscordException, *NETWORK_ERRORS) as error:
        log.warning("discord-not-looked-up", error=str(error))
        return ()
