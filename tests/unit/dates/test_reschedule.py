"""Rescheduling keeps every part of the time that the text does not mention."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.dates.errors import CalendarProblem
from bots.dates.reschedule import parse_reschedule
from bots.dates.resolution import Slot

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
START = datetime(2026, 11, 27, 19, 0, tzinfo=PARIS)


def moved(text: str, locale: str = "en", *, lasts: timedelta | None = None, start: datetime = START) -> Slot:
    end = start + lasts if lasts else None
    return parse_reschedule(text, start=start, end=end, locale=locale, zone=PARIS, now=NOW)


@pytest.mark.parametrize(
    ("text", "locale", "start"),
    [
        ("saturday", "en", "Sat 2026-11-28 19:00"),
        ("samedi", "fr", "Sat 2026-11-28 19:00"),
        ("next friday", "en", "Fri 2026-12-04 19:00"),
        ("to saturday 8pm", "en", "Sat 2026-11-28 20:00"),
        ("au samedi 5 décembre à 18h30", "fr", "Sat 2026-12-05 18:30"),
        ("20:00", "en", "Fri 2026-11-27 20:00"),
        ("8pm", "fr", "Fri 2026-11-27 20:00"),
        ("20h", "en", "Fri 2026-11-27 20:00"),
        ("tomorrow evening", "en", "Thu 2026-11-26 20:00"),
        ("in 2 hours", "en", "Wed 2026-11-25 12:00"),
        ("2026-12-01T18:00Z", "en", "Tue 2026-12-01 19:00"),
    ],
)
def test_missing_parts_are_kept(text: str, locale: str, start: str) -> None:
    """A date alone keeps the time of day, and a time alone keeps the date."""
    assert f"{moved(text, locale).start:%a %Y-%m-%d %H:%M}" == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("saturday", "Sat 2026-12-12 19:00"),
        ("friday 8pm", "Fri 2026-12-11 20:00"),
        ("thursday", "Thu 2026-12-17 19:00"),
        ("tomorrow", "Thu 2026-11-26 19:00"),
    ],
)
def test_weekday_counts_from_the_date_of_the_event(text: str, start: str) -> None:
    """A weekday is the first one from the event's date on, and "tomorrow" counts from today."""
    assert f"{moved(text, start=START + timedelta(weeks=2)).start:%a %Y-%m-%d %H:%M}" == start


def test_duration_is_kept_without_a_new_end() -> None:
    """The event keeps its duration unless the text has a new end."""
    assert moved("saturday", lasts=timedelta(hours=2)).end == START + timedelta(days=1, hours=2)
    assert moved("saturday 5pm to 10pm", lasts=timedelta(hours=2)).end == START + timedelta(days=1, hours=3)
    assert moved("saturday").end is None


def test_local_time_is_kept_over_dst() -> None:
    """The local time and the duration stay the same across a DST change."""
    found = moved("march 28 2027", lasts=timedelta(hours=2))
    assert found.start.isoformat() == "2027-03-28T19:00:00+02:00"
    assert found.end is not None
    assert found.end - found.start == timedelta(hours=2)


def test_skipped_hour_is_moved_and_flagged() -> None:
    """Half past two on the night of the change becomes half past three and is flagged as moved."""
    found = moved("march 28 2027 02:30")
    assert found.moved
    assert f"{found.start:%H:%M}" == "03:30"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("saturday at the park", "when-unreadable"),
        ("soon", "when-unreadable"),
        ("", "when-unreadable"),
        ("x" * 501, "when-unreadable"),
        ("yesterday", "date-past"),
        ("31 february", "date-impossible"),
        ("in 5 years", "date-too-far"),
    ],
)
def test_impossible_times_are_problems(text: str, slug: str) -> None:
    """An impossible new time raises a problem that names the reason."""
    with pytest.raises(CalendarProblem) as caught:
        moved(text)
    assert caught.value.text_id == slug


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_is_a_time_ahead_or_a_problem(text: str) -> None:
    """Any text gives a time in the future or a calendar problem."""
    try:
        found = moved(text, lasts=timedelta(hours=1))
    except CalendarProblem:
        return
    assert found.start > NOW
    assert found.end is not None
    assert found.end > found.start
