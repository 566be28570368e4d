"""Native polls of ours that are open: their votes are read after a gap, however far back they lie in their room."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.discord.rooms.queues import Lanes

_SCOPE = "polls:"
MOST = 25
"""Of one room; of more, the older ones are found as far as the room is read."""


class Polls:
    """The open polls of one account by room. A cursor of its own keeps them for each room."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes
        self._open: dict[str, list[str]] = {}

    def load(self, cursors: Mapping[str, str]) -> None:
        """What the last run left open."""
        for scope, token in cursors.items():
            if scope.startswith(_SCOPE) and token.strip():
                self._open[scope.removeprefix(_SCOPE)] = token.split()

    def of(self, room: int) -> tuple[int, ...]:
        """The messages, the oldest first."""
        return tuple(int(message) for message in self._open.get(str(room), ()))

    def opened(self, room: str, message: str) -> None:
        """It was posted."""
        found = self._open.setdefault(room, [])
        if message not in found:
            found.append(message)
            del found[:-MOST]
            self._put(room)

    def closed(self, room: str, message: str) -> None:
        """It takes no more votes, and all are read."""
        if message in self._open.get(room, ()):
            self._open[room].remove(message)
            self._put(room)

    def _put(self, room: str) -> None:
        self._lanes.put(room, None, " ".join(self._open[room]) or " ", _SCOPE + room)
