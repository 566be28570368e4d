"""Days with a name of their own and the same date each year: "new year's eve", "nochebuena"."""

from __future__ import annotations

from datetime import date

from bots.dates.calendar_dates import next_date
from bots.dates.days import Day
from bots.dates.grammar import Grammar, plain


def find_yearly_day(text: str, rules: Grammar, today: date) -> Day | None:
    """Return the next day with a name ("new year's eve"). It takes no room: the name belongs to the title."""
    match = rules.yearly.search(text)
    if match is None:
        return None
    month, day = map(int, rules.words.yearly[plain(match[0])].split("-"))
    return Day(match.start(), match.start(), next_date(day, month, today), phrase=match[0])
