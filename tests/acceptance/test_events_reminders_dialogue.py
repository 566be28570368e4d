"""Tests for event reminders: when the bot sends them, to whom, and what it does after a downtime."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bots.core.inbound import CommandInvoked, TimerFired
from bots.features.events import rules
from bots.testing import Shown
from storage.queries import timers
from storage.tables import Event, EventState
from tests.acceptance.event_steps import announce_event, plain_text, rsvp, set_up_event
from tests.stage import PLAIN, RICH, Stage, staged

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = datetime(2026, 11, 27, 19, 0, tzinfo=PARIS)


def reminder_messages(stage: Stage, room: str = "#lyon") -> list[Shown]:
    """Return the bot's reminders in a room, oldest first."""
    return stage.matching(lambda message: message.text[0] in "⏰🔔", room)


def first_lines(stage: Stage, room: str = "#lyon") -> list[str]:
    """Return the first line of each reminder."""
    return [plain_text(message).split("\n")[0] for message in reminder_messages(stage, room)]


async def restart_at(stage: Stage, until: datetime) -> None:
    """Stop the bot and start it again at a later time."""
    await stage.close()
    stage.clock.set(until)
    await stage.open()
    await stage.settle()


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
        assert "it is over" in card.text


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
        await stage.say("@carla", "!event Stargazing march 28 at 2:30")
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
        ("", "No reminder will go out.", 0),
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
        assert len(reminder_messages(stage)) == min(number, 1 if offsets != "2d,1d" else 2)


@pytest.mark.parametrize(
    ("back", "head", "excuse"),
    [
        (timedelta(hours=-14), "is in 14 hours", False),
        (timedelta(minutes=-40), "begins in 40 minutes", True),
        (timedelta(minutes=3), "began 3 minutes ago", False),
        (timedelta(minutes=14), "began 14 minutes ago", True),
        (timedelta(minutes=16), "", False),
        (timedelta(days=9), "", False),
    ],
)
async def test_late_reminder_after_downtime(tmp_path: Path, back: timedelta, head: str, excuse: bool) -> None:
    """After a downtime the bot sends only the newest missed reminder, and none if it is useless by then."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage)
        await restart_at(stage, FRIDAY + back)
        if not head:
            assert reminder_messages(stage) == []
            return
        assert len(reminder_messages(stage)) == 1
        assert head.removeprefix("is ") in first_lines(stage)[0]
        assert ("Sorry, this comes late" in reminder_messages(stage)[0].text) == (excuse or "14 hours" in head)
        await stage.restart()
        await stage.settle()
        assert len(reminder_messages(stage)) == 1


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


async def test_move_while_reminder_is_due(tmp_path: Path) -> None:
    """An event that moves while a reminder is due sends no outdated reminder and all new ones."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage)
        due = FRIDAY.astimezone(UTC) - timedelta(hours=1)
        await stage.until(due - timedelta(minutes=1))
        stage.clock.set(due)
        async with stage.database.reading() as uow:
            timer = (await timers.due_timers(uow, due, 1))[0]
        move = CommandInvoked(
            key="move", account="memory", room="#lyon", at=due, line="event move 1 20:30",
            person=stage.platform.person("@carla", "#lyon"),
        )  # fmt: skip
        fired = TimerFired(
            key="t", account="", room="", at=due, timer=timer.id, kind=timer.kind, subject=timer.subject, due=due
        )
        await stage.application.dispatch.submit([move, fired])
        await stage.settle()
        assert len(reminder_messages(stage)) == 1
        await stage.until(FRIDAY + timedelta(days=1))
        assert [head.split(" (event 1) ")[1].split(":")[0] for head in first_lines(stage)] == [
            "is tomorrow", "begins in 1 hour", "begins now"
        ]  # fmt: skip
        assert "at 20:30" in first_lines(stage)[-1]


async def test_reminders_resume_after_reinvitation(tmp_path: Path) -> None:
    """The bot sends no reminder to a room that removed it and resumes once it is invited again."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", "!event Potluck friday 7pm")
        await stage.press("@carla", stage.last(), "✅")
        stage.platform.remove_bot("#lyon")
        await stage.until(FRIDAY - timedelta(hours=2))
        assert reminder_messages(stage) == []
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.until(FRIDAY)
        assert len(reminder_messages(stage)) == 2


@pytest.mark.slow
async def test_thousand_reminders_at_once(tmp_path: Path) -> None:
    """A thousand reminders due at once are each sent once, in their own room."""
    async with staged(tmp_path, PLAIN) as stage:
        start = FRIDAY.astimezone(UTC)
        for place in range(20):
            community = await stage.community(f"#room{place}", name=f"C{place}", connector=f"@c{place}")
            async with stage.database.transaction() as uow:
                for number in range(1, 51):
                    event = await uow.add(
                        Event(
                            community_id=community.id, room_id=community.id, number=number, state=EventState.PLANNED,
                            title=f"T{place}.{number}", reminders="1h", created_by=place + 1, created_at=start,
                        )
                    )  # fmt: skip
                    occurrence = await uow.add(rules.new_occurrence(event.id, start, None, PARIS))
                    await stage.set_timer(uow, "event-reminder", f"{occurrence.id}:1h", start - timedelta(hours=1))
        await stage.until(start - timedelta(hours=1))
        for place in range(20):
            titles = [head.split(" ")[1] for head in first_lines(stage, f"#room{place}")]
            assert sorted(titles) == sorted(f"T{place}.{number}" for number in range(1, 51))
        await stage.restart()
        await stage.forward(minutes=5)
        assert sum(len(reminder_messages(stage, f"#room{place}")) for place in range(20)) == 1000
