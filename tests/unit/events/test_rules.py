"""Answers, numbers, limits and times of events."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.core.refusal import Refusal
from bots.dates.event_line import EventDraft
from bots.dates.resolution import Slot
from bots.features.events import details, rules
from storage.tables import Event, EventState, RsvpAnswer

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2026, 11, 27, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes", "yes"), ("Oui !", "yes"), ("D\u2019accord.", "yes"), ("✅", "yes"), ("OK", "yes"),
        ("no", "no"), ("NON", "no"), ("❌", "no"),
        ("maybe", "maybe"), ("Peut-être", "maybe"), ("peut  être", "maybe"), ("🤔", "maybe"),
        ("yes but later", None), ("", None), ("yesterday", None),
    ],
)  # fmt: skip
def test_answer_words(text: str, answer: str | None) -> None:
    """The parser reads answers in any case, with a final dot and as emoji, but no sentence that starts with yes."""
    assert rules.parse_answer(text) == answer


@pytest.mark.parametrize(
    ("first", "rest", "expected"),
    [
        ("4", "yes", (4, "yes")), ("#4", "Oui", (4, "yes")), ("yes", None, (None, "yes")), ("yes", "4", (4, "yes")),
        ("peut", "être", (None, "maybe")), ("4", "peut être", (4, "maybe")), ("peut", "être 4", (4, "maybe")),
    ],
)  # fmt: skip
def test_number_and_answer_in_either_order(first: str, rest: str | None, expected: tuple[int | None, str]) -> None:
    """The number may come before or after the answer, or be missing."""
    assert rules.parse_rsvp(first, rest) == expected


@pytest.mark.parametrize(("first", "rest"), [(None, None), ("4", None), ("4", "5"), ("perhapsy", None), ("²", "yes")])
def test_unreadable_answers_are_refused(first: str | None, rest: str | None) -> None:
    """The parser refuses an unreadable answer instead of guessing."""
    with pytest.raises(Refusal, match="rsvp-unreadable"):
        rules.parse_rsvp(first, rest)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_an_answer_or_refused(first: str, rest: str) -> None:
    """Any text gives an answer with a number that the database can hold, or a Refusal."""
    try:
        number, answer = rules.parse_rsvp(first, rest)
    except Refusal:
        return
    assert answer in RsvpAnswer
    assert number is None or 0 <= number < 1_000_000


def test_reason_without_a_number_is_kept_whole() -> None:
    """In `cancel it rains` the whole rest is the reason `it rains`."""
    assert rules.split_number("it", "rains") == (None, "it rains")
    assert rules.split_number("4", "it rains") == (4, "it rains")
    assert rules.split_number(None, None) == (None, "")


@pytest.mark.parametrize(("title", "place", "slug"), [("x" * 121, "", "title"), ("x", "y" * 121, "place")])
def test_long_titles_and_places_are_refused(title: str, place: str, slug: str) -> None:
    """A title or place of more than 120 characters is refused with its length."""
    with pytest.raises(Refusal, match=f"event-{slug}-long") as caught:
        details.of_draft(EventDraft(title=title, start=START, place=place), title)
    assert caught.value.text_args == {"length": 121, "limit": 120}
    assert caught.value.argument == "what"


def test_a_family_emoji_is_one_character() -> None:
    """A family emoji counts as one character of the limit, although it has seven code points."""
    title = "👨\u200d👩\u200d👧\u200d👦" * 120
    assert details.of_draft(EventDraft(title=title, start=START), "").title == title


def test_local_times_zone_and_utc_times_agree() -> None:
    """The local times, the zone and the UTC times of an occurrence agree, also after a change of time."""
    made = rules.new_occurrence(7, START.astimezone(PARIS), None, PARIS)
    assert (made.wall_start, made.wall_end, made.zone) == ("2026-11-27T19:00", None, "Europe/Paris")
    assert (made.starts_at, made.ends_at) == (START, START + rules.DEFAULT_DURATION)
    assert rules.given_end(made) is None
    rules.set_time(made, Slot(START, START.replace(hour=20)), ZoneInfo("Asia/Kathmandu"))
    assert (made.wall_start, made.wall_end, made.event_id) == ("2026-11-27T23:45", "2026-11-28T01:45", 7)
    assert rules.given_end(made) == START.replace(hour=20)


def test_events_accept_answers_until_the_end_or_a_cancellation() -> None:
    """An event accepts answers until its end or its cancellation."""
    event = Event(
        community_id=1, room_id=1, number=4, title="T", state=EventState.PLANNED, created_by=1, created_at=START
    )
    occurrence = rules.new_occurrence(1, START, START.replace(hour=20), PARIS)
    rules.check_open(event, occurrence, START.replace(hour=19, minute=59))
    with pytest.raises(Refusal, match="event-is-over"):
        rules.check_open(event, occurrence, START.replace(hour=20))
    event.state = EventState.CANCELLED
    with pytest.raises(Refusal, match="event-is-cancelled"):
        rules.check_open(event, occurrence, START)
