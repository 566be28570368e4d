"""The order in which the rate limiter serves its waiters."""

from __future__ import annotations

import asyncio
import heapq
from itertools import count, pairwise

from adapters.telegram.api.rate_limiter import RateLimiter
from adapters.telegram.api.rate_limits import CHAT_SECONDS, GROUP_SECONDS, PER_SECOND
from tests.standins.telegram.limits import Limits, Meter

ANSWER, NEWS, EDIT = 0, 1, 2
PRIVATE, GROUP = 5, -5


class SharedClock:
    """A clock for several concurrent sleepers, which jumps to the earliest wake-up when all tasks are idle."""

    def __init__(self) -> None:
        self.at = 0.0
        self.numbers = count()
        self.ends: list[tuple[float, int, asyncio.Future[None]]] = []
        self.advancing: asyncio.Task[None] | None = None

    def now(self) -> float:
        """Return the seconds."""
        return self.at

    async def sleep(self, seconds: float) -> None:
        """Sleep until the clock has jumped this far."""
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self.ends, (self.at + seconds, next(self.numbers), over))
        if self.advancing is None or self.advancing.done():
            self.advancing = asyncio.create_task(self.advance())
        await over

    async def advance(self) -> None:
        """Move the clock forward until nobody sleeps."""
        while self.ends:
            for _ in range(5):
                await asyncio.sleep(0)
            end, _, over = heapq.heappop(self.ends)
            if not over.done():
                self.at = max(self.at, end)
                over.set_result(None)


async def enter(limiter: RateLimiter, chat: int, priority: int, name: str, order: list[str]) -> None:
    """Acquire a slot, however long that takes."""
    while wait := await limiter.acquire_chat(chat, priority):
        await limiter.sleep(wait)
    order.append(name)


async def test_backlogged_chat_keeps_its_interval() -> None:
    """The interval of a chat counts from the moment a message leaves, however long the message waited."""
    clock = SharedClock()
    limiter, meter, left = RateLimiter(clock), Meter(Limits()), list[float]()

    async def send(chat: int, priority: int) -> None:
        while wait := await limiter.acquire_chat(chat, priority):
            await limiter.sleep(wait)
        assert meter.retry_after(chat, clock.now()) == 0
        meter.take(chat, clock.now())
        if chat == PRIVATE:
            left.append(clock.now())

    others = [send(1000 + number, ANSWER) for number in range(120)]
    await asyncio.gather(*others, *(send(PRIVATE, EDIT) for _ in range(3)))
    assert meter.flooded == 0
    assert all(later - earlier >= CHAT_SECONDS for earlier, later in pairwise(left))
    await limiter.close()


async def test_cards_slow_down_in_a_busy_group() -> None:
    """The first edits follow each other at the chat's own pace; the more a group gets, the longer each one waits."""
    clock, left = SharedClock(), list[float]()
    limiter = RateLimiter(clock)
    for _ in range(10):
        await enter(limiter, GROUP, EDIT, "", [])
        left.append(clock.now())
    gaps = [later - earlier for earlier, later in pairwise(left)]
    assert gaps[0] < 2 * CHAT_SECONDS
    assert gaps[-1] > 3 * CHAT_SECONDS
    assert gaps == sorted(gaps)
    await limiter.close()


async def test_answers_go_first_in_a_chat() -> None:
    """An answer goes before edits and announcements that wait for the same chat."""
    order, limiter = list[str](), RateLimiter(SharedClock())
    assert await limiter.acquire_chat(GROUP, NEWS) == 0
    await asyncio.gather(
        enter(limiter, GROUP, EDIT, "edit", order),
        enter(limiter, GROUP, NEWS, "news", order),
        enter(limiter, GROUP, ANSWER, "answer", order),
    )
    assert order[0] == "answer"
    await limiter.close()


async def test_waiting_chat_does_not_block_others() -> None:
    """A waiter for a closed chat does not block the account's slot."""
    clock = SharedClock()
    limiter, order = RateLimiter(clock), list[str]()
    assert await limiter.acquire_chat(GROUP, NEWS) == 0
    await asyncio.gather(enter(limiter, GROUP, ANSWER, "same", order), enter(limiter, PRIVATE, EDIT, "other", order))
    assert order == ["other", "same"]
    await limiter.close()


async def test_album_counts_as_its_files() -> None:
    """An album closes its chat for one second a file, and two albums of ten use up a group's minute."""
    clock = SharedClock()
    limiter, meter = RateLimiter(clock), Meter(Limits())
    for _ in range(2):
        while wait := await limiter.acquire_chat(GROUP, NEWS, 10):
            await limiter.sleep(wait)
        assert meter.retry_after(GROUP, clock.now(), 10) == 0
        meter.take(GROUP, clock.now(), 10)
    second = clock.now()
    assert second >= 10 * CHAT_SECONDS
    wait = await limiter.acquire_chat(GROUP, ANSWER)
    assert GROUP_SECONDS - second <= wait < GROUP_SECONDS
    await limiter.close()


