"""Spoken halves, quarters, and weekdays of a later week."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bots.dates.event_line import parse_event

PARIS = ZoneInfo("Europe/Paris")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("locale", "text", "title", "start"),
    [
        ("en", "Coffee friday half past 7", "Coffee", "Fri 2026-11-27 19:30"),
        ("en", "Coffee at quarter past 7pm on friday", "Coffee", "Fri 2026-11-27 19:15"),
        ("en", "Coffee friday a quarter to 12pm", "Coffee", "Fri 2026-11-27 11:45"),
        ("en", "Half past tense friday 7pm", "Half past tense", "Fri 2026-11-27 19:00"),
        ("fr", "Apéro vendredi 19 heures et demie", "Apéro", "Fri 2026-11-27 19:30"),
        ("fr", "Apéro vendredi 20h moins le quart", "Apéro", "Fri 2026-11-27 19:45"),
        ("fr", "Repas vendredi midi et demi", "Repas", "Fri 2026-11-27 12:30"),
        ("fr", "Repas vendredi en huit à 19h", "Repas", "Fri 2026-12-04 19:00"),
        ("fr", "Repas mardi en huit à 19h", "Repas", "Tue 2026-12-01 19:00"),
        ("fr", "Repas mercredi en quinze 19h", "Repas", "Wed 2026-12-09 19:00"),
    ],
)
def test_halves_quarters_and_later_weeks_are_read(locale: str, text: str, title: str, start: str) -> None:
    """The parser reads halves, quarters and "in a week" as time and keeps such words in titles."""
    found = parse_event(text, locale=locale, zone=PARIS, now=TUESDAY)
    assert (found.title, f"{found.start:%a %Y-%m-%d %H:%M}", found.place, found.leftover) == (title, start, None, "")


def test_end_in_quarters_is_read() -> None:
    """An end such as "a quarter to eight" is read like a start."""
    text = "Coffee friday from half past 6 to quarter to 8"
    found = parse_event(text, locale="en", zone=PARIS, now=TUESDAY)
    assert found.end is not None
    assert (f"{found.start:%H:%M}", f"{found.end:%H:%M}") == ("18:30", "19:45")
