"""How fast the bot may speak: one pace for everything, one a chat, one a group, and pauses that Telegram asks for.

"avoid sending more than one message per second" in a chat, "not be able to send more than 20 messages per minute" to a
group, "no more than 30 messages per second" in all: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits
"""

from __future__ import annotations

import asyncio
import heapq
import time
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

PER_SECOND, MOST_IN_A_SECOND = 29.0, 30
"""One less than what is allowed: what is sent a thirtieth of a second apart may arrive closer together."""
CHAT_SECONDS = 1.0
GROUP_MESSAGES, GROUP_SECONDS = 20, 60.0
_SLACK = 0.02
_NEAR = 1.5
_LATE = 0.25
_FLOOD_TOGETHER = 5.0
_MOST_CHATS = 20_000


class Ticks(Protocol):
    """Seconds that never go back, and waiting for them."""

    def now(self) -> float:
        """Seconds since some moment."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class Machine:
    """The machine's own."""

    def now(self) -> float:
        """Seconds since the machine was started."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


@dataclass
class _Chat:
    """When the last messages went to a chat; it is closed until `closed_until`."""

    sent: deque[float] = field(default_factory=lambda: deque(maxlen=GROUP_MESSAGES))
    closed_until: float = 0.0


@dataclass(order=True)
class _Ticket:
    priority: int
    number: int
    called: asyncio.Future[None] = field(compare=False)


class Pace:
    """Holds one account to the limits."""

    def __init__(self, ticks: Ticks | None = None) -> None:
        self._ticks = ticks or Machine()
        self._chats: OrderedDict[int, _Chat] = OrderedDict()
        self._tickets: list[_Ticket] = []
        self._numbers = count()
        self._caller: asyncio.Task[None] | None = None
        self._next = 0.0
        self._second: deque[float] = deque(maxlen=MOST_IN_A_SECOND)
        self._flooded: tuple[int, float] | None = None

    def claim(self, chat: int) -> float:
        """Take the chat's next turn when that is now: 0; else the seconds until then, and nothing is taken."""
        now, held = self._ticks.now(), self._chat(chat)
        wait = max(held.closed_until, _free_at(held, group=chat < 0)) - now
        if wait > 0:
            return wait
        held.sent.append(now)
        return 0.0

    async def enter(self, chat: int, priority: int) -> float:
        """Wait until a message may go to the chat: 0; else, when that is far off, the seconds until then."""
        wait = await self._near(chat)
        if wait > 0:
            return wait
        await self.turn(priority)
        self._chat(chat).sent[-1] = self._ticks.now()
        return 0.0

    async def _near(self, chat: int) -> float:
        """Take the chat's next turn, waited for when it is near: 0; else the seconds until then."""
        waited = 0.0
        while (wait := self.claim(chat)) > 0:
            waited += wait
            if waited > _NEAR:
                return wait
            await self._ticks.sleep(wait)
        return 0.0

    async def turn(self, priority: int) -> None:
        """Wait for the account's next turn; a lower number comes first."""
        if not self._tickets and self._ticks.now() >= self._next:
            self._pass()
            return
        ticket = _Ticket(priority, next(self._numbers), asyncio.get_running_loop().create_future())
        heapq.heappush(self._tickets, ticket)
        if self._caller is None or self._caller.done():
            self._caller = asyncio.create_task(self._call())
        await ticket.called

    async def _call(self) -> None:
        """Call who waits, one at a time."""
        while self._tickets:
            await self._ticks.sleep(max(0.0, self._next - self._ticks.now()))
            ticket = heapq.heappop(self._tickets)
            if not ticket.called.cancelled():
                self._pass()
                ticket.called.set_result(None)

    def _pass(self) -> None:
        """One goes through. What a busy machine sent late is made good, but never more than fits into any second."""
        now = self._ticks.now()
        self._second.append(now)
        self._next = max(self._next, now - _LATE) + 1 / PER_SECOND
        if len(self._second) == MOST_IN_A_SECOND:
            self._next = max(self._next, self._second[0] + 1.0 + _SLACK)

    def flooded(self, chat: int, seconds: float) -> bool:
        """Telegram asked for a pause over a message to this chat. True when it means everybody: another chat was told
        the same a moment ago."""
        now = self._ticks.now()
        self._chat(chat).closed_until = now + seconds
        before, self._flooded = self._flooded, (chat, now)
        everybody = before is not None and before[0] != chat and now - before[1] < _FLOOD_TOGETHER
        if everybody:
            self._next = now + seconds
        return everybody

    async def rest(self, seconds: float) -> None:
        """Wait for a while."""
        await self._ticks.sleep(seconds)

    async def close(self) -> None:
        """Nobody waits any more."""
        if self._caller is not None:
            self._caller.cancel()
            await asyncio.gather(self._caller, return_exceptions=True)

    def _chat(self, chat: int) -> _Chat:
        held = self._chats.setdefault(chat, _Chat())
        self._chats.move_to_end(chat)
        if len(self._chats) > _MOST_CHATS:
            self._chats.popitem(last=False)
        return held


def _free_at(held: _Chat, *, group: bool) -> float:
    """When the chat may be written to again."""
    if not held.sent:
        return 0.0
    free = held.sent[-1] + CHAT_SECONDS + _SLACK
    if group and len(held.sent) == GROUP_MESSAGES:
        free = max(free, held.sent[0] + GROUP_SECONDS + _SLACK)
    return free