async def test_album_is_not_overtaken() -> None:
    """An album of ten gets ten slots of the account at once, and later messages wait for it."""
    clock = SharedClock()
    limiter, meter, order = RateLimiter(clock), Meter(Limits()), list[str]()

    async def send(chat: int, count: int, name: str) -> None:
        assert await limiter.acquire_chat(chat, NEWS, count) == 0
        assert meter.retry_after(chat, clock.now(), count) == 0
        meter.take(chat, clock.now(), count)
        order.append(name)

    before = [send(-number, 1, "before") for number in range(1, 60)]
    behind = [send(-number, 1, "behind") for number in range(101, 160)]
    await asyncio.gather(*before, send(-100, 10, "album"), *behind)
    assert order.index("album") == len(before)
    await limiter.close()


async def test_interval_counts_from_the_arrival() -> None:
    """The interval of a chat counts from the arrival of a slow message."""
    clock = SharedClock()
    limiter = RateLimiter(clock)
    assert await limiter.acquire_chat(PRIVATE, NEWS) == 0
    await clock.sleep(0.8)
    limiter.record_delivery(PRIVATE)
    assert await limiter.acquire_chat(PRIVATE, NEWS) == 0
    assert clock.now() >= 0.8 + CHAT_SECONDS
    await limiter.close()


async def test_flood_pause_ends_waiting() -> None:
    """A flood pause ends the waits of present waiters, so that their messages survive a restart."""
    limiter = RateLimiter(SharedClock())
    assert await limiter.acquire_chat(GROUP, NEWS) == 0
    waiting = asyncio.create_task(limiter.acquire_chat(GROUP, NEWS))
    await asyncio.sleep(0)
    limiter.record_flood(GROUP, 30)
    assert 20 < await waiting <= 30
    await limiter.close()


class StalledClock(SharedClock):
    """A clock that stalls once for most of a second."""

    stall = 0.8

    async def sleep(self, seconds: float) -> None:
        """Sleep, and the first time longer."""
        more, self.stall = self.stall, 0.0
        await super().sleep(seconds + more)


async def departure_times(limiter: RateLimiter, clock: SharedClock, messages: int) -> list[float]:
    """Return when the messages to as many chats leave."""
    left = list[float]()

    async def one(chat: int) -> None:
        assert await limiter.acquire_chat(chat, NEWS) == 0
        left.append(clock.now())

    await asyncio.gather(*(one(-number) for number in range(1, messages + 1)))
    return left


async def test_stall_is_made_up_within_the_limit() -> None:
    """After a stall the limiter makes up for the delay with at most thirty messages in any second."""
    clock = StalledClock()
    limiter = RateLimiter(clock)
    left = await departure_times(limiter, clock, 90)
    assert left[-1] <= 90 / PER_SECOND
    assert all(later - earlier > 1.0 for earlier, later in zip(left, left[30:], strict=False))
    await limiter.close()


async def test_no_burst_after_silence() -> None:
    """After a silence messages leave evenly."""
    clock = SharedClock()
    limiter = RateLimiter(clock)
    await departure_times(limiter, clock, 1)
    await clock.sleep(10.0)
    left = await departure_times(limiter, clock, 29)
    assert left[-1] - left[0] >= 20 / PER_SECOND
    await limiter.close()


async def test_busy_cards_leave_slots_for_answers() -> None:
    """Four cards that change all the time delay no answer and leave slots for posts, within Telegram's limits."""
    clock = SharedClock()
    limiter, meter, waited = RateLimiter(clock), Meter(Limits()), list[float]()
    edits, end = count(), 300.0

    async def send(priority: int) -> None:
        since = clock.now()
        while wait := await limiter.acquire_chat(GROUP, priority):
            await limiter.sleep(wait)
        assert meter.retry_after(GROUP, clock.now()) == 0
        meter.take(GROUP, clock.now())
        limiter.record_delivery(GROUP)
        if priority == ANSWER:
            waited.append(clock.now() - since)

    async def repeat(priority: int, pause: float) -> None:
        while clock.now() < end:
            await send(priority)
            next(edits)
            await limiter.sleep(pause)

    await asyncio.gather(*(repeat(EDIT, 1.0) for _ in range(4)), repeat(ANSWER, 20.0))
    assert len(waited) >= 14
    assert max(waited) < 2.5
    assert next(edits) > 60
    await limiter.close()
