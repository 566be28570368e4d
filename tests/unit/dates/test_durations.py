"""Durations and reminder offsets as people write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.dates import durations
from bots.dates.durations import Offset
from bots.dates.errors import CalendarProblem

ZONES = [ZoneInfo(key) for key in ("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")]
offsets = st.builds(Offset, st.integers(0, 400), st.integers(0, 5000))
walls = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1))  # noqa: DTZ001 - local times have no zone


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("10 min", Offset(minutes=10)),
        ("90m", Offset(minutes=90)),
        ("2h", Offset(minutes=120)),
        ("36 hours", Offset(minutes=2160)),
        ("1h30", Offset(minutes=90)),
        ("1 h 30 min", Offset(minutes=90)),
        ("1.5h", Offset(minutes=90)),
        ("an hour", Offset(minutes=60)),
        ("half an hour", Offset(minutes=30)),
        ("une demi-heure", Offset(minutes=30)),
        ("1 day", Offset(days=1)),
        ("1 day and 2 hours", Offset(days=1, minutes=120)),
        ("1 jour et 2 heures", Offset(days=1, minutes=120)),
        ("2 jours", Offset(days=2)),
        ("2j", Offset(days=2)),
        ("1 week", Offset(days=7)),
        ("une semaine", Offset(days=7)),
        ("2 sem.", Offset(days=14)),
        ("1.5 d", Offset(days=1, minutes=720)),
        ("0", Offset()),
        ("  2\u00a0H ", Offset(minutes=120)),
    ],
)
def test_readable_durations(text: str, offset: Offset) -> None:
    """The parser reads units in all languages and keeps days apart from hours."""
    assert durations.parse_offset(text) == offset
    assert durations.parse_span(text) == offset.length


@pytest.mark.parametrize(
    "text", ["", "10", "-1h", "soon", "1 mois", "2 h ago", "99999h", "9999 weeks", "h", "1h75", "x" * 5000]
)
def test_unreadable_durations(text: str) -> None:
    """Bare numbers, negative or huge durations and any other text raise a problem that quotes the input."""
    with pytest.raises(CalendarProblem) as caught:
        durations.parse_span(text)
    assert caught.value.text_id == "span-unreadable"
    assert len(str(caught.value.text_args["given"])) <= 40


@pytest.mark.parametrize(
    ("offset", "short"),
    [(Offset(days=2), "2d"), (Offset(minutes=120), "2h"), (Offset(1, 90), "1d1h30m"), (Offset(), "0m")],
)
def test_short_form_of_an_offset(offset: Offset, short: str) -> None:
    """The stored form of an offset is short and readable."""
    assert offset.short == short


@given(offsets)
@settings(deadline=None)
def test_short_form_round_trips(offset: Offset) -> None:
    """An offset survives storage in its short form, and people may type that form."""
    assert durations.parse_stored(offset.short) == offset
    assert durations.parse_offset(offset.short) == offset


@pytest.mark.parametrize("short", ["", "2", "h", "2 d", "-1d", "1h2d"])
def test_corrupt_stored_offset_raises_value_error(short: str) -> None:
    """A corrupt stored offset raises ValueError and no calendar problem."""
    with pytest.raises(ValueError, match="stored offset"):
        durations.parse_stored(short)


@pytest.mark.parametrize(
    ("zone", "start", "days", "hours"),
    [
        ("Europe/Paris", "2027-03-29T10:00", "2027-03-27T10:00+01:00", "2027-03-27T09:00+01:00"),
        ("Europe/Paris", "2027-11-01T10:00", "2027-10-30T10:00+02:00", "2027-10-30T11:00+02:00"),
        ("America/New_York", "2027-03-15T10:00", "2027-03-13T10:00-05:00", "2027-03-13T09:00-05:00"),
        ("Australia/Lord_Howe", "2027-10-04T10:00", "2027-10-02T10:00+10:30", "2027-10-02T09:30+10:30"),
        ("Asia/Kathmandu", "2027-03-29T10:00", "2027-03-27T10:00+05:45", "2027-03-27T10:00+05:45"),
    ],
)
def test_days_before_keep_local_time_and_hours_are_exact(zone: str, start: str, days: str, hours: str) -> None:
    """Two days before an event is the same local time, and 48 hours before is exactly 48 hours."""
    place = ZoneInfo(zone)
    at = datetime.fromisoformat(start).replace(tzinfo=place)
    assert durations.subtract_offset(at, Offset(days=2), place) == datetime.fromisoformat(days)
    assert durations.subtract_offset(at.astimezone(UTC), Offset(minutes=48 * 60), place) == datetime.fromisoformat(
        hours
    )


def test_skipped_local_time_of_the_day_before_moves_forward() -> None:
    """If DST skips the local time on the day before, the next existing time counts."""
    paris = ZoneInfo("Europe/Paris")
    at = datetime(2027, 3, 29, 2, 30, tzinfo=paris)
    assert durations.subtract_offset(at, Offset(days=1), paris) == datetime(2027, 3, 28, 3, 30, tzinfo=paris)


@given(walls, st.sampled_from(ZONES), offsets)
@settings(deadline=None)
def test_before_and_after(wall: datetime, zone: ZoneInfo, offset: Offset) -> None:
    """An offset before a time is never later and one after it never earlier, and minutes are reversible."""
    start = wall.replace(tzinfo=zone)
    earlier, later = durations.subtract_offset(start, offset, zone), durations.add_offset(start, offset, zone)
    assert earlier.tzinfo is UTC
    assert later.tzinfo is UTC
    hour = timedelta(hours=1)
    assert earlier <= start.astimezone(UTC) + hour
    assert later >= start.astimezone(UTC) - hour
    exact = Offset(minutes=offset.minutes)
    assert durations.add_offset(durations.subtract_offset(start, exact, zone), exact, zone) == start
