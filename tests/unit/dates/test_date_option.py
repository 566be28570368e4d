"""One date among several to choose from: what is read, and what is asked about."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bots.dates.date_option import parse_option
from bots.dates.errors import CalendarProblem

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 29, 9, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("locale", "text", "start", "end"),
    [
        ("en", "sat 5 dec 15:00", "2026-12-05T15:00", None),
        ("en", "next friday evening", "2026-12-04T20:00", None),
        ("en", "5 dec 15:00-17:00", "2026-12-05T15:00", "2026-12-05T17:00"),
        ("en", "5-6 december", "2026-12-05T00:00", "2026-12-07T00:00"),
        ("fr", "dimanche 6 décembre", "2026-12-06T00:00", "2026-12-07T00:00"),
        ("de", "Sa 5.12. 15 Uhr", "2026-12-05T15:00", None),
        ("es", "viernes por la noche", "2026-12-04T20:00", None),
    ],
)
def test_dates_are_read(locale: str, text: str, start: str, end: str | None) -> None:
    """A date is read in the zone; without an hour it is the whole day."""
    slot = parse_option(text, locale=locale, zone=PARIS, now=NOW)
    assert slot.start == datetime.fromisoformat(start).replace(tzinfo=PARIS)
    assert slot.end == (datetime.fromisoformat(end).replace(tzinfo=PARIS) if end else None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("sat 6 dec 15:00", "weekday-mismatch"),
        ("15:00", "event-day-unsure"),
        ("pizza", "when-unreadable"),
        ("pizza on saturday", "when-unreadable"),
        ("tomorrow morning", "event-no-time"),
        ("friday or saturday", "event-several-days"),
        ("every friday 8pm", "event-repeats"),
        ("x" * 5_000, "when-unreadable"),
    ],
)
def test_doubts_are_asked_about(text: str, problem: str) -> None:
    """A text that is not a single date, or contradicts itself, raises its own problem instead of a guess."""
    with pytest.raises(CalendarProblem) as raised:
        parse_option(text, locale="en", zone=PARIS, now=NOW)
    assert raised.value.text_id == problem
