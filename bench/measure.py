"""Results and timing of the benchmarks."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One figure. `aim` is the project's target, and `what` says how it was measured."""

    key: str
    value: float
    unit: str
    aim: str
    what: str


def in_turn(runs: int, *sides: Callable[[], None]) -> list[float]:
    """Return the median seconds of each side.

    The sides run in turn (A B A B …), so that a slow phase of the machine affects all. The first turn does not count.
    """
    times: list[list[float]] = [[] for _ in sides]
    for turn in range(runs + 1):
        for side, found in zip(sides, times, strict=True):
            begin = time.perf_counter()
            side()
            if turn:
                found.append(time.perf_counter() - begin)
    return [statistics.median(found) for found in times]


def percentile(values: list[float], share: float) -> float:
    """Return the value below which this share (0…1) of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
