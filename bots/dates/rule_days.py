"""Which days a row of words names: weekdays, the first of them in a month, days of the month, working days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from bots.dates.errors import CalendarProblem
from bots.dates.recurrence import WORKDAYS, NthWeekday, Unit
from bots.dates.rule_tokens import Token

GLUE = frozenset({"and", "small", "through"})
DAYS = frozenset({"weekday", "short"})
_LAST_OF_MONTH = 31
_OF_UNITS = frozenset({"week", "month", "year", "fortnight", "period"})


@dataclass
class Days:
    """The days that were read so far. `waiting`: ordinals and numbers whose day is still to come.

    `nth`: which one of the days of a month that are named together (BYSETPOS).
    """

    weekdays: list[NthWeekday] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    nth: int = 0
    ranging: bool = False

    def add_weekday(self, weekday: int) -> None:
        """Add a weekday: the first and third of the month, each one, or the end of a range."""
        if self.ranging and self.weekdays:
            first = self.weekdays[-1][1]
            self.weekdays += [(0, day % 7) for day in range(first + 1, weekday + (1 if weekday > first else 8))]
        else:
            self.weekdays += product(self.waiting or [0], [weekday])
        self.waiting = []

    def add_number(self, token: Token, behind: Token | None) -> None:
        """Keep an ordinal or a number for the day after it, unless it counts units."""
        counts = behind is not None and behind.kind in _OF_UNITS
        lists = behind is not None and behind.kind in {"of_month", "and", "small"}
        if lists if token.kind == "number" else not counts:
            self.waiting.append(token.number)


def read_days(row: Sequence[Token], unit: Unit, given: str) -> tuple[tuple[NthWeekday, ...], tuple[int, ...], int]:
    """Return the weekdays, the days of the month, and which one of those that are named together.

    Raises CalendarProblem("event-rule-which" | "event-rule-unclear") with `given`.
    """
    found = Days()
    for token, behind in pairwise([*row, None]):
        assert token is not None, "only the end is none"
        if token.kind in {"ordinal", "number"}:
            found.add_number(token, behind)
        elif token.kind in DAYS:
            found.add_weekday(token.number)
        elif token.kind == "workdays" and found.waiting and unit == "month":
            found.weekdays, found.nth, found.waiting = list(WORKDAYS), found.waiting[0], []
        elif token.kind == "weekend" and found.waiting:
            raise CalendarProblem("event-rule-which", given=given)
        found.ranging = token.kind == "through" or (found.ranging and token.kind in GLUE)
    monthdays = tuple(dict.fromkeys(found.waiting)) if unit == "month" else ()
    if any(not -1 <= day <= _LAST_OF_MONTH or not day for day in monthdays):
        raise CalendarProblem("event-rule-unclear", given=given)
    return tuple(found.weekdays), monthdays, found.nth
