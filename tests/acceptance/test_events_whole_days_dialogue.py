"""Events that take whole days: how they are shown, moved, reminded of, and written into a calendar."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bots.features.events import calendar_entries, rules
from storage.queries.events import EventOccurrence
from storage.tables import Event
from tests.acceptance.event_steps import event_cards, first_lines, plain_text, set_up_event
from tests.stage import PLAIN, staged

PARIS = ZoneInfo("Europe/Paris")


async def test_days_in_a_row_are_shown_without_hours(tmp_path: Path) -> None:
    """The preview, the card and the list show the days of an event, and no hour."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event Camp 4-6 december at the lake")
        assert "📅 Friday, 4 December 2026 to Sunday, 6 December 2026, all day\n📍 the lake" in plain_text(stage.last())
        assert "⏰ Reminders: 1 day before, that morning" in plain_text(stage.last())
        await stage.say("@carla", "yes")
        assert "Friday, 4 December 2026 to Sunday, 6 December 2026, all day" in plain_text(event_cards(stage)[-1])
        await stage.say("@carla", "!event list")
        assert "Fri, 4 Dec 2026 to Sun, 6 Dec 2026, all day" in plain_text(stage.last())


@pytest.mark.parametrize(
    ("locale", "line", "shown"),
    [
        ("fr", "!event Braderie samedi toute la journée", "samedi 28 novembre 2026, toute la journée"),
        ("fr", "!event Sortie du 4 au 6 décembre", "du vendredi 4 décembre 2026 au dimanche 6 décembre 2026"),
        ("de", "!event Flohmarkt Samstag ganztägig", "Samstag, 28. November 2026, ganztägig"),
        ("es", "!event Feria del 4 al 6 de diciembre", "del viernes, 4 de diciembre de 2026 al domingo, 6 de"),
    ],
)
async def test_whole_days_in_each_language(tmp_path: Path, locale: str, line: str, shown: str) -> None:
    """Each language has its own words for whole days."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale)
        await stage.say("@carla", line)
        assert shown in plain_text(stage.last())


async def test_whole_days_are_reminded_of_in_the_morning(tmp_path: Path) -> None:
    """Reminders of a whole day come at nine in the morning: a day before, and once on the day."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage, "!event Market saturday all day")
        await stage.until(datetime(2026, 11, 27, 8, 59, tzinfo=PARIS))
        assert first_lines(stage) == []
        await stage.until(datetime(2026, 11, 27, 9, 0, tzinfo=PARIS))
        assert first_lines(stage) == ["⏰ Market (event 1) is tomorrow: Saturday, 28 November 2026, all day"]
        await stage.forward(days=3)
        assert first_lines(stage)[1:] == ["⏰ Market (event 1) is today: Saturday, 28 November 2026, all day"]
        assert "over" in event_cards(stage)[-1].text


async def test_moving_keeps_whole_days(tmp_path: Path) -> None:
    """A new day keeps the number of days, and an hour makes it an event of that hour."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, "!event Camp 4-6 december")
        await stage.say("@carla", "!event move 1 11 december")
        await stage.forward(seconds=5)
        assert "Friday, 11 December 2026 to Sunday, 13 December 2026, all day" in plain_text(card)
        await stage.say("@carla", "!event move 1 12 december 10:00")
        await stage.forward(seconds=5)
        assert "Saturday, 12 December 2026 at 10:00" in plain_text(card)


async def test_today_can_be_a_whole_day(tmp_path: Path) -> None:
    """Today can still be announced as a whole day."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, "!event Open house today, all day")
        assert "all day" in plain_text(card)


def test_calendar_file_of_whole_days_has_dates() -> None:
    """The calendar file has dates instead of hours, and ends with the day after the last."""
    start, end = datetime(2026, 12, 4, tzinfo=PARIS), datetime(2026, 12, 7, tzinfo=PARIS)
    occurrence = rules.new_occurrence(1, start, end, PARIS, all_day=True)
    event = Event(community_id=1, room_id=1, number=1, title="Camp", created_by=1, created_at=start)
    written = calendar_entries.calendar([calendar_entries.single(EventOccurrence(event, occurrence))]).to_ical()
    entry = Calendar.from_ical(written).events[0]
    assert (entry.start, entry.end) == (date(2026, 12, 4), date(2026, 12, 7))
