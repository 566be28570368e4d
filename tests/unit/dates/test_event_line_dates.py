"""Days, hours, problems and DST changes in event lines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.unit.dates.event_lines import PARIS, TUESDAY, draft, problem, shown


@pytest.mark.parametrize(
    ("text", "now", "start"),
    [
        ("Quiz friday 7pm", datetime(2026, 11, 27, 18, 59, tzinfo=PARIS), "Fri 2026-11-27 19:00"),
        ("Quiz friday 7pm", datetime(2026, 11, 27, 19, 0, tzinfo=PARIS), "Fri 2026-12-04 19:00"),
        ("Quiz next friday 7pm", datetime(2026, 11, 27, 9, 0, tzinfo=PARIS), "Fri 2026-12-04 19:00"),
        ("Quiz next friday 7pm", datetime(2026, 11, 29, 9, 0, tzinfo=PARIS), "Fri 2026-12-04 19:00"),
        ("Quiz 7pm", datetime(2026, 11, 27, 20, 0, tzinfo=PARIS), "Sat 2026-11-28 19:00"),
        ("Quiz 29 february 7pm", datetime(2027, 3, 1, 9, 0, tzinfo=PARIS), "Tue 2028-02-29 19:00"),
        ("Quiz 3/4 7pm", TUESDAY, "Sat 2027-04-03 19:00"),
        ("Quiz 12/31 7pm", TUESDAY, "Thu 2026-12-31 19:00"),
        ("Quiz 31.12.2026 7pm", TUESDAY, "Thu 2026-12-31 19:00"),
        ("Quiz 31/12/27 7pm", TUESDAY, "Fri 2027-12-31 19:00"),
        ("Quiz tomorrow 7pm", datetime(2026, 11, 24, 23, 30, tzinfo=UTC), "Thu 2026-11-26 19:00"),
    ],
)
def test_day_is_chosen_by_local_date(text: str, now: datetime, start: str) -> None:
    """The local date decides which day a weekday, "next" or 3/4 means."""
    assert shown(draft(text, now=now).start) == start


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("x friday at 1", 13),
        ("x friday at 7", 19),
        ("x friday at 8", 8),
        ("x friday at 11", 11),
        ("x friday at 7am", 7),
        ("x friday 7:00", 19),
        ("x friday 07:00", 7),
        ("x friday at 6:30", 18),
        ("x friday 8:30", 8),
        ("x friday 7h", 7),
        ("x friday at 7 o'clock", 19),
        ("x friday evening at 8", 20),
        ("x friday 9 in the evening", 21),
        ("x friday afternoon at 3", 15),
        ("x friday morning at 6", 6),
        ("x friday 12pm", 12),
    ],
)
def test_bare_hours(text: str, hour: int) -> None:
    """A bare hour up to 7 means the afternoon, and a later one means the morning unless an evening word follows."""
    assert draft(text).start.hour == hour


@pytest.mark.parametrize(
    ("text", "slug", "args"),
    [
        ("Potluck", "event-no-date", {}),
        ("", "event-no-date", {}),
        ("Potluck tomorrow", "event-no-time", {"given": "tomorrow"}),
        ("Meet at 10 Downing Street friday", "event-no-time", {"given": "friday"}),
        ("Potluck friday 25:00", "event-hour-unsure", {"given": "25:00"}),
        ("noon", "event-no-title", {}),
        ("tonight", "event-no-title", {}),
        ("Friday at 7", "event-no-title", {}),
        ("... friday 7pm!", "event-no-title", {}),
        ("Potluck 31/2 7pm", "date-impossible", {"given": "31/2"}),
        ("Potluck 2027-02-30 7pm", "date-impossible", {"given": "2027-02-30"}),
        ("Potluck on 31 february 7pm", "date-impossible", {"given": "31 february"}),
        ("Potluck in 99999 years 7pm", "date-impossible", {"given": "in 99999 years"}),
        ("Party today 9am", "date-past", {"at": datetime(2026, 11, 24, 9, tzinfo=PARIS)}),
        ("Party yesterday 9am", "date-past", {"at": datetime(2026, 11, 23, 9, tzinfo=PARIS)}),
        ("Party 3 march 2020 9am", "date-past", {"at": datetime(2020, 3, 3, 9, tzinfo=PARIS)}),
        ("Party 2030-01-01 10:00", "date-too-far", {"at": datetime(2030, 1, 1, 10, tzinfo=PARIS), "years": 3}),
        ("Party 2999-12-31 23:59", "date-too-far", {"at": datetime(2999, 12, 31, 23, 59, tzinfo=PARIS), "years": 3}),
        (
            "Party thursday 27 november 7pm",
            "weekday-mismatch",
            {"given": "thursday 27 november", "at": datetime(2026, 11, 27, 19, tzinfo=PARIS)},
        ),
        (
            "Party friday 15:00-14:00",
            "end-before-start",
            {"at": datetime(2026, 11, 27, 15, tzinfo=PARIS), "end": datetime(2026, 11, 27, 14, tzinfo=PARIS)},
        ),
        ("a" * 501, "event-too-long", {"limit": 500}),
    ],
)
def test_invalid_event_lines(text: str, slug: str, args: dict[str, object]) -> None:
    """A line that cannot be an event raises a problem with the reason and the parts that were read."""
    said = problem(text)
    assert (said.text_id, said.text_args) == (slug, args)


@pytest.mark.parametrize("text", ["Visite vendredi 28 à 10h", "Visite jeudi 27 novembre 10h"])
def test_french_weekday_that_contradicts_its_date(text: str) -> None:
    """A French weekday that contradicts its date is a problem."""
    assert problem(text, "fr").text_id == "weekday-mismatch"


@pytest.mark.parametrize(
    ("zone", "text", "start", "moved"),
    [
        ("Europe/Paris", "x 2027-03-28 02:30", "2027-03-28T03:30+02:00", True),
        ("Europe/Paris", "x 2027-10-31 02:30", "2027-10-31T02:30+02:00", False),
        ("America/New_York", "x 2027-03-14 02:30", "2027-03-14T03:30-04:00", True),
        ("America/New_York", "x 2027-11-07 01:30", "2027-11-07T01:30-04:00", False),
        ("Australia/Lord_Howe", "x 2027-10-03 02:15", "2027-10-03T02:45+11:00", True),
        ("Australia/Lord_Howe", "x 2027-04-04 01:45", "2027-04-04T01:45+11:00", False),
        ("Asia/Kathmandu", "x 2027-03-28 02:30", "2027-03-28T02:30+05:45", False),
    ],
)
def test_skipped_and_repeated_hours_at_dst(zone: str, text: str, start: str, moved: bool) -> None:
    """A skipped hour moves forward and is flagged, and a repeated hour means its first occurrence."""
    found = draft(text, zone=ZoneInfo(zone))
    assert found.start.isoformat(timespec="minutes") == start
    assert found.moved is moved
    assert isinstance(found.start.tzinfo, ZoneInfo)


def test_duration_is_exact_and_end_time_is_local_over_dst() -> None:
    """Across a DST change "for 3 hours" lasts exactly three hours and "to 04:00" is a local time."""
    lasting = draft("Night walk 2027-03-28 01:00 for 3 hours")
    until = draft("Night walk 2027-03-28 01:00 to 04:00")
    assert lasting.end is not None
    assert until.end is not None
    assert lasting.end.astimezone(UTC) - lasting.start.astimezone(UTC) == timedelta(hours=3)
    assert until.end.astimezone(UTC) - until.start.astimezone(UTC) == timedelta(hours=2)


def test_moved_end_is_flagged() -> None:
    """An end in a skipped hour moves forward and is flagged."""
    found = draft("Night walk 2027-03-28 00:00 to 02:30")
    assert found.moved
    assert shown(found.end) == "Sun 2027-03-28 03:30"


@pytest.mark.parametrize(
    ("text", "locale", "slug", "given"),
    [
        ("Fair sat & sun 10am-4pm", "en", "event-several-days", "sat & sun"),
        ("Fair 4-6 december 10am", "en", "event-several-days", "4-6 december"),
        ("Bike ride this weekend 10am", "en", "event-day-unsure", "this weekend"),
        ("Standup monday ten to nine", "en", "event-hour-unsure", "ten to nine"),
        ("Réunion mecredi 18h", "fr", "event-day-misspelt", "mecredi"),
        ("Sortie du 4 au 6 décembre à 10h", "fr", "event-several-days", "4 au 6 décembre"),
        ("Réunion dimanche 29 à 2h", "fr", "event-hour-half", "2h"),
        ("Picnic 5 decmber 1pm", "en", "event-day-misspelt", "decmber"),
        ("Party Sunday night 5th December at 8pm", "en", "weekday-mismatch", "Sunday night 5th December"),
    ],
)
def test_what_is_no_one_day_is_asked_about_by_name(text: str, locale: str, slug: str, given: str) -> None:
    """Words about time that were not used are asked about with the person's own words."""
    said = problem(text, locale)
    assert (said.text_id, said.text_args["given"]) == (slug, given)


def test_title_in_quotes_may_hold_days() -> None:
    """Days in a quoted title are not asked about."""
    assert draft('"Every Tuesday and Sunday" friday 7pm').title == "Every Tuesday and Sunday"


def test_place_ends_with_its_line() -> None:
    """In an event on several lines, the line after the place is not part of the place."""
    found = draft("Potluck\nfriday 7pm\nat the garden\nBring a dish")
    assert (found.title, found.place, found.leftover) == ("Potluck", "the garden", "Bring a dish")


def test_zone_behind_the_hour_counts() -> None:
    """An hour said with a zone is that of the zone, shown in the room's."""
    assert shown(draft("Call friday 7pm EST").start) == "Sat 2026-11-28 01:00"
    assert shown(draft("Call friday 18:00 UTC+2").start) == "Fri 2026-11-27 17:00"
