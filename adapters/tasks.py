"""Endless tasks that the adapters run side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine


async def run_until_first_ends(*endless: Coroutine[object, object, None]) -> None:
    """Run all at once. When one ends, cancel the others and raise its exception, if any."""
    running = [asyncio.create_task(one) for one in endless]
    try:
        ended, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for one in ended:
            one.result()
    finally:
        for one in running:
            one.cancel()
        await asyncio.gather(*running, return_exceptions=True)
