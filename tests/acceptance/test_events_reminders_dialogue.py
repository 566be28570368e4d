"""Tests for event reminders: when the bot sends them, to whom, and in which words."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.acceptance.event_steps import announce_event, first_lines, plain_text, reminder_messages, rsvp, set_up_event
from tests.stage import PLAIN, staged

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = datetime(2026, 11, 27, 19, 0, tzinfo=PARIS)


async def test_reminders_a_day_and_an_hour_before_and_at_start(tmp_path: Path) -> None:
    """The bot reminds the guests once a day before, once an hour before and once at the start."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await rsvp(stage, card, anna="✅", ben="🤔", cleo="❌")
        await stage.until(FRIDAY - timedelta(days=1, seconds=1))
        assert reminder_messages(stage) == []
        await stage.forward(seconds=1)
        assert plain_text(reminder_messages(stage)[0]).split("\n") == [
            "⏰ Potluck (event 1) is tomorrow: Friday, 27 November 2026 at 19:00 (Paris time)",
            "📍 the garden",
            "For anna, ben",
        ]
        content = reminder_messages(stage)[0].content
        assert content is not None
        assert content.mentions == ("@anna", "@ben")
        await stage.until(FRIDAY - timedelta(hours=1))
        assert "begins in 1 hour: Friday" in first_lines(stage)[1]
        await stage.until(FRIDAY)
        assert first_lines(stage)[2].startswith("🔔 Potluck (event 1) begins now: Friday")
        await stage.restart()
        await stage.forward(days=2)
        assert len(reminder_messages(stage)) == 3
        assert "it’s over" in card.text


@pytest.mark.parametrize(
    ("locale", "zone", "line", "when", "start"),
    [
        (
            "fr", "Europe/Paris", "!event Repas vendredi 19h au jardin",
            "vendredi 27 novembre 2026 à 19:00 (heure de Paris)", datetime(2026, 11, 27, 18, tzinfo=UTC),
        ),
        (
            "en", "America/New_York", "!event Potluck friday 7pm at the garden",
            "Friday, November 27, 2026 at 7:00 PM (New York time)", datetime(2026, 11, 28, 0, tzinfo=UTC),
        ),
        (
            "en", "Asia/Kathmandu", "!event Potluck friday 7pm at the garden",
            "Friday, November 27, 2026 at 7:00 PM (Kathmandu time)", datetime(2026, 11, 27, 13, 15, tzinfo=UTC),
        ),
    ],
)  # fmt: skip
async def test_reminders_use_language_and_zone_of_room(
    tmp_path: Path, locale: str, zone: str, line: str, when: str, start: datetime
) -> None:
    """Reminders arrive at the right moment and name the time in the room's language and zone."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale, zone=zone)
        await stage.say("@carla", line)
        assert when in plain_text(stage.last())
        await stage.say("@carla", "oui" if locale == "fr" else "yes")
        await stage.until(start - timedelta(seconds=1))
        assert len(reminder_messages(stage)) == 2
        await stage.forward(seconds=1)
        assert len(reminder_messages(stage)) == 3
        assert all(when in head for head in first_lines(stage))


async def test_reminders_in_french(tmp_path: Path) -> None:
    """In a French community the card and all reminders are in French."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, "!event Repas vendredi 19h au jardin", locale="fr")
        await rsvp(stage, card, anna="✅", ben="❌")
        assert plain_text(card).split("\n") == [
            "Événement 1 : Repas",
            "📅 vendredi 27 novembre 2026 à 19:00 (heure de Paris)",
            "📍 le jardin",
            "✅ 1 vient : anna",
            "❌ 1 ne peut pas",
        ]
        await stage.until(FRIDAY)
        ends = ["c’est demain", "commence dans 1 heure", "commence maintenant"]
        assert [end in head for end, head in zip(ends, first_lines(stage), strict=True)] == [True, True, True]
        assert plain_text(reminder_messages(stage)[0]).endswith("Pour anna")


async def test_day_before_reminder_keeps_local_hour_over_dst_change(tmp_path: Path) -> None:
    """Over a daylight saving change the reminder a day before comes at the same local hour as the event."""
    async with staged(tmp_path, PLAIN, at=datetime(2027, 3, 20, 9, tzinfo=UTC)) as stage:
        await set_up_event(stage, "!event Potluck march 28 at 7pm")
        await stage.until(datetime(2027, 3, 27, 19, 0, tzinfo=PARIS) - timedelta(seconds=1))
        assert reminder_messages(stage) == []
        await stage.forward(seconds=1)
        assert "is tomorrow: Sunday, 28 March 2027 at 19:00" in first_lines(stage)[0]
        await stage.until(datetime(2027, 3, 28, 16, 0, tzinfo=UTC))
        assert "in 1 hour" in first_lines(stage)[1]


async def test_skipped_hour_is_moved_and_explained(tmp_path: Path) -> None:
    """The preview moves a start in the hour that daylight saving time skips and says so."""
    async with staged(tmp_path, PLAIN, at=datetime(2027, 3, 20, 9, tzinfo=UTC)) as stage:
        await stage.community()
        await stage.say("@carla", "!event Stargazing march 28 at 02:30")
        assert "at 03:30" in plain_text(stage.last())
        assert "that hour does not exist" in plain_text(stage.last())


async def test_past_reminders_are_left_out(tmp_path: Path) -> None:
    """The preview of an event in half an hour names only the reminder at the start, and only that one is sent."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event Tea in 30 minutes")
        assert "⏰ Reminders: at the start" in stage.last().text
        await stage.say("@carla", "yes")
        await stage.forward(days=1)
        assert len(reminder_messages(stage)) == 1


@pytest.mark.parametrize(
    ("offsets", "words", "number"),
    [
        ("1w, 90 min", "7 days before, 1 hour 30 minutes before", 1),
        ("2d,1d", "2 days before, 1 day before", 2),
        ("", "No reminders.", 0),
    ],
)
async def test_reminder_times_follow_community_setting(tmp_path: Path, offsets: str, words: str, number: int) -> None:
    """The preview and the reminders follow the times that the community has set."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(reminders=offsets)
        await stage.say("@carla", "!event Potluck saturday 5 december 7pm")
        assert words in stage.last().text
        await stage.say("@carla", "no")
        await announce_event(stage)
        await stage.forward(days=5)
        assert len(reminder_messages(stage)) == number


async def test_reminder_for_many_guests_notifies_nobody(tmp_path: Path) -> None:
    """A reminder for more than twenty guests gives their number instead of notifying them."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        for number in range(21):
            stage.platform.react(card.id, f"@m{number:02}", "✅" if number % 2 else "🤔")
        await stage.settle()
        await stage.until(FRIDAY)
        content = reminder_messages(stage)[-1].content
        assert content is not None
        assert content.mentions == ()
        assert reminder_messages(stage)[-1].text.endswith("For the 21 people who said yes or maybe.")
