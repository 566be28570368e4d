"""Deadlines are read from a few words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bots.dates.deadline import parse_when
from bots.dates.errors import CalendarProblem

PARIS = ZoneInfo("Europe/Paris")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=PARIS)


def read(text: str, locale: str = "en", now: datetime = TUESDAY) -> str:
    found = parse_when(text, locale=locale, zone=PARIS, now=now)
    assert found.tzinfo is UTC
    return found.astimezone(PARIS).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("text", "locale", "at"),
    [
        ("2h", "en", "2026-11-24 12:00"),
        ("2h", "fr", "2026-11-24 12:00"),
        ("in 30 minutes", "en", "2026-11-24 10:30"),
        ("half an hour", "en", "2026-11-24 10:30"),
        ("dans 2 heures", "fr", "2026-11-24 12:00"),
        ("une demi-heure", "fr", "2026-11-24 10:30"),
        ("d\u2019ici 2 jours", "fr", "2026-11-26 10:00"),
        ("10 days", "en", "2026-12-04 10:00"),
        ("tomorrow 18:00", "en", "2026-11-25 18:00"),
        ("friday 7pm", "en", "2026-11-27 19:00"),
        ("until friday at 7", "en", "2026-11-27 19:00"),
        ("by tomorrow noon", "en", "2026-11-25 12:00"),
        ("vendredi 19h", "fr", "2026-11-27 19:00"),
        ("jusqu'à vendredi", "fr", "2026-11-27 23:59"),
        ("jusqu'au 3 décembre", "fr", "2026-12-03 23:59"),
        ("friday", "en", "2026-11-27 23:59"),
        ("tuesday", "en", "2026-11-24 23:59"),
        ("9am", "en", "2026-11-25 09:00"),
        ("tonight", "en", "2026-11-24 20:00"),
        ("2026-12-01 18:00", "en", "2026-12-01 18:00"),
        ("2026-12-01T18:00Z", "en", "2026-12-01 19:00"),
        ("2026-12-01T18:00+05:45", "en", "2026-12-01 13:15"),
        ("19h", "fr", "2026-11-24 19:00"),
        ("18h30", "fr", "2026-11-24 18:30"),
        ("19h", "en", "2026-11-25 05:00"),
        ("friday 7pm", "de", "2026-11-27 19:00"),
    ],
)
def test_readable_deadlines(text: str, locale: str, at: str) -> None:
    """A duration counts from now, a date lasts until its end, and "19h" is a time of day in French only."""
    assert read(text, locale) == at


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", "when-unreadable"),
        ("maybe", "when-unreadable"),
        ("7", "when-unreadable"),
        ("0h", "when-unreadable"),
        ("9999 weeks", "when-unreadable"),
        ("friday 7pm at the garden", "when-unreadable"),
        ("friday 7pm to 9pm", "when-unreadable"),
        ("friday 7pm for 2 hours", "when-unreadable"),
        ("2026-13-01T18:00Z", "date-impossible"),
        ("x" * 501, "when-unreadable"),
        ("31/02", "date-impossible"),
        ("today 9am", "date-past"),
        ("2020-01-01", "date-past"),
        ("2020-01-01T18:00Z", "date-past"),
        ("2030-01-01", "date-too-far"),
        ("200 weeks", "date-too-far"),
        ("thursday 27 november", "weekday-mismatch"),
    ],
)
def test_unreadable_deadlines(text: str, slug: str) -> None:
    """An unreadable deadline raises a problem that names the reason."""
    with pytest.raises(CalendarProblem) as caught:
        read(text)
    assert caught.value.text_id == slug


def test_quoted_input_is_short_and_clean() -> None:
    """The problem quotes the unreadable text shortened and without control and bidi characters."""
    with pytest.raises(CalendarProblem) as caught:
        read("\u202eevil\x00 " + "z" * 600)
    given = str(caught.value.text_args["given"])
    assert given.startswith("evil z")
    assert len(given) <= 40


def test_days_keep_local_time_and_hours_are_exact_over_dst() -> None:
    """Across a DST change "1 day" keeps the local time and "24h" is exactly 24 hours."""
    eve = datetime(2027, 3, 27, 12, 0, tzinfo=PARIS)
    assert read("1 day", now=eve) == "2027-03-28 12:00"
    assert read("24h", now=eve) == "2027-03-28 13:00"


def test_what_begins_on_a_day_begins_in_the_morning() -> None:
    """A day alone, for something that begins then, is nine o'clock, and an hour stays."""
    for text, at in (("tomorrow", "25 09:00"), ("friday", "27 09:00"), ("friday 7pm", "27 19:00"), ("2h", "24 12:00")):
        found = parse_when(text, locale="en", zone=PARIS, now=TUESDAY, begins=True)
        assert found.astimezone(PARIS).strftime("%d %H:%M") == at


def test_now_may_be_in_any_zone() -> None:
    """ "Tomorrow" follows the community's local date, whatever the time zone of `now`."""
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert read("tomorrow noon", now=late) == "2026-11-26 12:00"
    assert parse_when("2h", locale="en", zone=PARIS, now=late) == late + timedelta(hours=2)
