"""What a benchmark returns, and how it is timed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One figure. `aim` is what the project wants of it, `what` how it was measured."""

    key: str
    value: float
    unit: str
    aim: str
    what: str


def in_turn(runs: int, *sides: Callable[[], None]) -> list[float]:
    """Return the median seconds of each side. They run A B A B …, so that a drifting machine affects all alike; the
    first turn is a warm-up and does not count."""
    times: list[list[float]] = [[] for _ in sides]
    for turn in range(runs + 1):
        for side, found in zip(sides, times, strict=True):
            begin = time.perf_counter()
            side()
            if turn:
                found.append(time.perf_counter() - begin)
    return [statistics.median(found) for found in times]


def percentile(values: list[float], share: float) -> float:
    """Return the value below which this share (0…1) of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
