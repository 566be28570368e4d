"""Updates in parallel webhook requests are handled in the order of their ids."""

from __future__ import annotations

import asyncio

from adapters.telegram.inbound.update_order import UpdateOrder


async def test_updates_that_overtake_each_other_are_put_in_order() -> None:
    """An update waits for its predecessor, which is on its way."""
    order, passed = UpdateOrder(), list[int]()
    await order.wait(10)

    async def handle(number: int) -> None:
        await order.wait(number)
        passed.append(number)

    tasks = []
    for number in (13, 12, 11):
        tasks.append(asyncio.create_task(handle(number)))
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    assert passed == [11, 12, 13]


async def test_gaps_and_repeated_updates_pass() -> None:
    """An update passes without its predecessor after a moment, and so do repeated ones and ids that restart."""
    order, passed = UpdateOrder(), []
    for number in (10, 20, 5, 900_000_000, 900_000_001, 7):
        await order.wait(number)
        passed.append(number)
    assert passed == [10, 20, 5, 900_000_000, 900_000_001, 7]
