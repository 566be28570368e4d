"""A day that is said twice: "Sunday night 5th December", "tomorrow, thursday". The two agree, or the bot asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bots.dates.days import Day

_BETWEEN = re.compile(r"[\s,()·\u2013\u2014-]*(?:(?:on|the|le|un|den|dem|am|der|el)\s+)?", re.IGNORECASE)


def join_days(text: str, day: Day | None, found: Sequence[Day]) -> tuple[Day | None, list[tuple[int, int]]]:
    """Return the chosen day, joined with the days that say the same, and the positions of those.

    A date counts more than a weekday beside it, and a weekday anywhere must be that of the date.
    """
    if day is None or day.on is None:
        return day, []
    beside = [other for other in found if other.on and other is not day and _adjoin(text, day, other)]
    dated = next((other for other in beside if day.repeats and not other.repeats), None)
    chosen = replace(dated, part=dated.part or day.part) if dated else day
    joined = [day.start, day.end] if dated else []
    positions = [(joined[0], joined[1])] if joined else []
    weekdays = [other for other in found if other.repeats and other.on and other.start != chosen.start]
    for other in weekdays if not chosen.repeats else ():
        if chosen.checked and other.bare and other.end < chosen.start and not _adjoin(text, chosen, other):
            continue  # "Sunday Club wed 2 dec"
        chosen = _compare(text, chosen, other)
    agreeing = [one for one in beside if one.start != chosen.start and _agree(chosen, one)]
    for other in agreeing:
        chosen = replace(chosen, part=chosen.part or other.part)
        positions.append((other.start, other.end))
    return chosen, list(dict.fromkeys(positions))


def _compare(text: str, day: Day, weekday: Day) -> Day:
    """Return the date, marked as a mismatch if a weekday in the text contradicts it."""
    assert day.on
    assert weekday.on
    if day.on.weekday() == weekday.on.weekday():
        return day
    start, end = min(day.start, weekday.start), max(day.end, weekday.end)
    return replace(day, mismatch=True, phrase=text[start:end].strip(" ()"))


def _agree(day: Day, other: Day) -> bool:
    """Return whether another day is the same one: the same date, or the weekday of the date."""
    assert day.on
    assert other.on
    return day.on == other.on or (other.repeats > 0 and not day.repeats and day.on.weekday() == other.on.weekday())


def _adjoin(text: str, one: Day, other: Day) -> bool:
    """Return whether nothing but small words and signs is between two days."""
    first, second = sorted((one, other), key=lambda day: day.start)
    return bool(_BETWEEN.fullmatch(text, first.end, second.start))
