"""What one line says about time, before it is weighed against the clock: which day, which hour, how long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from bots.dates import days, times
from bots.dates.days import Day
from bots.dates.durations import Offset, maybe_offset
from bots.dates.errors import CalendarProblem
from bots.dates.grammar import DAY_MARK, QUOTE_MARK, Grammar, grammar
from bots.dates.languages import in_order
from bots.dates.local_time import tidy
from bots.dates.times import Clock, Time

Stretch = tuple[int, int]
"""Where something stands in a text: from, and up to without."""
_WHOLE = 3
_ISO = re.compile(r"(?<![0-9])([0-9]{4}-[0-9]{2}-[0-9]{2})T(?=[0-9])")
_UNMARKED = str.maketrans("", "", DAY_MARK + QUOTE_MARK)
_QUOTE = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»')
_BETWEEN = re.compile(r"[\s,]*(?:[àa@]\s*)?")


@dataclass(frozen=True)
class Reading:
    """What was found in `text`. `used` are the stretches it was found in, `impossible` a date that does not exist."""

    text: str
    rules: Grammar
    day: Day | None = None
    clock: Clock | None = None
    last_day: Day | None = None
    last: Time | None = None
    lasting: Offset | None = None
    used: tuple[Stretch, ...] = ()
    impossible: str = ""

    @property
    def worth(self) -> int:
        """How much of a moment this is: a day counts more than an hour."""
        hour = self.clock is not None or bool(self.day and (self.day.exact or self.day.part == "evening"))
        return 2 * (self.day is not None) + hour

    @property
    def understood(self) -> tuple[str, ...]:
        """The phrases that were read, in order."""
        return tuple(self.text[start:end].strip() for start, end in self.used)


def line_of(text: str) -> str:
    """What people typed as one tidy line, an ISO "T" between date and time as a space."""
    return _ISO.sub(r"\1 ", tidy(text.translate(_UNMARKED)))


def best(text: str, locale: str | None, today: date) -> Reading:
    """The reading of the language that finds most; the locale's own where they find the same.

    `text` is one tidy line (`line_of`). Raises CalendarProblem("date-impossible", given) when its
    only date does not exist.
    """
    readings = []
    for language in in_order(locale):
        readings.append(read(text, grammar(language), today))
        if readings[-1].worth == _WHOLE:
            break
    found = max(readings, key=lambda reading: reading.worth)
    impossible = next((reading.impossible for reading in readings if reading.impossible), "")
    if impossible and found.day is None:
        raise CalendarProblem("date-impossible", given=impossible)
    return found


def read(text: str, rules: Grammar, today: date) -> Reading:
    """What a line says in one language. Nothing is read inside quotes."""
    plain = marked(text, [match.span() for match in _QUOTE.finditer(text)], QUOTE_MARK)
    found = days.find(plain, rules, today)
    length = rules.lasting.search(plain)
    lasting = maybe_offset(length["span"] or length["inside"]) if length else None
    spent = [length.span()] if length and lasting else []
    plain = marked(plain, spent, QUOTE_MARK)
    clocks = times.find(marked(plain, [(day.start, day.end) for day in found], DAY_MARK), rules)
    day, clock = _chosen(text, found, clocks)
    parts: list[Day | Clock | None] = [day, clock]
    last_day, last, ends = _closing(plain, rules, found, clocks, parts) if clock else (None, None, [])
    used = [(part.start, part.end) for part in parts if part] + ends + spent
    lost = [day.said for day in found if day.on is None and day.exact is None]
    return Reading(text, rules, day, clock, last_day, last, lasting, tuple(sorted(used)), lost[0] if lost else "")


def marked(text: str, stretches: Sequence[Stretch], mark: str) -> str:
    """The text with every letter of the stretches replaced by the mark."""
    for start, end in stretches:
        text = text[:start] + mark * (end - start) + text[end:]
    return text


def _chosen(text: str, found: list[Day], clocks: list[Clock]) -> tuple[Day | None, Clock | None]:
    """The day and the hour that stand nearest to each other; of others, a name may be made ("Friday Night Magic")."""
    real = [day for day in found if day.on]
    pairs = list(product(real, clocks))
    if pairs:
        return min(pairs, key=lambda pair: _distance(text, *pair))
    exact = next((day for day in found if day.exact), None)
    if exact or not clocks:
        return exact or next(iter(sorted(real, key=lambda day: (day.part != "evening", day.bare))), None), None
    return None, min(clocks, key=lambda clock: not clock.sure)


def _distance(text: str, day: Day, clock: Clock) -> tuple[bool, bool, int]:
    start, end = (day.end, clock.start) if day.end <= clock.start else (clock.end, day.start)
    between = text[start:end]
    apart = 0 if _BETWEEN.fullmatch(between) else len(between)
    return apart > 0, not clock.sure, apart


def _closing(
    plain: str, rules: Grammar, found: list[Day], clocks: list[Clock], start: list[Day | Clock | None]
) -> tuple[Day | None, Time | None, list[Stretch]]:
    """The end that is said apart from the start: "to sunday 5pm", "until 10pm"."""
    begun = max(part.end for part in start if part)
    for day, clock in product(found, clocks):
        follows = day.start >= begun and rules.to.fullmatch(plain, begun, day.start)
        if follows and day.on and clock.start >= day.end and _BETWEEN.fullmatch(plain, day.end, clock.start):
            return day, clock.first, [(begun, clock.end)]
    closing = times.find_end(marked(plain, [(part.start, part.end) for part in start if part], DAY_MARK), rules)
    return (None, closing[2], [closing[:2]]) if closing else (None, None, [])
