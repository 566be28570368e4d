"""The rate limiter keeps Telegram's limits and uses nearly all of them."""

from __future__ import annotations

import asyncio

from adapters.telegram.api.rate_limiter import RateLimiter
from adapters.telegram.api.rate_limits import CHAT_SECONDS, GROUP_MESSAGES, GROUP_SECONDS
from tests.standins.telegram.limits import Limits, Meter


class JumpingClock:
    """A clock that jumps ahead as soon as somebody sleeps."""

    def __init__(self) -> None:
        self.at = 0.0

    def now(self) -> float:
        """Return the seconds."""
        return self.at

    async def sleep(self, seconds: float) -> None:
        """Move the clock forward."""
        self.at += seconds
        await asyncio.sleep(0)


class SluggishClock(JumpingClock):
    """A clock of a busy machine, on which each sleep lasts longer."""

    calls = 0

    async def sleep(self, seconds: float) -> None:
        """Sleep longer than asked."""
        self.calls += 1
        await super().sleep(seconds + (0.2 if self.calls % 50 == 0 else 0.03 if seconds else 0.0))


async def send(limiter: RateLimiter, clock: JumpingClock, meter: Meter, chat: int) -> None:
    """Send one message through the limiter. Raises AssertionError when Telegram would have answered 429."""
    while await limiter.acquire_chat(chat, 1) > 0:
        await clock.sleep(1.0)
    assert meter.retry_after(chat, clock.now()) == 0
    meter.take(chat, clock.now())


async def test_limiter_uses_the_account_limit() -> None:
    """The limiter reaches at least 95 % of thirty messages a second without a 429."""
    clock = JumpingClock()
    limiter, meter = RateLimiter(clock), Meter(Limits())
    await asyncio.gather(*(send(limiter, clock, meter, -number) for number in range(1, 1001)))
    assert 999 / clock.at / 30 >= 0.95
    assert meter.flooded == 0
    await limiter.close()


async def test_late_wake_ups_are_made_up() -> None:
    """The limiter catches up after late wake-ups, with at most 30 messages in any second."""
    clock, sent = SluggishClock(), []
    limiter = RateLimiter(clock)

    async def one(chat: int) -> None:
        assert await limiter.acquire_chat(chat, 1) == 0
        sent.append(clock.now())

    await asyncio.gather(*(one(-number) for number in range(1, 501)))
    assert 499 / (sent[-1] - sent[0]) / 30 >= 0.85
    assert all(later - earlier > 1.0 for earlier, later in zip(sent, sent[30:], strict=False))
    await limiter.close()


async def test_group_limit_is_twenty_a_minute() -> None:
    """A group has a limit per second and per minute, and a private chat only per second."""
    clock = JumpingClock()
    limiter, meter = RateLimiter(clock), Meter(Limits())
    for _ in range(2 * GROUP_MESSAGES + 1):
        await send(limiter, clock, meter, -1)
    assert clock.at >= 2 * GROUP_SECONDS
    begin = clock.at
    for _ in range(2 * GROUP_MESSAGES + 1):
        await send(limiter, clock, meter, 1)
    assert 2 * GROUP_MESSAGES * CHAT_SECONDS <= clock.at - begin < 1.1 * 2 * GROUP_MESSAGES * CHAT_SECONDS


async def test_answers_go_before_announcements() -> None:
    """An answer goes before an announcement that has waited longer."""
    clock, order = JumpingClock(), []
    limiter = RateLimiter(clock)

    async def pass_through(name: str, priority: int) -> None:
        await limiter.acquire_account(priority)
        order.append(name)

    await asyncio.gather(*(pass_through(f"news {number}", 1) for number in range(3)), pass_through("answer", 0))
    assert order == ["news 0", "answer", "news 1", "news 2"]
    await limiter.close()


async def test_second_flood_pauses_the_account() -> None:
    """A flood in one chat pauses that chat, and a second one shortly after pauses the account."""
    clock = JumpingClock()
    limiter = RateLimiter(clock)
    assert not limiter.record_flood(-1, 30)
    assert await limiter.acquire_chat(-1, 0) == 30
    assert await limiter.acquire_chat(-2, 0) == 0
    assert limiter.record_flood(-3, 10)
    await limiter.acquire_account(0)
    assert clock.at >= 10
    await limiter.close()


async def test_cancelled_waiter_frees_its_slot() -> None:
    """A cancelled waiter leaves its slot to the next one."""
    clock = JumpingClock()
    limiter = RateLimiter(clock)
    await limiter.acquire_account(1)
    waiting = [asyncio.create_task(limiter.acquire_account(1)) for _ in range(2)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert clock.at < 2 / 29 + 0.01
    await limiter.close()
