"""The days that a few words are about: "what's on this weekend?", "wer kommt am Freitag?", "can't make friday"."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bots.dates.errors import CalendarProblem
from bots.dates.parsing import mask, normalize_line, read_best
from bots.i18n import inquiries
from bots.i18n.attendance import CUT

_SATURDAY, _SUNDAY = 5, 6


class Asked(NamedTuple):
    """The first and the last day, and the other words, with a CUT where the days were."""

    first: date
    last: date
    rest: str


def find(text: str, *, locale: str | None, zone: ZoneInfo, now: datetime) -> Asked | None:
    """Return the days that a short text names, or None."""
    today = now.astimezone(zone).date()
    sunday = today + timedelta(days=_SUNDAY - today.weekday())
    if (rest := inquiries.cut(text, "weekend")) is not None:
        return Asked(max(today, sunday - timedelta(days=_SUNDAY - _SATURDAY)), sunday, rest)
    if (rest := inquiries.cut(text, "week")) is not None:
        return Asked(today, sunday, rest)
    line = normalize_line(text)
    try:
        reading = read_best(line, locale, zone, now)
    except CalendarProblem:
        return None
    if reading.day is None or reading.day.on is None:
        return None
    return Asked(reading.day.on, reading.day.on, mask(line, reading.positions, CUT))
