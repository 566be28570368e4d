"""Any text gives a value or a calendar problem, in bounded time, and depends on no clock but the given one."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bots.dates import leads
from bots.dates.deadline import parse_when
from bots.dates.errors import CalendarProblem
from bots.dates.event_line import EventDraft, parse_event

Read = TypeVar("Read")
ZONES = [ZoneInfo(key) for key in ("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")]
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZONES[0])
PROBLEMS = {
    "event-repeats",
    "event-rule-day",
    "event-rule-empty",
    "event-rule-left-out",
    "event-rule-limit",
    "event-rule-month-day",
    "event-rule-unclear",
    "event-rule-vacations",
    "event-rule-which",
    "event-several-weekly",
    "event-several-days",
    "event-day-unsure",
    "event-hour-unsure",
    "event-several-hours",
    "event-hour-half",
    "date-order-unsure",
    "zone-unknown",
    "event-day-misspelt",
    "event-too-long",
    "event-no-date",
    "event-no-time",
    "event-no-title",
    "date-past",
    "date-impossible",
    "date-too-far",
    "weekday-mismatch",
    "end-before-start",
}
PIECES = [
    "friday", "Next", "saturday", "vendredi", "prochain", "tomorrow", "demain", "tonight", "ce soir", "at", "à",
    "in", "dans", "to", "until", "jusqu'à", "from", "de", "between", "and", "entre", "et", "for", "pendant",
    "2 hours", "3 jours", "1h30", "7", "7pm", "19h", "18h30", "23:59", "24:00", "noon", "midnight", "minuit", "3/4",
    "31/12", "31.2.2027", "2027-03-28", "02:30", "29 feb", "1er mai", "may 5", "the 15th", "le 3", "@",
    "Freitag", "halb", "acht", "Uhr", "um", "bis", "übermorgen", "3.12.", "in einer Woche", "Abend",
    "eineinhalb Stunden", "viernes", "a las", "siete", "y media",
    "de la mañana", "mañana", "que viene", "dentro de", "hora y media", "hasta",
    "this weekend", "sat & sun", "4-6", "december", "every", "first", "of the month", "mecredi", "1800", "12.30",
    "quarter to", "CET", "GMT+1", "\n",
    "all day", "toute la journée", "4.-6.", "dinner", "12 Main St.", "https://x.example", "later", "+1 week",
    "the garden", "la mairie", "Potluck", '"', "«", "»", "-", "(", ")", ";", ",", "a", "month", "9999", "\u202e",
    "\x00", "\ue000", "�", "é", "🎉", "عيد", "0", "h", "am",
]  # fmt: skip
lines = st.one_of(st.text(max_size=600), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))


@given(lines, st.sampled_from(["en", "fr", "de", "es", ""]), st.sampled_from(ZONES))
@example("\u202e\u0627\u0644\u0639\u0634\u0627\u0621 friday 7pm", "en", ZONES[0])
@example("a" * 5000, "fr", ZONES[1])
@settings(deadline=None, max_examples=300)
def test_any_line_is_an_event_or_a_problem(text: str, locale: str, zone: ZoneInfo) -> None:
    """A line gives an event that is not over and has a clean title, or a known problem."""
    draft = _outcome(lambda: parse_event(text, locale=locale, zone=zone, now=NOW))
    if isinstance(draft, CalendarProblem):
        assert draft.text_id in PROBLEMS
        return
    assert NOW < (draft.end if draft.all_day and draft.end else draft.start) < NOW + timedelta(days=1160)
    assert draft.start.tzinfo is zone
    assert draft.end is None or draft.end > draft.start
    assert draft.title
    assert not set(draft.title + (draft.place or "")) & set("\x00\n\u202e\ue000\ue001")


@given(lines, st.sampled_from(["en", "fr", "de", "es"]), st.sampled_from(ZONES))
@settings(deadline=None, max_examples=300)
def test_any_text_is_a_deadline_or_a_problem(text: str, locale: str, zone: ZoneInfo) -> None:
    """A text gives a deadline in the future or a calendar problem."""
    at = _outcome(lambda: parse_when(text, locale=locale, zone=zone, now=NOW))
    assert at.text_id in PROBLEMS | {"when-unreadable"} if isinstance(at, CalendarProblem) else at > NOW


@given(lines)
@settings(deadline=None, max_examples=200)
def test_any_text_is_durations_or_a_problem(text: str) -> None:
    """A text gives durations that are not negative or a calendar problem."""
    found = _outcome(lambda: leads.parse_leads(text))
    if isinstance(found, CalendarProblem):
        assert found.text_id == "span-unreadable"
    else:
        assert all(offset.length >= timedelta() for offset in found)


@pytest.mark.parametrize(
    "text",
    [
        "friday 7pm " * 45,
        "31 sept " * 62,
        "3 may " * 80,
        "1h" * 250,
        "hora y media " * 38,
        "una hora y " * 45,
        "in einer Woche am Freitag " * 19,
        "fünf vor halb " * 35,
        "de la mañana " * 38,
        "3.12. " * 83,
        "in " + "1h" * 200 + "x",
        "for " + "1 h " * 120 + "x",
        "1 " * 250,
        "a an half an " * 38,
        "at 7 " * 100,
        '"' * 500,
        "«" * 500,
        "à l'" * 120,
        "12:00-" * 83,
        "\u202e" * 500,
        "Z\u0335\u0336\u0337" * 120,
    ],
)
@pytest.mark.parametrize("read", [parse_event, parse_when])
@pytest.mark.timeout(120)  # only a guard against an endless loop; bench/lines.py measures the time
def test_slow_texts_are_answered(text: str, read: Callable[..., object]) -> None:
    """A text made to slow the parser down gives a result or a calendar problem before the timeout."""
    found = _outcome(lambda: read(text[:500], locale="en", zone=ZONES[0], now=NOW))
    assert isinstance(found, EventDraft | datetime | CalendarProblem)


def _outcome(read: Callable[[], Read]) -> Read | CalendarProblem:
    try:
        return read()
    except CalendarProblem as problem:
        return problem


@pytest.mark.parametrize("machine", ["UTC", "Asia/Tokyo", "America/Los_Angeles"])
@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("x 3 march 9am", "2032-03-03T09:00+01:00"),
        ("x 10 may 9pm", "2031-05-10T21:00+02:00"),
        ("x in 2 months 9am", "2031-07-10T09:00+02:00"),
        ("x friday 9am", "2031-05-16T09:00+02:00"),
        ("x le 9 avril 9h", "2032-04-09T09:00+02:00"),
    ],
)
def test_only_the_given_clock_counts(text: str, start: str, machine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser uses the given `now` even far in the future, and ignores the machine's time zone."""
    monkeypatch.setenv("TZ", machine)
    time.tzset()
    try:
        now = datetime(2031, 5, 10, 12, 0, tzinfo=ZONES[0])
        found = parse_event(text, locale="en", zone=ZONES[0], now=now)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert found.start.isoformat(timespec="minutes") == start


def test_dates_import_without_slow_libraries() -> None:
    """Importing the date modules loads neither dateparser nor Babel, so the bot starts quickly."""
    names = ("event_line", "deadline", "durations", "leads", "time_zones")
    imports = "; ".join(f"import bots.dates.{name}" for name in names)
    script = f"import sys; {imports}; print(sorted({{'dateparser', 'babel'}} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.strip() == "[]"
