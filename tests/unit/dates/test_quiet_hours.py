"""Quiet hours as people type them, and their end on the wall clock."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bots.core.refusal import Refusal
from bots.dates import quiet_hours
from bots.dates.quiet_hours import QuietHours

NIGHT = QuietHours(22 * 60, 8 * 60)
PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("22-8", "22:00-08:00"), ("22:00-08:00", "22:00-08:00"), ("22h-8h", "22:00-08:00"),
        ("22 h à 8 h", "22:00-08:00"),
        ("from 10pm to 8am", "22:00-08:00"), ("10 p.m. – 7:30 a.m.", "22:00-07:30"), ("10-8am", "22:00-08:00"),
        ("9pm to 7", "21:00-07:00"), ("von 22 bis 8 Uhr", "22:00-08:00"), ("22 Uhr bis 8 Uhr", "22:00-08:00"),
        ("de 22 a 8", "22:00-08:00"), ("entre las 22 y las 8", "22:00-08:00"), ("22.30-7.00", "22:30-07:00"),
        ("2200-0700", "22:00-07:00"), ("midnight to 7am", "00:00-07:00"), ("minuit à 7h", "00:00-07:00"),
        ("13-15", "13:00-15:00"), ("24-6", "00:00-06:00"),
    ],
)  # fmt: skip
def test_quiet_hours_as_people_type_them(typed: str, stored: str) -> None:
    """A start and an end are understood in each language's way, and stored on a clock of 24 hours."""
    assert str(quiet_hours.parse(typed)) == stored
    assert quiet_hours.load(stored) == quiet_hours.parse(stored)


@pytest.mark.parametrize(
    "typed", ["22", "x", "22-22", "25-8", "22:75-8", "10-8", "9-5", "22-8 on weekends only", "", "0pm-8"]
)
def test_unclear_quiet_hours_are_refused(typed: str) -> None:
    """A text that is not a span of a night is refused, also a span without am and pm."""
    with pytest.raises(Refusal) as refused:
        quiet_hours.parse(typed)
    assert refused.value.text_id == "quiet-hours-unclear"


@pytest.mark.parametrize(
    ("now", "end"),
    [
        ("2026-11-25T20:59", None),
        ("2026-11-25T21:00", "2026-11-26T07:00"),
        ("2026-11-26T06:59", "2026-11-26T07:00"),
        ("2026-11-26T07:00", None),
        ("2026-03-28T23:30", "2026-03-29T06:00"),  # the clocks go forward in this night
        ("2026-10-24T23:30", "2026-10-25T07:00"),  # and back in this one
        ("2026-10-25T00:30", "2026-10-25T07:00"),
    ],
)
def test_end_follows_the_wall_clock(now: str, end: str | None) -> None:
    """Quiet hours end at 8 on the wall clock, also in nights in which the clocks change."""
    found = quiet_hours.end_of(NIGHT, datetime.fromisoformat(now).replace(tzinfo=UTC), PARIS)
    assert found == (datetime.fromisoformat(end).replace(tzinfo=UTC) if end else None)


def test_end_in_an_hour_that_comes_twice_or_never() -> None:
    """An end that the clocks skip, or show twice, is an instant in the future."""
    hours = QuietHours(22 * 60, 2 * 60 + 30)
    assert quiet_hours.end_of(hours, datetime(2026, 3, 29, 0, 30, tzinfo=UTC), PARIS) == datetime(
        2026, 3, 29, 1, 30, tzinfo=UTC
    )
    for minute in (10, 29):
        first, again = datetime(2026, 10, 25, 0, minute, tzinfo=UTC), datetime(2026, 10, 25, 1, minute, tzinfo=UTC)
        assert quiet_hours.end_of(hours, first, PARIS) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
        assert quiet_hours.end_of(hours, again, PARIS) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
