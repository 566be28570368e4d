"""The time to read an event line, and a line made to be slow."""

from __future__ import annotations

import statistics
import time
from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo

from bench.measure import Result
from bots.dates.errors import CalendarProblem
from bots.dates.event_line import parse_event

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=PARIS)
ORDINARY = ("Potluck friday 7pm at the garden", "AG le 3 mars à 18h30 à la mairie", "AGM march 3 at 7pm for 2 hours")
SLOW = ("friday 7pm " * 45, "31 sept " * 62, "1h" * 250, "for " + "1 h " * 120 + "x", "12:00-" * 83)
RUNS = 9


def lines() -> list[Result]:
    """Measure `event_line_ms` (the worst of three ordinary lines) and `hostile_line_ms` (of five slow ones)."""
    return [
        Result("event_line_ms", max(_ms(line) for line in ORDINARY), "ms", "< 20", "median of nine, the slowest line"),
        Result("hostile_line_ms", max(_ms(line[:500]) for line in SLOW), "ms", "< 100", "the same, 500 characters"),
    ]


def _ms(line: str) -> float:
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        with suppress(CalendarProblem):
            parse_event(line, locale="en", zone=PARIS, now=NOW)
        times.append(time.perf_counter() - begun)
    return 1000 * statistics.median(times)
