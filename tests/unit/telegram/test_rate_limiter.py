"""The rate limiter keeps Telegram's limits and uses nearly all of them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.telegram.api.http import ApiRequest
from adapters.telegram.api.pacer import RequestPacer
from adapters.telegram.api.rate_limiter import RateLimiter
from adapters.telegram.api.rate_limits import CHAT_SECONDS, GROUP_MESSAGES, GROUP_SECONDS
from adapters.telegram.api.usage_store import SCOPE, restore_usage, save_usage
from tests.contract.rig import RecordingInbox
from tests.standins.telegram.limits import Limits, Meter
from tests.waiting import PATIENCE


@dataclass
class FixedClock:
    """A wall clock that stands still."""

    at: datetime

    def now(self) -> datetime:
        """Return the time."""
        return self.at


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


async def test_floods_in_many_chats_pause_the_account() -> None:
    """A flood pauses its chat; only a fourth in a row pauses the account, for the shortest pause."""
    clock = JumpingClock()
    limiter = RateLimiter(clock)
    assert [limiter.record_flood(chat, 30) for chat in (-1, -3, -4)] == [None] * 3
    assert await limiter.acquire_chat(-1, 0) == 30
    assert await limiter.acquire_chat(-2, 0) == 0
    limiter.record_success()
    assert [limiter.record_flood(chat, 30) for chat in (-1, -3, -4)] == [None] * 3
    assert limiter.record_flood(-5, 10) == 10
    await limiter.acquire_account(0)
    assert clock.at >= 10
    await limiter.close()


async def test_usage_survives_a_restart() -> None:
    """The next run counts what the last one sent to a busy group in the last minute, or may have sent since."""
    clock, inbox, now = JumpingClock(), RecordingInbox(), datetime(2026, 5, 1, tzinfo=UTC)
    limiter, meter = RateLimiter(clock), Meter(Limits())
    for _ in range(GROUP_MESSAGES):
        while await limiter.acquire_chat(-1, 0) > 0:
            await clock.sleep(1.0)
        meter.take(-1, clock.now())
    saving = asyncio.create_task(save_usage(limiter, inbox, "telegram", FixedClock(now)))
    async with asyncio.timeout(PATIENCE):
        while await inbox.cursor("telegram", SCOPE) is None:
            await asyncio.sleep(0.05)
    saving.cancel()
    after = RateLimiter(clock)
    clock.at += 10
    await restore_usage(after, inbox, "telegram", FixedClock(now + timedelta(seconds=10)))
    for _ in range(5):
        while wait := await after.acquire_chat(-1, 0):
            await clock.sleep(wait)
        assert meter.retry_after(-1, clock.now()) == 0
        meter.take(-1, clock.now())
    await restore_usage(RateLimiter(clock), RecordingInbox(), "telegram", FixedClock(now))


async def test_requests_that_send_nothing_are_paced() -> None:
    """A hundred deletions take seconds, and answers to presses do not wait for them."""
    clock = JumpingClock()
    pacer = RequestPacer(clock.now, clock.sleep)
    for _ in range(100):
        await pacer.wait("deleteMessage")
    assert clock.at >= 2
    at = clock.at
    await pacer.wait("answerCallbackQuery")
    await pacer.wait("sendMessage")
    assert clock.at == at


async def test_each_request_of_the_bot_has_its_turn() -> None:
    """What the client library asks for goes through the pacer."""

    async def answer(_request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": True})

    app, clock = web.Application(), JumpingClock()
    app.router.add_get("/bot1:a/deleteMessage", answer)
    async with TestServer(app) as server:
        request = ApiRequest(connections=1, read_timeout=5.0, pacer=RequestPacer(clock.now, clock.sleep))
        for _ in range(40):
            status, _ = await request.do_request(str(server.make_url("/bot1:a/deleteMessage")), "GET")
            assert status == 200
        await request.shutdown()
    assert clock.at > 0


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
