"""Who waits for what, when there is much to send."""

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
    """Time that several wait for side by side: it goes on to the first of their ends once nobody has anything to do."""

    def __init__(self) -> None:
        self.at = 0.0
        self.numbers = count()
        self.ends: list[tuple[float, int, asyncio.Future[None]]] = []
        self.passing: asyncio.Task[None] | None = None

    def now(self) -> float:
        """Seconds."""
        return self.at

    async def sleep(self, seconds: float) -> None:
        """Wait for that time."""
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self.ends, (self.at + seconds, next(self.numbers), over))
        if self.passing is None or self.passing.done():
            self.passing = asyncio.create_task(self.passes())
        await over

    async def passes(self) -> None:
        """Until nobody waits."""
        while self.ends:
            for _ in range(5):
                await asyncio.sleep(0)
            end, _, over = heapq.heappop(self.ends)
            if not over.done():
                self.at = max(self.at, end)
                over.set_result(None)


async def enter(pace: RateLimiter, chat: int, priority: int, name: str, order: list[str]) -> None:
    """Wait for a turn, however long that takes."""
    while wait := await pace.acquire_chat(chat, priority):
        await pace.sleep(wait)
    order.append(name)


async def test_a_backlog_brings_no_two_messages_of_a_chat_together() -> None:
    """However long a message waits behind others, its chat's second counts from when it left."""
    ticks = Shared()
    pace, meter, left = RateLimiter(ticks), Meter(Limits()), list[float]()

    async def send(chat: int, priority: int) -> None:
        while wait := await pace.acquire_chat(chat, priority):
            await pace.sleep(wait)
        assert meter.retry_after(chat, ticks.now()) == 0
        meter.take(chat, ticks.now())
        if chat == PRIVATE:
            left.append(ticks.now())

    others = [send(1000 + number, ANSWER) for number in range(120)]
    await asyncio.gather(*others, *(send(PRIVATE, EDIT) for _ in range(3)))
    assert meter.flooded == 0
    assert all(later - earlier >= CHAT_SECONDS for earlier, later in pairwise(left))
    await pace.close()


async def test_in_a_chat_answers_go_before_edits_and_news() -> None:
    """What waits for its chat's second is called in order of priority too."""
    order, pace = list[str](), RateLimiter(Shared())
    assert await pace.acquire_chat(GROUP, NEWS) == 0
    await asyncio.gather(
        enter(pace, GROUP, EDIT, "edit", order),
        enter(pace, GROUP, NEWS, "news", order),
        enter(pace, GROUP, ANSWER, "answer", order),
    )
    assert order[0] == "answer"
    await pace.close()


async def test_a_chat_that_waits_holds_up_no_other() -> None:
    """The account's turn goes to whoever can use it now."""
    ticks = Shared()
    pace, order = RateLimiter(ticks), list[str]()
    assert await pace.acquire_chat(GROUP, NEWS) == 0
    await asyncio.gather(enter(pace, GROUP, ANSWER, "same", order), enter(pace, PRIVATE, EDIT, "other", order))
    assert order == ["other", "same"]
    await pace.close()


async def test_an_album_takes_as_many_turns_as_it_has_pictures() -> None:
    """Its chat is closed for as many seconds, and two of ten fill a group's minute."""
    ticks = Shared()
    pace, meter = RateLimiter(ticks), Meter(Limits())
    for _ in range(2):
        while wait := await pace.acquire_chat(GROUP, NEWS, 10):
            await pace.sleep(wait)
        assert meter.retry_after(GROUP, ticks.now(), 10) == 0
        meter.take(GROUP, ticks.now(), 10)
    second = ticks.now()
    assert second >= 10 * CHAT_SECONDS
    wait = await pace.acquire_chat(GROUP, ANSWER)
    assert GROUP_SECONDS - second <= wait < GROUP_SECONDS
    await pace.close()


async def test_an_album_is_not_overtaken_for_ever() -> None:
    """It needs ten places of the account's second at once: those behind it wait until it has them."""
    ticks = Shared()
    pace, meter, order = RateLimiter(ticks), Meter(Limits()), list[str]()

    async def send(chat: int, count: int, name: str) -> None:
        assert await pace.acquire_chat(chat, NEWS, count) == 0
        assert meter.retry_after(chat, ticks.now(), count) == 0
        meter.take(chat, ticks.now(), count)
        order.append(name)

    before = [send(-number, 1, "before") for number in range(1, 60)]
    behind = [send(-number, 1, "behind") for number in range(101, 160)]
    await asyncio.gather(*before, send(-100, 10, "album"), *behind)
    assert order.index("album") == len(before)
    await pace.close()


async def test_a_message_long_on_its_way_holds_its_chat_until_it_has_landed() -> None:
    """Telegram counts when it takes a message in, not when it left here."""
    ticks = Shared()
    pace = RateLimiter(ticks)
    assert await pace.acquire_chat(PRIVATE, NEWS) == 0
    await ticks.sleep(0.8)
    pace.record_delivery(PRIVATE)
    assert await pace.acquire_chat(PRIVATE, NEWS) == 0
    assert ticks.now() >= 0.8 + CHAT_SECONDS
    await pace.close()


async def test_who_waits_in_a_chat_is_turned_away_when_it_closes() -> None:
    """A pause that Telegram asks for is told to those who wait already, so that it can be kept over a restart."""
    pace = RateLimiter(Shared())
    assert await pace.acquire_chat(GROUP, NEWS) == 0
    waiting = asyncio.create_task(pace.acquire_chat(GROUP, NEWS))
    await asyncio.sleep(0)
    pace.record_flood(GROUP, 30)
    assert 20 < await waiting <= 30
    await pace.close()


class Stalled(Shared):
    """A machine that once does not come to anything for most of a second."""

    stall = 0.8

    async def sleep(self, seconds: float) -> None:
        """Wait, the first time for longer."""
        more, self.stall = self.stall, 0.0
        await super().sleep(seconds + more)


async def times(pace: RateLimiter, ticks: Shared, messages: int) -> list[float]:
    """When so many messages to as many chats leave."""
    left = list[float]()

    async def one(chat: int) -> None:
        assert await pace.acquire_chat(chat, NEWS) == 0
        left.append(ticks.now())

    await asyncio.gather(*(one(-number) for number in range(1, messages + 1)))
    return left


async def test_what_waited_through_a_stall_is_made_good() -> None:
    """No second has more than thirty, and at the end nothing is late."""
    ticks = Stalled()
    pace = RateLimiter(ticks)
    left = await times(pace, ticks, 90)
    assert left[-1] <= 90 / PER_SECOND
    assert all(later - earlier > 1.0 for earlier, later in zip(left, left[30:], strict=False))
    await pace.close()


async def test_silence_is_no_reason_for_a_burst() -> None:
    """After a pause the messages leave as evenly as ever."""
    ticks = Shared()
    pace = RateLimiter(ticks)
    await times(pace, ticks, 1)
    await ticks.sleep(10.0)
    left = await times(pace, ticks, 29)
    assert left[-1] - left[0] >= 20 / PER_SECOND
    await pace.close()
