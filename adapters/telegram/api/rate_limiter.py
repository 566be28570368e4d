"""The rate limiter of an account: callers wait here before they send, lowest `priority` number first.

A send takes a slot of the chat and one of the account at the same moment, when both are free.
"""

from __future__ import annotations

import asyncio
import time
from bisect import insort
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count as counter
from typing import Protocol

from adapters.telegram.api.rate_limits import CHAT_SECONDS, GROUP_SECONDS, SLACK, AccountUsage, ChatUsage

_LONGEST_WAIT = 1.5
"""Seconds; for a longer wait, tell the caller to come back."""
_ACCOUNT_FLOOD_SECONDS, _ACCOUNT_FLOOD_CHATS = 5.0, 4
_BUSY = 3
"""A group's usage is worth keeping over a restart from so many messages in a minute."""
_MOST_CHATS = 20_000


class MonotonicClock(Protocol):
    """A clock that never goes back, and its sleep."""

    def now(self) -> float:
        """Return the seconds since some fixed moment."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class SystemMonotonicClock(MonotonicClock):
    """The machine's monotonic clock."""


@dataclass(order=True)
class _Waiter:
    """A caller that wants to send `count` messages at once to a chat, or to make a request about no chat (None)."""

    priority: int
    number: int
    chat: int | None = field(compare=False)
    count: int = field(compare=False)
    since: float = field(compare=False)
    answer: asyncio.Future[float] = field(compare=False)


