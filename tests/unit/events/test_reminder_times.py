"""Due times of reminders, late reminders, and the time until an event starts."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.dates.durations import Offset, parse_stored
from bots.features.events import reminder_times, rules
from bots.features.events.reminder_times import TimeToStart
from storage.tables import Event, Occurrence

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2026, 11, 27, 18, 0, tzinfo=UTC)


def event(reminders: str = "1d,1h,0m") -> Event:
    return Event(community_id=1, room_id=1, title="T", created_by=1, reminders=reminders, created_at=START)


def at(start: datetime = START, zone: ZoneInfo = PARIS) -> Occurrence:
    return rules.new_occurrence(1, start, None, zone)


def offsets_sent(now: datetime, reminders: str = "1d,1h,0m", start: datetime = START) -> list[str]:
    """Return the offsets that the bot would send if all due timers fired now."""
    due = [o for o in reminder_times.offsets(event(reminders)) if reminder_times.due(at(start), o) <= now]
    return [o.short for o in due if reminder_times.is_useful(event(reminders), at(start), o, now)]


@pytest.mark.parametrize(
    ("start", "day", "hour"),
    [
        (datetime(2027, 3, 28, 17, 0, tzinfo=UTC), timedelta(hours=23), timedelta(hours=1)),
        (datetime(2026, 10, 25, 18, 0, tzinfo=UTC), timedelta(hours=25), timedelta(hours=1)),
        (START, timedelta(hours=24), timedelta(hours=1)),
    ],
)
def test_day_before_keeps_local_time_and_hour_is_exact(start: datetime, day: timedelta, hour: timedelta) -> None:
    """Across a DST change the day before has the same local time, and one hour before is exact."""
    assert start - reminder_times.due(at(start), Offset(days=1)) == day
    assert start - reminder_times.due(at(start), Offset(minutes=60)) == hour


def test_past_reminders_are_left_out() -> None:
    """Two hours before the start, the reminder of the day before is not upcoming."""
    upcoming = reminder_times.upcoming(event(), at(), START - timedelta(hours=2))
    assert [(offset.short, START - due) for offset, due in upcoming] == [
        ("1h", timedelta(hours=1)),
        ("0m", timedelta(0)),
    ]
    assert reminder_times.upcoming(event(""), at(), START - timedelta(hours=2)) == []


@pytest.mark.parametrize(
    ("late", "kept"),
    [
        (timedelta(hours=-24), ["1d"]),
        (timedelta(hours=-3), ["1d"]),
        (timedelta(hours=-1), ["1h"]),
        (timedelta(minutes=-1), ["1h"]),
        (timedelta(0), ["0m"]),
        (timedelta(minutes=14), ["0m"]),
        (timedelta(minutes=15), []),
        (timedelta(days=3), []),
    ],
)
def test_only_the_latest_missed_reminder_is_useful(late: timedelta, kept: list[str]) -> None:
    """Only the latest missed reminder is useful, the one at the start for another quarter of an hour."""
    assert offsets_sent(START + late) == kept


def test_earlier_reminder_is_useless_after_the_start() -> None:
    """The reminder of the hour before is useless after the event began."""
    assert offsets_sent(START - timedelta(seconds=1), "1d,1h") == ["1h"]
    assert offsets_sent(START, "1d,1h") == []


@given(
    st.lists(st.sampled_from(["3d", "1d", "24h", "2h", "1h", "30m", "5m", "0m"]), min_size=1, unique=True),
    st.integers(-5000, 5000),
)
def test_at_most_one_reminder_is_useful(short: list[str], minutes: int) -> None:
    """After a downtime the bot sends at most one reminder, and only if it is due."""
    now = START + timedelta(minutes=minutes)
    found = offsets_sent(now, ",".join(short))
    assert len(found) <= 1
    assert all(reminder_times.due(at(), parse_stored(one)) <= now for one in found)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (timedelta(days=1), TimeToStart("days", 1)),
        (timedelta(days=7), TimeToStart("days", 7)),
        (timedelta(hours=5), TimeToStart("hours", 5)),
        (timedelta(hours=1, seconds=-20), TimeToStart("hours", 1)),
        (timedelta(minutes=90), TimeToStart("minutes", 90)),
        (timedelta(minutes=40), TimeToStart("minutes", 40)),
        (timedelta(seconds=20), TimeToStart("now")),
        (timedelta(seconds=-20), TimeToStart("now")),
        (timedelta(minutes=-5), TimeToStart("begun", 5)),
    ],
)
def test_time_until_the_start_in_words(left: timedelta, expected: TimeToStart) -> None:
    """The time until the start uses the unit that people would use and ignores a few seconds."""
    assert reminder_times.until_start(START, START - left, PARIS) == expected


def test_a_day_across_a_dst_change_is_one_day() -> None:
    """A local day of 23 or 25 hours counts as one day."""
    for start in (datetime(2027, 3, 28, 17, 0, tzinfo=UTC), datetime(2026, 10, 25, 18, 0, tzinfo=UTC)):
        assert reminder_times.until_start(start, reminder_times.due(at(start), Offset(days=1)), PARIS) == TimeToStart(
            "days", 1
        )
