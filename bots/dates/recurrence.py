"""Recurrence rules (RFC 5545, 3.3.10), in dates on the wall clock.

dateutil expands them. An instant follows from a date only with its zone (`local_time.resolve_local_time`), so that a
rule needs no change when the clocks do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dateutil.rrule import rrule  # type: ignore[import-untyped]  # it has no types

Unit = Literal["day", "week", "month", "year"]
NthWeekday = tuple[int, int]
"""(which one in the month, weekday): (1, 5) is the first Saturday, (-1, 4) the last Friday, (0, 0) each Monday."""
WORKDAYS: tuple[NthWeekday, ...] = tuple((0, number) for number in range(5))
WEEKEND: tuple[NthWeekday, ...] = ((0, 5), (0, 6))
ALL_MONTHS = tuple(range(1, 13))
LONGEST_GAP = timedelta(days=3000)
"""No two dates of a rule are further apart: the 29th of February may be eight years away."""
_FREQUENCIES: Mapping[Unit, str] = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Every `every` units: on these weekdays, days of the month (-1 is the last) and months, if they are given.

    `nth`: which one of the days of a month that the rest names (BYSETPOS); 0 for all. `until`: the last day on which
    it may be. `count`: how many dates, counting those that are left out.
    """

    unit: Unit
    every: int = 1
    weekdays: tuple[NthWeekday, ...] = ()
    monthdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    nth: int = 0
    until: date | None = None
    count: int | None = None

    def __str__(self) -> str:
        """Return the value of an RRULE, with a date as its UNTIL."""
        days = ",".join(f"{place or ''}{_CODES[weekday]}" for place, weekday in self.weekdays)
        parts = {
            "FREQ": _FREQUENCIES[self.unit], "INTERVAL": f"{self.every}" if self.every > 1 else "", "BYDAY": days,
            "BYMONTHDAY": _joined(self.monthdays), "BYMONTH": _joined(self.months),
            "BYSETPOS": f"{self.nth or ''}", "UNTIL": f"{self.until:%Y%m%d}" if self.until else "",
            "COUNT": f"{self.count or ''}",
        }  # fmt: skip
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)

    @property
    def open(self) -> Rule:
        """The rule without its end."""
        return replace(self, until=None, count=None)


def _joined(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def parse_rule(text: str) -> Rule:
    """Return the rule that `str` wrote, or any RRULE of days without a week number. Raises ValueError on others."""
    parts = dict(part.split("=", 1) for part in text.upper().split(";") if part)
    known = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "UNTIL", "COUNT", "WKST"}
    unit = next((unit for unit, name in _FREQUENCIES.items() if name == parts.get("FREQ")), None)
    if unit is None or not known >= parts.keys() or parts.get("WKST", "MO") != "MO":
        raise ValueError(f"no rule of ours: {text!r}")
    days = [part for part in parts.get("BYDAY", "").split(",") if part]
    return Rule(
        unit=unit,
        every=int(parts.get("INTERVAL", "1")),
        weekdays=tuple((int(day[:-2] or 0), _CODES.index(day[-2:])) for day in days),
        monthdays=_numbers(parts.get("BYMONTHDAY", "")),
        months=_numbers(parts.get("BYMONTH", "")),
        nth=int(parts.get("BYSETPOS", "0")),
        until=datetime.strptime(parts["UNTIL"][:8], "%Y%m%d").date() if "UNTIL" in parts else None,  # noqa: DTZ007
        count=int(parts["COUNT"]) if "COUNT" in parts else None,
    )


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",") if part)


@dataclass(frozen=True, kw_only=True)
class Repetition:
    """A rule with what it leaves out: single dates, and public holidays if `skips_holidays`."""

    rule: Rule
    left_out: tuple[date, ...] = ()
    skips_holidays: bool = False


def expand(
    repetition: Repetition, start: datetime, *, since: datetime, is_holiday: Callable[[date], bool] | None = None
) -> Iterator[datetime]:
    """Yield the wall clock times (naive) of a rule whose first date is `start`, from `since` on, in order.

    Ends at the last date of the rule, or where none follows for eight years.
    """
    last = since
    for wall in _rrule(repetition.rule, start).xafter(since, inc=True):
        if wall - last > LONGEST_GAP:
            return
        left_out = wall.date() in repetition.left_out
        if not left_out and not (repetition.skips_holidays and is_holiday is not None and is_holiday(wall.date())):
            last = wall
            yield wall


def first_date(rule: Rule, since: date) -> date | None:
    """Return the first date of a rule that may begin on any day from `since` on; None if it has none."""
    ahead = rule.open if rule.count else rule
    begin = datetime.combine(since, time())
    found = replace(ahead, every=1)
    day = next(iter(_rrule(found, begin).xafter(begin, count=1, inc=True)), None)
    return day.date() if day is not None and day - begin <= LONGEST_GAP else None


def _rrule(rule: Rule, start: datetime) -> rrule:
    """Return dateutil's rule."""
    # Here, not at the top: the start of the bot needs no rule.
    from dateutil import rrule as rules  # type: ignore[import-untyped]  # it has no types

    frequencies = {"day": rules.DAILY, "week": rules.WEEKLY, "month": rules.MONTHLY, "year": rules.YEARLY}
    return rules.rrule(
        frequencies[rule.unit],
        dtstart=start,
        interval=rule.every,
        count=rule.count,
        until=datetime.combine(rule.until, time.max) if rule.until else None,
        byweekday=[rules.weekday(weekday, place or None) for place, weekday in rule.weekdays] or None,
        bymonthday=rule.monthdays or None,
        bymonth=rule.months or None,
        bysetpos=rule.nth or None,
    )