class RateLimiter:
    """Keeps one account within Telegram's limits."""

    def __init__(self, clock: MonotonicClock | None = None) -> None:
        self._clock = clock or SystemMonotonicClock()
        self._account = AccountUsage()
        self._chats: OrderedDict[int, ChatUsage] = OrderedDict()
        self._waiters: list[_Waiter] = []
        self._numbers = counter()
        self._wake_task: asyncio.Task[None] | None = None
        self._wake_at = 0.0
        self._floods: dict[int, tuple[float, float]] = {}  # by chat: when, and the pause

    async def acquire_chat(self, chat: int, priority: int, count: int = 1) -> float:
        """Wait for a slot for `count` messages to the chat, take it and return 0.

        When the slot is far off, return the seconds until then instead.
        """
        return await self._acquire(chat, priority, count)

    async def acquire_account(self, priority: int) -> None:
        """Wait for the account's next slot and take it."""
        await self._acquire(None, priority, 1)

    def record_delivery(self, chat: int, count: int = 1) -> None:
        """Note that Telegram has answered the send for which `acquire_chat` gave a slot."""
        self._chat(chat).record_delivery(self._clock.now(), count)

    async def _acquire(self, chat: int | None, priority: int, count: int) -> float:
        answer: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        waiter = _Waiter(priority, next(self._numbers), chat, count, self._clock.now(), answer)
        delay = self._chat_delay(waiter)
        if chat is not None:
            before = sum(other.count for other in self._waiters if other.chat == chat and other < waiter)
            expected = delay + before * (CHAT_SECONDS + SLACK)
            if expected > _LONGEST_WAIT:
                return expected
        insort(self._waiters, waiter)
        if not self._wakes_by(self._earliest(waiter, delay)):
            self._serve()
        return await answer

    def _serve(self) -> None:
        """Give every free slot away, and schedule the next run."""
        while (found := self._next_waiter()) is not None:
            delay, waiter = found
            at = self._earliest(waiter, delay)
            if at > self._clock.now():
                self._wake_by(at)
                return
            self._waiters.remove(waiter)
            self._take_slot(waiter)
            waiter.answer.set_result(0.0)

    def _next_waiter(self) -> tuple[float, _Waiter] | None:
        """Return the most urgent waiter with a free chat, or else the one whose chat is free first, with its delay.

        Drop cancelled waiters, and send away those whose slot has become far off.
        """
        found = [(self._chat_delay(waiter), waiter) for waiter in self._waiters if not waiter.answer.done()]
        for delay, waiter in found:
            if waiter.chat is not None and delay > _LONGEST_WAIT:
                waiter.answer.set_result(delay)
        self._waiters = [waiter for _, waiter in found if not waiter.answer.done()]
        return min((one for one in found if not one[1].answer.done()), default=None)

    def _take_slot(self, waiter: _Waiter) -> None:
        now, ready = self._clock.now(), waiter.since
        if waiter.chat is not None:
            ready = max(ready, self._chat(waiter.chat).free_at(waiter.count, waiter.priority))
            self._chat(waiter.chat).record_send(now, waiter.count)
        self._account.record_send(now, waiter.count, now - ready)

    def _chat_delay(self, waiter: _Waiter) -> float:
        """Return the seconds until the waiter's chat is free. A pause of the account closes all chats."""
        if waiter.chat is None:
            return 0.0
        free = max(self._chat(waiter.chat).free_at(waiter.count, waiter.priority), self._account.closed_until)
        return max(0.0, free - self._clock.now())

    def _earliest(self, waiter: _Waiter, chat_delay: float) -> float:
        """Return when chat and account are both free for the waiter."""
        return max(self._clock.now() + chat_delay, self._account.free_at(waiter.count))

    def _wakes_by(self, at: float) -> bool:
        return self._wake_task is not None and not self._wake_task.done() and self._wake_at <= at

    def _wake_by(self, at: float) -> None:
        """Run `_serve` at that time, or earlier."""
        if self._wakes_by(at):
            return
        if self._wake_task is not None:
            self._wake_task.cancel()
        self._wake_at = at
        self._wake_task = asyncio.create_task(self._wake(at))

    async def _wake(self, at: float) -> None:
        await self._clock.sleep(max(0.0, at - self._clock.now()))
        self._wake_task = None
        self._serve()

    def record_success(self) -> None:
        """Note that Telegram took a message: the account as a whole may send."""
        self._floods.clear()

    def record_flood(self, chat: int, seconds: float) -> float | None:
        """Pause the chat, as Telegram asked after a message to it. Return how long the whole account must pause, if so.

        It must when Telegram limits several chats at once and takes no message meanwhile. It then waits for the
        shortest time asked for, because each chat has its own pause as well.
        """
        now = self._clock.now()
        self._chat(chat).closed_until = now + seconds
        self._floods[chat] = (now, seconds)
        recent = [pause for at, pause in self._floods.values() if now - at < _ACCOUNT_FLOOD_SECONDS]
        if len(recent) < _ACCOUNT_FLOOD_CHATS:
            return None
        self._account.closed_until = now + min(recent)
        return min(recent)

    def usage(self) -> dict[int, list[float]]:
        """Return how long ago each busy group got its messages of the last minute, in seconds."""
        now = self._clock.now()
        recent = {
            chat: [now - at for at in usage.sent if now - at < GROUP_SECONDS]
            for chat, usage in self._chats.items()
            if usage.group
        }
        return {chat: ages for chat, ages in recent.items() if len(ages) >= _BUSY}

    def restore(self, usage: Mapping[int, Sequence[float]]) -> None:
        """Count messages that an earlier run sent so long ago."""
        now = self._clock.now()
        for chat, ages in usage.items():
            found = self._chat(chat)
            found.sent.extend(now - age for age in sorted(ages, reverse=True) if age < GROUP_SECONDS)
            found.last = 1

    async def sleep(self, seconds: float) -> None:
        """Wait on the limiter's clock."""
        await self._clock.sleep(seconds)

    async def close(self) -> None:
        """Stop serving waiters."""
        if self._wake_task is not None:
            self._wake_task.cancel()
            await asyncio.gather(self._wake_task, return_exceptions=True)

    def _chat(self, chat: int) -> ChatUsage:
        usage = self._chats.get(chat)
        if usage is None:
            usage = self._chats[chat] = ChatUsage(group=chat < 0)
            if len(self._chats) > _MOST_CHATS:
                self._chats.popitem(last=False)
        self._chats.move_to_end(chat)
        return usage
