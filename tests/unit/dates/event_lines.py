"""Helpers to parse event lines in tests."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bots.dates.errors import CalendarProblem
from bots.dates.event_line import EventDraft, parse_event

PARIS = ZoneInfo("Europe/Paris")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=PARIS)


def draft(text: str, locale: str = "en", zone: ZoneInfo = PARIS, now: datetime = TUESDAY) -> EventDraft:
    """Parse a line, by default on a Tuesday in Paris."""
    return parse_event(text, locale=locale, zone=zone, now=now)


def shown(at: datetime | None) -> str:
    """Return a time with its weekday, or nothing."""
    return f"{at:%a %Y-%m-%d %H:%M}" if at else ""


def problem(text: str, locale: str = "en", now: datetime = TUESDAY) -> CalendarProblem:
    """Return the problem that a line raises."""
    with pytest.raises(CalendarProblem) as caught:
        draft(text, locale, now=now)
    return caught.value
