"""Delivery to a fast platform while very many rooms wait."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from bench.house import opened
from bench.measure import Result
from bench.waiting_rooms import sent_per_second

SIZES = (500, 5_000, 20_000, 100_000)
SENT = 480
"""Messages that are timed, out of those that wait."""


def backlog() -> list[Result]:
    """Measure `delivery_per_second` with one message for each of 500 to 100,000 rooms."""
    rates = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            rates[size] = asyncio.run(_measure(Path(folder), size))
    share = rates[SIZES[-1]] / rates[SIZES[0]]
    figures = [
        Result(f"delivery_per_second_{size}", rate, "/s", "", f"{size:,} rooms wait") for size, rate in rates.items()
    ]
    return [*figures, Result("delivery_growth_ratio", share, "x", "≥ 0.9", f"{SIZES[-1]:,} rooms against {SIZES[0]}")]


async def _measure(folder: Path, size: int) -> float:
    async with opened(folder) as house:
        return await sent_per_second(house, (f"#r{number}" for number in range(size)), SENT)
