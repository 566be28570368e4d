"""Days in a row: "4-6 december", "du 4 au 6 décembre", "vom 30.11. bis 2.12.", "from friday to sunday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bots.dates.days import Day, weekday_number
from bots.dates.grammar import JOINT_MARK, Grammar

_LONGEST_DAYS = 62
_LISTED = re.compile(r"(?<![\w/:.,+-])(?P<said>(?P<number>[0-9]{1,2})\.?)\s*,\s*$")
_LEFT = 40
"""How many letters before a date may be the first day of a range."""


@dataclass(frozen=True)
class DayRange:
    """The first and the last day, and where they are said."""

    first: Day
    last: Day
    start: int
    end: int


def open_dashes(masked: str, rules: Grammar) -> str:
    """Return the text with a mark for each dash between two days, so that the day after it is found: "4-6 december"."""
    return rules.dash.sub(lambda match: f"{match['before']}{JOINT_MARK}", masked)


def find_range(masked: str, found: Sequence[Day], rules: Grammar) -> DayRange | None:
    """Return the first range between two days in the text, or between a number and a date.

    A range that ends before it begins, or takes months, does not count.
    """
    for first, last in pairwise(found):
        if rules.through.fullmatch(masked, first.end, last.start):
            return _between(first, last, rules)
        if rules.pair.fullmatch(masked, first.end, last.start) and not first.repeats and not last.repeats:
            return _neighbours(_between(first, last, rules))
    for day in found:
        if day.on is None:
            continue
        before = rules.first_day.search(masked[max(0, day.start - _LEFT) : day.start])
        if before and not day.repeats:
            start = max(0, day.start - _LEFT) + before.start()
            first = Day(start, day.start, _same_number(int(before["number"]), day.on), before["said"], dated=False)
            return _between(first, day, rules)
        if pair := _pair_before(masked, day, rules):
            return pair
        behind = rules.last_day.match(masked, day.end) if day.month_first or not day.dated else None
        if behind:
            choose = _same_number if day.dated else _next_number
            last = Day(day.end, behind.end(), choose(int(behind["number"]), day.on), behind[0], dated=day.dated)
            return _between(day, last, rules)
    return None


def _pair_before(masked: str, day: Day, rules: Grammar) -> DayRange | None:
    """Return the range of a date and the number of the day before it: "12 and 13 december"."""
    start = max(0, day.start - _LEFT)
    before = rules.first_of_pair.search(masked[start : day.start])
    if before is None or day.repeats or day.on is None:
        return None
    start += before.start()
    row = _neighbours(_between(_first_day(start, before, day), day, rules))
    while row is not None and (listed := _LISTED.search(masked[max(0, row.start - _LEFT) : row.start])):
        start = max(0, row.start - _LEFT) + listed.start()
        earlier = _first_day(start, listed, day)
        joined = row.first.on is not None and earlier.on == row.first.on - timedelta(days=1)
        row = _between(earlier, day, rules) if joined else None  # "5, 12 and 13 december" is no row
    return row


def _first_day(start: int, match: re.Match[str], day: Day) -> Day:
    """Return the day that a number before a date says."""
    on = _same_number(int(match["number"]), day.on) if day.on is not None else None
    return Day(start, day.start, on, match["said"], dated=False)


def _neighbours(row: DayRange | None) -> DayRange | None:
    """Return a range of two days, one after the other; other days with "and" between them are no range."""
    days = (row.first.on, row.last.on) if row is not None else (None, None)
    return row if days[0] and days[1] and days[1] - days[0] == timedelta(days=1) else None


def _between(first: Day, last: Day, rules: Grammar) -> DayRange | None:
    """Return the range of two days; a day without a month takes that of the other."""
    if first.on is None or last.on is None:
        return None
    begun: date | None = first.on
    ended: date | None = last.on
    if not first.dated and last.dated:
        begun = _same_number(first.on.day, last.on)
    elif not last.dated:
        ended = _next_number(last.on.day, first.on)
    elif last.repeats:
        ended = first.on + timedelta(days=(last.on.weekday() - first.on.weekday()) % 7)
    if begun is None or ended is None or not begun < ended <= begun + timedelta(days=_LONGEST_DAYS):
        return None
    first, last = _checked(replace(first, on=begun), rules), _checked(replace(last, on=ended), rules)
    return DayRange(first, last, first.start, last.end)


def _checked(day: Day, rules: Grammar) -> Day:
    """Return the day, marked where another weekday was said with it."""
    said = rules.any_weekday.match(day.phrase.lstrip())
    wanted = weekday_number(said[0], rules.words) if said else None
    return replace(day, mismatch=wanted is not None and day.on is not None and day.on.weekday() != wanted)


def _same_number(number: int, on: date) -> date | None:
    """Return the day of this number in the month of `on`."""
    try:
        return on.replace(day=number)
    except ValueError:
        return None


def _next_number(number: int, begun: date) -> date | None:
    """Return the first day of this number after `begun`."""
    days = (begun + timedelta(days=ahead) for ahead in range(1, _LONGEST_DAYS))
    return next((on for on in days if on.day == number), None)
