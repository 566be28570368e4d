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


class Shared:
    """A clock for several concurrent sleepers: it jumps to the earliest wake-up when all tasks are idle."""

    def __init__(self) -> None:
        self.at = 0.0
        self.numbers = count()
        self.ends: list[tuple[float, int, asyncio.Future[None]]] = []
        self.passing: asyncio.Task[None] | None = None

    def now(self) -> float:
        """Return the seconds."""
        return self.at

    async def sleep(self, seconds: float) -> None:
        """Sleep."""
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self.ends, (self.at + seconds, next(self.numbers), over))
        if self.passing is None or self.passing.done():
            self.passing = asyncio.create_task(self.passes())
        await over

    async def passes(self) -> None:
        """Run until nobody sleeps."""
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


async def test_a_backlog_brings_no_two_messages_of_a_chat_together() -> None:
    """A chat's second counts from the moment a message leaves, however long it waited."""
    ticks = Shared()
    limiter, meter, left = RateLimiter(ticks), Meter(Limits()), list[float]()

    async def send(chat: int, priority: int) -> None:
        while wait := await limiter.acquire_chat(chat, priority):
            await limiter.sleep(wait)
        assert meter.retry_after(chat, ticks.now()) == 0
        meter.take(chat, ticks.now())
        if chat == PRIVATE:
            left.append(ticks.now())

    others = [send(1000 + number, ANSWER) for number in range(120)]
    await asyncio.gather(*others, *(send(PRIVATE, EDIT) for _ in range(3)))
    assert meter.flooded == 0
    assert all(later - earlier >= CHAT_SECONDS for earlier, later in pairwise(left))
    await limiter.close()


async def test_in_a_chat_answers_go_before_edits_and_news() -> None:
    """Waiters for the same chat are served by priority."""
    order, limiter = list[str](), RateLimiter(Shared())
    assert await limiter.acquire_chat(GROUP, NEWS) == 0
    await asyncio.gather(
        enter(limiter, GROUP, EDIT, "edit", order),
        enter(limiter, GROUP, NEWS, "news", order),
        enter(limiter, GROUP, ANSWER, "answer", order),
    )
    assert order[0] == "answer"
    await limiter.close()


async def test_a_chat_that_waits_holds_up_no_other() -> None:
    """A waiter whose chat is closed does not block the account's slot."""
    ticks = Shared()
    limiter, order = RateLimiter(ticks), list[str]()
    assert await limiter.acquire_chat(GROUP, NEWS) == 0
    await asyncio.gather(enter(limiter, GROUP, ANSWER, "same", order), enter(limiter, PRIVATE, EDIT, "other", order))
    assert order == ["other", "same"]
    await limiter.close()


async def test_an_album_takes_as_many_turns_as_it_has_pictures() -> None:
    """An album closes its chat for as many seconds as it has files; two albums of ten use up a group's minute."""
    ticks = Shared()
    limiter, meter = RateLimiter(ticks), Meter(Limits())
    for _ in range(2):
        while wait := await limiter.acquire_chat(GROUP, NEWS, 10):
            await limiter.sleep(wait)
        assert meter.retry_after(GROUP, ticks.now(), 10) == 0
        meter.take(GROUP, ticks.now(), 10)
    second = ticks.now()
    assert second >= 10 * CHAT_SECONDS
    wait = await limiter.acquire_chat(GROUP, ANSWER)
    assert GROUP_SECONDS - second <= wait < GROUP_SECONDS
    await limiter.close()


async def test_an_album_is_not_overtaken_for_ever() -> None:
    """An album of ten needs ten of the account's slots at once, and later waiters wait for it."""
    ticks = Shared()
    limiter, meter, order = RateLimiter(ticks), Meter(Limits()), list[str]()

    async def send(chat: int, count: int, name: str) -> None:
        assert await limiter.acquire_chat(chat, NEWS, count) == 0
        assert meter.retry_after(chat, ticks.now(), count) == 0
        meter.take(chat, ticks.now(), count)
        order.append(name)

    before = [send(-number, 1, "before") for number in range(1, 60)]
    behind = [send(-number, 1, "behind") for number in range(101, 160)]
    await asyncio.gather(*before, send(-100, 10, "album"), *behind)
    assert order.index("album") == len(before)
    await limiter.close()


async def test_a_message_long_on_its_way_holds_its_chat_until_it_has_landed() -> None:
    """A slow delivery counts from its arrival, not from its departure."""
    ticks = Shared()
    limiter = RateLimiter(ticks)
    assert await limiter.acquire_chat(PRIVATE, NEWS) == 0
    await ticks.sleep(0.8)
    limiter.record_delivery(PRIVATE)
    assert await limiter.acquire_chat(PRIVATE, NEWS) == 0
    assert ticks.now() >= 0.8 + CHAT_SECONDS
    await limiter.close()


async def test_who_waits_in_a_chat_is_turned_away_when_it_closes() -> None:
    """A flood pause sends present waiters away, so that their messages survive a restart."""
    limiter = RateLimiter(Shared())
    assert await limiter.acquire_chat(GROUP, NEWS) == 0
    waiting = asyncio.create_task(limiter.acquire_chat(GROUP, NEWS))
    await asyncio.sleep(0)
    limiter.record_flood(GROUP, 30)
    assert 20 < await waiting <= 30
    await limiter.close()


class Stalled(Shared):
    """A clock that stalls once for most of a second."""

    stall = 0.8

    async def sleep(self, seconds: float) -> None:
        """Sleep, the first time for longer."""
        more, self.stall = self.stall, 0.0
        await super().sleep(seconds + more)


async def times(limiter: RateLimiter, ticks: Shared, messages: int) -> list[float]:
    """Return when messages to as many chats leave."""
    left = list[float]()

    async def one(chat: int) -> None:
        assert await limiter.acquire_chat(chat, NEWS) == 0
        left.append(ticks.now())

    await asyncio.gather(*(one(-number) for number in range(1, messages + 1)))
    return left


async def test_what_waited_through_a_stall_is_made_good() -> None:
    """After a stall no second has more than thirty messages, and the delay is made up."""
    ticks = Stalled()
    limiter = RateLimiter(ticks)
    left = await times(limiter, ticks, 90)
    assert left[-1] <= 90 / PER_SECOND
    assert all(later - earlier > 1.0 for earlier, later in zip(left, left[30:], strict=False))
    await limiter.close()


async def test_silence_is_no_reason_for_a_burst() -> None:
    """After an account-wide pause, messages leave evenly again."""
    ticks = Shared()
    limiter = RateLimiter(ticks)
    await times(limiter, ticks, 1)
    await ticks.sleep(10.0)
    left = await times(limiter, ticks, 29)
    assert left[-1] - left[0] >= 20 / PER_SECOND
    await limiter.close()
