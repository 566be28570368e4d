"""Days with a name of their own: "new year's eve", "nochebuena", "easter monday", "2. Advent"."""

from __future__ import annotations

from datetime import date, timedelta

from bots.dates.calendar_dates import next_date
from bots.dates.days import Day
from bots.dates.grammar import Grammar, plain

_WEEKS_OF_ADVENT = 4


def find_yearly_day(text: str, rules: Grammar, today: date) -> Day | None:
    """Return the next day with a name ("new year's eve"). It takes no room: the name belongs to the title."""
    match = rules.yearly.search(text)
    if match is None:
        return None
    on = _next(rules.words.yearly[plain(match[0])], today)
    return Day(match.start(), match.start(), on, phrase=match[0])


def _next(said: str, today: date) -> date | None:
    """Return the next "12-31", "easter-2" (days from Easter Sunday) or "advent+7" (from the first Sunday of Advent)."""
    for feast, day_of in (("easter", _easter), ("advent", _advent)):
        if said.startswith(feast):
            days = timedelta(days=int(said.removeprefix(feast)))
            return next(on for year in (0, 1) if (on := day_of(today.year + year) + days) >= today)
    month, day = map(int, said.split("-"))
    return next_date(day, month, today)


def _easter(year: int) -> date:
    """Return the Easter Sunday of the Gregorian calendar."""
    from dateutil.easter import easter  # type: ignore[import-untyped]  # it has no types

    found: date = easter(year)
    return found


def _advent(year: int) -> date:
    """Return the fourth Sunday before Christmas."""
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=christmas.isoweekday() + 7 * (_WEEKS_OF_ADVENT - 1))
