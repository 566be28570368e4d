"""Queues of inbound values, one for each room: in order within a room, rooms in parallel, in batches.

A room that has missed messages is held until they are read. New values wait behind the missed ones.
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
MAX_BATCH = 256
LookUp = Callable[[], Awaitable[Sequence[Value]]]
"""Fetches values from Discord when their turn comes."""


@dataclass(frozen=True)
class QueueItem:
    """A value, a lookup, or nothing but a cursor. `token`: the new cursor of `scope`; without a scope, of the room."""

    value: Value | LookUp | None
    token: str | None = None
    scope: str | None = None


@dataclass
class RoomQueue:
    """The waiting items of one room. `held` is set until the room is released."""

    waiting: deque[QueueItem] = field(default_factory=deque)
    busy: bool = False
    held: bool = False


class RoomQueues:
    """The queues of one account. Call `put` from anywhere in the event loop; `run` submits the values."""

    def __init__(self, account: str) -> None:
        self._account = account
        self._queues: dict[str, RoomQueue] = {}
        self._ready: set[str] = set()
        self._wake = asyncio.Event()

    def put(self, room: str, value: Value | LookUp | None, token: str | None = None, scope: str | None = None) -> None:
        """Append a value to the queue of a room."""
        queue = self._queues.setdefault(room, RoomQueue())
        queue.waiting.append(QueueItem(value, token, scope))
        if not queue.busy and not queue.held:
            self._mark_ready(room)

    def hold(self, room: str) -> None:
        """Submit nothing of this room until `release`."""
        queue = self._queues.setdefault(room, RoomQueue())
        queue.held = True
        self._ready.discard(room)

    def release(self, room: str, missed: Sequence[QueueItem] = ()) -> None:
        """Continue with the missed values, then with the values that wait. A value in both counts once."""
        queue = self._queues.setdefault(room, RoomQueue())
        keys = {item.value.key for item in missed if isinstance(item.value, Value)}
        new = [item for item in queue.waiting if not (isinstance(item.value, Value) and item.value.key in keys)]
        queue.waiting = deque([*missed, *new])
        queue.held = False
        if queue.waiting and not queue.busy:
            self._mark_ready(room)

    def is_held(self, room: str) -> bool:
        """Return whether a room is held."""
        queue = self._queues.get(room)
        return queue is not None and queue.held

    async def run(self, inbox: Inbox) -> None:
        """Submit values to the inbox until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                await self._wake.wait()
                self._wake.clear()
                for room in self._ready:
                    self._queues[room].busy = True
                    tasks.create_task(self._drain(room, inbox))
                self._ready.clear()

    def _mark_ready(self, room: str) -> None:
        self._ready.add(room)
        self._wake.set()

    async def _drain(self, room: str, inbox: Inbox) -> None:
        """Submit the values of one room until none wait."""
        queue = self._queues[room]
        try:
            while queue.waiting and not queue.held:
                batch = [queue.waiting.popleft() for _ in range(min(len(queue.waiting), MAX_BATCH))]
                await self._submit(room, batch, inbox)
        finally:
            queue.busy = False
            if not queue.waiting and not queue.held:
                self._queues.pop(room, None)

    async def _submit(self, room: str, batch: Sequence[QueueItem], inbox: Inbox) -> None:
        """Submit neighbours of one cursor scope together, with the newest cursor.

        A new room goes alone, so that it is stored before its messages.
        """
        for (scope, _), items in groupby(batch, lambda item: (item.scope or room, type(item.value) is BotJoined)):
            values: list[Value] = []
            token = None
            for item in items:
                values += await _resolve(item)
                token = item.token or token
            if values or token:
                await inbox.submit(values, Cursor(self._account, token, scope) if token else None)


async def _resolve(item: QueueItem) -> Sequence[Value]:
    """Return the values of an item; none when the lookup fails."""
    if item.value is None or isinstance(item.value, Value):
        return () if item.value is None else (item.value,)
    try:
        return await item.value()
    except (discord.DiscordException, *NETWORK_ERRORS) as error:
        log.warning("discord-not-looked-up", error=str(error))
    except Exception:
        log.exception("discord-lookup-failed")
    return ()
