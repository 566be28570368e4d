"""Joins, one at a time: they are slow, homeservers limit them, and rooms of others may not answer at all."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from nio.responses import JoinError

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.errors import Failure, is_rate_limit, remote_failure
from adapters.matrix.api.rate_limit import RateLimit
from adapters.matrix.rooms.state import AdapterState
from bots.ports import Later, Refused
from bots.retry import backoff

SPACING = 0.3
"""Seconds between two joins that wait."""
MOST_TRIES = 8
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 1800.0
"""Seconds between the tries to join a room that others are to open: ten minutes in all."""
_MOST_REMEMBERED = 1000


@dataclass
class Joins:
    """The joins of one account. `tries` counts failures of other homeservers by room.

    `limit` is the homeserver's limit of joins, `events` that of all events: a join is an event too. A refused join may
    mean either, and must not delay messages.
    """

    client: MatrixClient
    state: AdapterState
    events: RateLimit = field(default_factory=RateLimit)
    limit: RateLimit = field(default_factory=RateLimit)
    tries: OrderedDict[str, int] = field(default_factory=OrderedDict)
    _busy: bool = False
    _next: float = 0.0

    async def join(self, room: str) -> Failure | None:
        """Join a room. Return the failure, or None. Raises a network error if no server answers at all."""
        if self._busy or self._seconds_left() > 0:
            return Later(self._place(), "joins go one at a time", self_imposed=True)
        self._busy = True
        try:
            self.events.sent()  # Reserve the place of the event: a join may take long, and answers don't wait for it.
            return await self._join(room)
        finally:
            self._busy = False

    def _seconds_left(self) -> float:
        return max(self.limit.seconds_left(), self.events.seconds_left())

    def _place(self) -> float:
        """Return the seconds until the next free place in the queue."""
        now = self.limit.clock()
        spacing = max(SPACING, self.limit.interval, self.events.interval)
        self._next = max(self._next, now + self._seconds_left()) + spacing
        return self._next - now

    async def _join(self, room: str) -> Failure | None:
        try:
            answer = await self.client.join_via(room, self.state.servers.get(room))
        except TimeoutError:
            return self._again(room, "the join takes too long")
        if not isinstance(answer, JoinError):
            self.tries.pop(room, None)
            return None
        failed = remote_failure(answer)
        if isinstance(failed, Refused):
            if room in self.state.servers and failed.reason == "forbidden":
                return self._again(room, failed.detail)  # an upgraded room: the invitation is on its way
            return Refused("gone", failed.detail)  # somebody withdrew the invitation, or no server of the room answers
        if is_rate_limit(answer):
            return Later(self.limit.refused(failed.seconds), failed.detail)
        return failed if failed.account_wide else self._again(room, failed.detail)

    def _again(self, room: str, why: str) -> Failure:
        """Try again later, but not forever."""
        tries = self.tries.pop(room, 0)
        if tries >= MOST_TRIES - 1:
            return Refused("gone", why)
        self.tries[room] = tries + 1
        if len(self.tries) > _MOST_REMEMBERED:
            self.tries.popitem(last=False)
        return Later(backoff(tries, first=FIRST_PAUSE, longest=LONGEST_PAUSE), why)
