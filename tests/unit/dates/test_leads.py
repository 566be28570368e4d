"""Tests for lists of reminders as people type them."""

from __future__ import annotations

import pytest

from bots.dates.errors import CalendarProblem
from bots.dates.leads import parse_leads


@pytest.mark.parametrize(
    ("typed", "short"),
    [
        ("0, 2h; 1 day\n120 min,", "1d,2h,0m"),
        ("2 days before, 1 hour before", "2d,1h"),
        ("the day before and 2 hours before", "1d,2h"),
        ("1 day and 1 hour before", "1d,1h"),
        ("1 hour and 30 minutes before", "1h30m"),
        ("la veille et 1h avant", "1d,1h"),
        ("30 min avant", "30m"),
        ("am Tag davor und eine Stunde vorher", "1d,1h"),
        ("el día antes y una hora antes", "1d,1h"),
    ],
)
def test_list_of_reminders_is_read(typed: str, short: str) -> None:
    """A list comes back longest first without duplicates, whether or not its entries say that they are before."""
    assert ",".join(offset.short for offset in parse_leads(typed)) == short


@pytest.mark.parametrize(
    ("text", "given"), [("1 day, soon", "soon"), ("", ""), (" , ", ","), ("1 hour later", "1 hour later")]
)
def test_unreadable_reminder_is_named(text: str, given: str) -> None:
    """The problem names the unreadable entry, and an empty list or a time after the start is a problem too."""
    with pytest.raises(CalendarProblem) as caught:
        parse_leads(text)
    assert (caught.value.text_id, caught.value.text_args["given"]) == ("span-unreadable", given)
