"""An instant can be written without its year and its zone, where they say nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bots.dates.formatting import format_instant

AT = datetime(2026, 11, 27, 18, tzinfo=UTC)
NOW, LAST_YEAR = datetime(2026, 1, 2, tzinfo=UTC), datetime(2025, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "locale", "shown"),
    [
        ("Europe/Paris", "en", "Friday, 27 November at 19:00"),
        ("America/New_York", "en", "Friday, November 27 at 1:00\u202fPM"),
        ("Europe/Paris", "fr", "vendredi 27 novembre à 19:00"),
        ("Europe/Berlin", "de", "Freitag, 27. November um 19:00 Uhr"),
        ("Europe/Madrid", "es", "viernes, 27 de noviembre, 19:00"),
    ],
)
def test_this_year_here(zone: str, locale: str, shown: str) -> None:
    """This year and the reader's own zone are left out."""
    found = format_instant(AT, ZoneInfo(zone), locale, year_of=NOW, named_zone=False)
    assert found == shown


def test_another_year_is_said() -> None:
    """Another year than the present one is said."""
    paris = ZoneInfo("Europe/Paris")
    assert format_instant(AT, paris, "en", year_of=LAST_YEAR, named_zone=False) == "Friday, 27 November 2026 at 19:00"
    assert format_instant(AT, paris, "en", "short", year_of=NOW) == "Fri, 27 Nov, 19:00"
    assert format_instant(AT, paris, "en", "short", year_of=LAST_YEAR) == "Fri, 27 Nov 2026, 19:00"


def test_year_is_that_of_the_place() -> None:
    """On New Year's Eve the year is counted where the reader is."""
    eve = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    shown = format_instant(eve, ZoneInfo("Europe/Paris"), "en", year_of=datetime(2026, 12, 31, 12, tzinfo=UTC))
    assert "1 January 2027" in shown
