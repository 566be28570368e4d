"""When reminders are due, which late ones are of use, and how far away the start is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.dates.durations import Offset, stored
from bots.features.events import reminder_times, rules
from bots.features.events.reminder_times import Ahead
from storage.tables import Event, Occurrence

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2026, 11, 27, 18, 0, tzinfo=UTC)


def event(reminders: str = "1d,1h,0m") -> Event:
    return Event(community_id=1, room_id=1, title="T", made_by=1, reminders=reminders, created_at=START)


def at(start: datetime = START, zone: ZoneInfo = PARIS) -> Occurrence:
    return rules.dated(1, start, None, zone)


def sent(now: datetime, reminders: str = "1d,1h,0m", start: datetime = START) -> list[str]:
    """The offsets that would be sent if all that are due by now fired at once."""
    due = [o for o in reminder_times.offsets(event(reminders)) if reminder_times.due(at(start), o) <= now]
    return [o.short for o in due if reminder_times.useful(event(reminders), at(start), o, now)]


@pytest.mark.parametrize(
    ("start", "day", "hour"),
    [
        (datetime(2027, 3, 28, 17, 0, tzinfo=UTC), timedelta(hours=23), timedelta(hours=1)),
        (datetime(2026, 10, 25, 18, 0, tzinfo=UTC), timedelta(hours=25), timedelta(hours=1)),
        (START, timedelta(hours=24), timedelta(hours=1)),
    ],
)
def test_a_day_before_keeps_the_wall_clock_and_an_hour_is_exact(
    start: datetime, day: timedelta, hour: timedelta
) -> None:
    """Over both DST changes the day before is at the same hour on the clock."""
    assert start - reminder_times.due(at(start), Offset(days=1)) == day
    assert start - reminder_times.due(at(start), Offset(minutes=60)) == hour


def test_only_reminders_still_ahead_are_made() -> None:
    """Created two hours before the start, the day before has passed."""
    coming = reminder_times.ahead_of(event(), at(), START - timedelta(hours=2))
    assert [(offset.short, START - due) for offset, due in coming] == [("1h", timedelta(hours=1)), ("0m", timedelta(0))]
    assert reminder_times.ahead_of(event(""), at(), START - timedelta(hours=2)) == []


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
def test_of_several_missed_reminders_the_newest_is_sent_while_useful(late: timedelta, kept: list[str]) -> None:
    """Until the start, and the one at the start for a quarter of an hour more."""
    assert sent(START + late) == kept


def test_without_one_at_the_start_nothing_is_said_after_it() -> None:
    """The hour before is of no use when it has begun."""
    assert sent(START - timedelta(seconds=1), "1d,1h") == ["1h"]
    assert sent(START, "1d,1h") == []


@given(
    st.lists(st.sampled_from(["3d", "1d", "24h", "2h", "1h", "30m", "5m", "0m"]), min_size=1, unique=True),
    st.integers(-5000, 5000),
)
def test_never_two_at_once(short: list[str], minutes: int) -> None:
    """Whatever was missed, one reminder at most goes out, and none that is not due."""
    now = START + timedelta(minutes=minutes)
    found = sent(now, ",".join(short))
    assert len(found) <= 1
    assert all(reminder_times.due(at(), stored(one)) <= now for one in found)


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (timedelta(days=1), Ahead("days", 1)),
        (timedelta(days=7), Ahead("days", 7)),
        (timedelta(hours=5), Ahead("hours", 5)),
        (timedelta(hours=1, seconds=-20), Ahead("hours", 1)),
        (timedelta(minutes=90), Ahead("minutes", 90)),
        (timedelta(minutes=40), Ahead("minutes", 40)),
        (timedelta(seconds=20), Ahead("now")),
        (timedelta(seconds=-20), Ahead("now")),
        (timedelta(minutes=-5), Ahead("begun", 5)),
    ],
)
def test_how_far_away_the_start_is(away: timedelta, said: Ahead) -> None:
    """As one would say it, a few seconds early or late making no difference."""
    assert reminder_times.until_start(START, START - away, PARIS) == said


def test_the_day_before_a_dst_change_is_tomorrow() -> None:
    """23 hours and 25 hours are a day."""
    for start in (datetime(2027, 3, 28, 17, 0, tzinfo=UTC), datetime(2026, 10, 25, 18, 0, tzinfo=UTC)):
        assert reminder_times.until_start(start, reminder_times.due(at(start), Offset(days=1)), PARIS) == Ahead(
            "days", 1
        )
