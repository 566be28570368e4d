"""The days that a question is about: "what's on this weekend?", "wer kommt am Freitag?", "can't make friday"."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bots.dates.errors import CalendarProblem
from bots.dates.parsing import normalize_line, read_best
from bots.i18n import inquiries

_SATURDAY, _SUNDAY = 5, 6


def find(text: str, *, locale: str | None, zone: ZoneInfo, now: datetime) -> tuple[date, date] | None:
    """Return the first and the last day that a short text names, or None."""
    today = now.astimezone(zone).date()
    sunday = today + timedelta(days=_SUNDAY - today.weekday())
    if inquiries.names(text, "weekend"):
        return max(today, sunday - timedelta(days=_SUNDAY - _SATURDAY)), sunday
    if inquiries.names(text, "week"):
        return today, sunday
    try:
        day = read_best(normalize_line(text), locale, zone, now).day
    except CalendarProblem:
        return None
    return (day.on, day.on) if day is not None and day.on is not None else None
