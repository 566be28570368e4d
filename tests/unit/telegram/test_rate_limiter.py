"""The rate limiter keeps Telegram's limits and uses nearly all of them."""

from __future__ import annotations

import asyncio

from adapters.telegram.api.rate_limiter import RateLimiter
from adapters.telegram.api.rate_limits import CHAT_SECONDS, GROUP_MESSAGES, GROUP_SECONDS
from tests.standins.telegram.limits import Limits, Meter


class Imagined:
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


class Sluggish(Imagined):
    """A clock of a busy machine."""

    calls = 0

    async def sleep(self, seconds: float) -> None:
        """Sleep longer than asked."""
        self.calls += 1
        await super().sleep(seconds + (0.2 if self.calls % 50 == 0 else 0.03 if seconds else 0.0))


async def send(limiter: RateLimiter, ticks: Imagined, meter: Meter, chat: int) -> None:
    """Send one message through the limiter. Raises AssertionError when Telegram would have answered 429."""
    while await limiter.acquire_chat(chat, 1) > 0:
        await ticks.sleep(1.0)
    assert meter.retry_after(chat, ticks.now()) == 0
    meter.take(chat, ticks.now())


async def test_a_thousand_groups_take_little_more_than_they_must() -> None:
    """The limiter reaches at least 95 % of thirty a second without a 429."""
    ticks = Imagined()
    limiter, meter = RateLimiter(ticks), Meter(Limits())
    await asyncio.gather(*(send(limiter, ticks, meter, -number) for number in range(1, 1001)))
    assert 999 / ticks.at / 30 >= 0.95
    assert meter.flooded == 0
    await limiter.close()


async def test_a_busy_machine_makes_good_what_it_sent_late() -> None:
    """The limiter catches up on late wake-ups, with at most 30 messages in any second."""
    ticks, sent = Sluggish(), []
    limiter = RateLimiter(ticks)

    async def one(chat: int) -> None:
        assert await limiter.acquire_chat(chat, 1) == 0
        sent.append(ticks.now())

    await asyncio.gather(*(one(-number) for number in range(1, 501)))
    assert 499 / (sent[-1] - sent[0]) / 30 >= 0.85
    assert all(later - earlier > 1.0 for earlier, later in zip(sent, sent[30:], strict=False))
    await limiter.close()


async def test_one_group_gets_twenty_a_minute() -> None:
    """A group has a limit per second and per minute; a private chat only per second."""
    ticks = Imagined()
    limiter, meter = RateLimiter(ticks), Meter(Limits())
    for _ in range(2 * GROUP_MESSAGES + 1):
        await send(limiter, ticks, meter, -1)
    assert ticks.at >= 2 * GROUP_SECONDS
    begin = ticks.at
    for _ in range(2 * GROUP_MESSAGES + 1):
        await send(limiter, ticks, meter, 1)
    assert 2 * GROUP_MESSAGES * CHAT_SECONDS <= ticks.at - begin < 1.1 * 2 * GROUP_MESSAGES * CHAT_SECONDS


async def test_answers_go_before_announcements() -> None:
    """An answer goes before an announcement that has waited longer."""
    ticks, order = Imagined(), []
    limiter = RateLimiter(ticks)

    async def pass_through(name: str, priority: int) -> None:
        await limiter.acquire_account(priority)
        order.append(name)

    await asyncio.gather(*(pass_through(f"news {number}", 1) for number in range(3)), pass_through("answer", 0))
    assert order == ["news 0", "answer", "news 1", "news 2"]
    await limiter.close()


async def test_a_pause_that_telegram_asks_for_is_one_chats_unless_others_are_told_too() -> None:
    """A flood in one chat pauses that chat; a second one shortly after pauses the account."""
    ticks = Imagined()
    limiter = RateLimiter(ticks)
    assert not limiter.record_flood(-1, 30)
    assert await limiter.acquire_chat(-1, 0) == 30
    assert await limiter.acquire_chat(-2, 0) == 0
    assert limiter.record_flood(-3, 10)
    await limiter.acquire_account(0)
    assert ticks.at >= 10
    await limiter.close()


async def test_who_gives_up_waiting_takes_no_turn() -> None:
    """A cancelled waiter leaves its slot to the next."""
    ticks = Imagined()
    limiter = RateLimiter(ticks)
    await limiter.acquire_account(1)
    waiting = [asyncio.create_task(limiter.acquire_account(1)) for _ in range(2)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert ticks.at < 2 / 29 + 0.01
    await limiter.close()
