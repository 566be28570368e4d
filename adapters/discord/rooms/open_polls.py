"""The bot's open native polls. Catching up reads their votes however old the poll is."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from adapters.discord.rooms.queues import RoomQueues

_SCOPE = "polls:"
MAX_POLLS = 25
"""Polls remembered for one room. Catching up finds older ones only in the part of the history that it reads."""


class OpenPolls:
    """The open polls of one account by room, saved as a cursor for each room."""

    def __init__(self, queues: RoomQueues) -> None:
        self._queues = queues
        self._open: dict[str, list[str]] = {}
        self._unread: dict[str, asyncio.Event] = {}

    def mark_unread(self, room: str) -> None:
        """Note that the votes of a room may have been missed."""
        self._unread.setdefault(room, asyncio.Event())

    def mark_read(self, room: str) -> None:
        """Note that the missed votes of a room are reported."""
        if (waiting := self._unread.pop(room, None)) is not None:
            waiting.set()

    async def wait_until_read(self, room: str) -> None:
        """Wait until the missed votes of a room are reported."""
        if (waiting := self._unread.get(room)) is not None:
            await waiting.wait()

    def load(self, cursors: Mapping[str, str]) -> None:
        """Load the polls from the saved cursors."""
        for scope, token in cursors.items():
            if scope.startswith(_SCOPE) and token.strip():
                self._open[scope.removeprefix(_SCOPE)] = token.split()

    def messages(self, room: int) -> tuple[int, ...]:
        """Return the message ids of a room's polls, oldest first."""
        return tuple(int(message) for message in self._open.get(str(room), ()))

    def add(self, room: str, message: str) -> None:
        """Add a poll that was posted."""
        found = self._open.setdefault(room, [])
        if message not in found:
            found.append(message)
            del found[:-MAX_POLLS]
            self._save(room)

    def remove(self, room: str, message: str) -> None:
        """Remove a poll that is closed and whose votes are read."""
        if message in self._open.get(room, ()):
            self._open[room].remove(message)
            self._save(room)

    def _save(self, room: str) -> None:
        self._queues.put(room, None, " ".join(self._open[room]) or " ", _SCOPE + room)
