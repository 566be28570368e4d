"""How fast the bot may speak: whoever has something to send waits here, the most urgent first.

A chat's turn and the account's are taken in one moment, when both are free.
"""

from __future__ import annotations

import asyncio
import time
from bisect import insort
from collections import OrderedDict
from dataclasses import dataclass, field
from itertools import count as counter
from typing import Protocol

from adapters.telegram.api.rate_limits import CHAT_SECONDS, SLACK, AccountUse, ChatUse

_NEAR = 1.5
"""Seconds that are waited for in place."""
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


@dataclass(order=True)
class _Ticket:
    """Somebody waits to send so many messages at once to a chat (None: to no chat in particular)."""

    priority: int
    number: int
    chat: int | None = field(compare=False)
    count: int = field(compare=False)
    since: float = field(compare=False)
    called: asyncio.Future[float] = field(compare=False)


class Pace:
    """Holds one account to the limits."""

    def __init__(self, ticks: Ticks | None = None) -> None:
        self._ticks = ticks or Machine()
        self._account = AccountUse()
        self._chats: OrderedDict[int, ChatUse] = OrderedDict()
        self._tickets: list[_Ticket] = []
        self._numbers = counter()
        self._caller: asyncio.Task[None] | None = None
        self._wakes = 0.0
        self._flooded: tuple[int, float] | None = None

    async def enter(self, chat: int, priority: int, count: int = 1) -> float:
        """Wait until so many messages may go to the chat at once, a lower `priority` first: 0, and they are counted;
        else, when that is far off, the seconds until then."""
        return await self._called(chat, priority, count)

    async def turn(self, priority: int) -> None:
        """Wait for the account's next turn."""
        await self._called(None, priority, 1)

    def landed(self, chat: int, count: int = 1) -> None:
        """What entered has been answered by Telegram."""
        self._chat(chat).landed(self._ticks.now(), count)

    async def _called(self, chat: int | None, priority: int, count: int) -> float:
        called: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        ticket = _Ticket(priority, next(self._numbers), chat, count, self._ticks.now(), called)
        wait = self._wait(ticket)
        if chat is not None:
            before = sum(one.count for one in self._tickets if one.chat == chat and one < ticket)
            far = wait + before * (CHAT_SECONDS + SLACK)
            if far > _NEAR:
                return far
        insort(self._tickets, ticket)
        if not self._wakes_by(self._at(ticket, wait)):
            self._call()
        return await called

    def _call(self) -> None:
        """Call everybody whose turn it is, and see to it that the next are called in time."""
        while (found := self._first()) is not None:
            wait, ticket = found
            at = self._at(ticket, wait)
            if at > self._ticks.now():
                self._call_again(at)
                return
            self._tickets.remove(ticket)
            self._take(ticket)
            ticket.called.set_result(0.0)

    def _first(self) -> tuple[float, _Ticket] | None:
        """The most urgent of those whose chat is free, else whose will be free first. Who gave up, and those whose turn
        is far off now, wait no longer."""
        found = [(self._wait(ticket), ticket) for ticket in self._tickets if not ticket.called.done()]
        for wait, ticket in found:
            if ticket.chat is not None and wait > _NEAR:
                ticket.called.set_result(wait)
        self._tickets = [ticket for _, ticket in found if not ticket.called.done()]
        return min((one for one in found if not one[1].called.done()), default=None)

    def _take(self, ticket: _Ticket) -> None:
        now, ready = self._ticks.now(), ticket.since
        if ticket.chat is not None:
            ready = max(ready, self._chat(ticket.chat).free_at(ticket.count))
            self._chat(ticket.chat).take(now, ticket.count)
        self._account.take(now, ticket.count, now - ready)

    def _wait(self, ticket: _Ticket) -> float:
        """Seconds until the ticket's chat is free; a pause for everybody closes all chats."""
        if ticket.chat is None:
            return 0.0
        free = max(self._chat(ticket.chat).free_at(ticket.count), self._account.closed_until)
        return max(0.0, free - self._ticks.now())

    def _at(self, ticket: _Ticket, wait: float) -> float:
        """When the ticket's turn can be at the earliest."""
        return max(self._ticks.now() + wait, self._account.free_at(ticket.count))

    def _wakes_by(self, at: float) -> bool:
        return self._caller is not None and not self._caller.done() and self._wakes <= at

    def _call_again(self, at: float) -> None:
        """At that time, or before."""
        if self._wakes_by(at):
            return
        if self._caller is not None:
            self._caller.cancel()
        self._wakes = at
        self._caller = asyncio.create_task(self._wake(at))

    async def _wake(self, at: float) -> None:
        await self._ticks.sleep(max(0.0, at - self._ticks.now()))
        self._caller = None
        self._call()

    def flooded(self, chat: int, seconds: float) -> bool:
        """Telegram asked for a pause over a message to this chat. True when it means everybody: another chat was told
        the same a moment ago."""
        now = self._ticks.now()
        self._chat(chat).closed_until = now + seconds
        before, self._flooded = self._flooded, (chat, now)
        everybody = before is not None and before[0] != chat and now - before[1] < _FLOOD_TOGETHER
        if everybody:
            self._account.closed_until = now + seconds
        return everybody

    async def rest(self, seconds: float) -> None:
        """Wait for a while."""
        await self._ticks.sleep(seconds)

    async def close(self) -> None:
        """Nobody waits any more."""
        if self._caller is not None:
            self._caller.cancel()
            await asyncio.gather(self._caller, return_exceptions=True)

    def _chat(self, chat: int) -> ChatUse:
        held = self._chats.get(chat)
        if held is None:
            held = self._chats[chat] = ChatUse(group=chat < 0)
            if len(self._chats) > _MOST_CHATS:
                self._chats.popitem(last=False)
        self._chats.move_to_end(chat)
        return held
