"""Reminders: on time in every zone, late as long as they are of use, never twice."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bots.core.inbound import CommandInvoked, TimerFired
from bots.features.events import rules
from bots.testing import Shown
from storage.queries import timers
from storage.tables import Event, EventState
from tests.acceptance.event_steps import answers, gathering, planned, said
from tests.stage import PLAIN, RICH, Stage, staged

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = datetime(2026, 11, 27, 19, 0, tzinfo=PARIS)


def reminders(stage: Stage, room: str = "#lyon") -> list[Shown]:
    """What was said with a clock or a bell."""
    return stage.matching(lambda message: message.text[0] in "⏰🔔", room)


def heads(stage: Stage, room: str = "#lyon") -> list[str]:
    """The first line of each reminder."""
    return [said(message).split("\n")[0] for message in reminders(stage, room)]


async def away(stage: Stage, until: datetime) -> None:
    """The bot is down until then."""
    await stage.close()
    stage.clock.set(until)
    await stage.open()
    await stage.settle()


async def test_a_day_an_hour_and_the_start(tmp_path: Path) -> None:
    """Each at its time, once, to those who come; the card stops asking at the end."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage)
        await answers(stage, card, anna="✅", ben="🤔", cleo="❌")
        await stage.until(FRIDAY - timedelta(days=1, seconds=1))
        assert reminders(stage) == []
        await stage.forward(seconds=1)
        assert said(reminders(stage)[0]).split("\n") == [
            "⏰ Potluck (event 1) is tomorrow: Friday, 27 November 2026 at 19:00 (Paris time)",
            "📍 the garden",
            "For anna, ben",
        ]
        content = reminders(stage)[0].content
        assert content is not None
        assert content.mentions == ("@anna", "@ben")
        await stage.until(FRIDAY - timedelta(hours=1))
        assert "begins in 1 hour: Friday" in heads(stage)[1]
        await stage.until(FRIDAY)
        assert heads(stage)[2].startswith("🔔 Potluck (event 1) begins now: Friday")
        await stage.restart()
        await stage.forward(days=2)
        assert len(reminders(stage)) == 3
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
async def test_other_languages_and_zones(
    tmp_path: Path, locale: str, zone: str, line: str, when: str, start: datetime
) -> None:
    """The wall clock is the room's, the words are its language, the instant is right."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale, zone=zone)
        await stage.say("@carla", line)
        assert when in said(stage.last())
        await stage.say("@carla", "oui" if locale == "fr" else "yes")
        await stage.until(start - timedelta(seconds=1))
        assert len(reminders(stage)) == 2
        await stage.forward(seconds=1)
        assert len(reminders(stage)) == 3
        assert all(when in head for head in heads(stage))


async def test_reminders_in_french(tmp_path: Path) -> None:
    """The whole way in the room's language."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage, "!event Repas vendredi 19h au jardin", locale="fr")
        await answers(stage, card, anna="✅", ben="❌")
        assert said(card).split("\n") == [
            "Événement 1 : Repas",
            "📅 vendredi 27 novembre 2026 à 19:00 (heure de Paris)",
            "📍 le jardin",
            "✅ 1 vient : anna",
            "❌ 1 ne peut pas",
        ]
        await stage.until(FRIDAY)
        ends = ["c’est demain", "commence dans 1 heure", "commence maintenant"]
        assert [end in head for end, head in zip(ends, heads(stage), strict=True)] == [True, True, True]
        assert said(reminders(stage)[0]).endswith("Pour anna")


async def test_over_a_dst_change_the_wall_clock_is_kept(tmp_path: Path) -> None:
    """Seven in the evening after the change; the day before at seven too; the hour before exactly."""
    async with staged(tmp_path, PLAIN, at=datetime(2027, 3, 20, 9, tzinfo=UTC)) as stage:
        await gathering(stage, "!event Potluck march 28 at 7pm")
        await stage.until(datetime(2027, 3, 27, 19, 0, tzinfo=PARIS) - timedelta(seconds=1))
        assert reminders(stage) == []
        await stage.forward(seconds=1)
        assert "is tomorrow: Sunday, 28 March 2027 at 19:00" in heads(stage)[0]
        await stage.until(datetime(2027, 3, 28, 16, 0, tzinfo=UTC))
        assert "in 1 hour" in heads(stage)[1]


async def test_an_hour_that_does_not_exist(tmp_path: Path) -> None:
    """The preview says which one was taken instead."""
    async with staged(tmp_path, PLAIN, at=datetime(2027, 3, 20, 9, tzinfo=UTC)) as stage:
        await stage.community()
        await stage.say("@carla", "!event Stargazing march 28 at 2:30")
        assert "at 03:30" in said(stage.last())
        assert "that hour does not exist" in said(stage.last())


async def test_reminders_already_past_are_not_made(tmp_path: Path) -> None:
    """The preview names those that will go out, and only they do."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event Tea in 30 minutes")
        assert "⏰ Reminders: at the start" in stage.last().text
        await stage.say("@carla", "yes")
        await stage.forward(days=1)
        assert len(reminders(stage)) == 1


@pytest.mark.parametrize(
    ("offsets", "words", "number"),
    [
        ("1w, 90 min", "7 days before, 1 hour 30 minutes before", 1),
        ("2d,1d", "2 days before, 1 day before", 2),
        ("", "No reminder will go out.", 0),
    ],
)
async def test_the_community_sets_the_offsets(tmp_path: Path, offsets: str, words: str, number: int) -> None:
    """Those of the community at the time; none when it wants none."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(reminders=offsets)
        await stage.say("@carla", "!event Potluck saturday 5 december 7pm")
        assert words in stage.last().text
        await stage.say("@carla", "no")
        await planned(stage)
        await stage.forward(days=5)
        assert len(reminders(stage)) == min(number, 1 if offsets != "2d,1d" else 2)


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
async def test_after_a_downtime_the_newest_is_sent_while_useful(
    tmp_path: Path, back: timedelta, head: str, excuse: bool
) -> None:
    """With honest words; of several missed ones one is sent, and what is of no use any more is not."""
    async with staged(tmp_path, PLAIN) as stage:
        await gathering(stage)
        await away(stage, FRIDAY + back)
        if not head:
            assert reminders(stage) == []
            return
        assert len(reminders(stage)) == 1
        assert head.removeprefix("is ") in heads(stage)[0]
        assert ("Sorry, this comes late" in reminders(stage)[0].text) == (excuse or "14 hours" in head)
        await stage.restart()
        await stage.settle()
        assert len(reminders(stage)) == 1


async def test_more_than_twenty_are_not_notified(tmp_path: Path) -> None:
    """Their number is said instead."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage)
        for number in range(21):
            stage.platform.react(card.id, f"@m{number:02}", "✅" if number % 2 else "🤔")
        await stage.settle()
        await stage.until(FRIDAY)
        content = reminders(stage)[-1].content
        assert content is not None
        assert content.mentions == ()
        assert reminders(stage)[-1].text.endswith("For the 21 people who said yes or maybe.")


async def test_moved_in_the_moment_in_which_a_reminder_fires(tmp_path: Path) -> None:
    """The old one is not sent, the new ones are not lost."""
    async with staged(tmp_path, PLAIN) as stage:
        await gathering(stage)
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
        assert len(reminders(stage)) == 1
        await stage.until(FRIDAY + timedelta(days=1))
        assert [head.split(" (event 1) ")[1].split(":")[0] for head in heads(stage)] == [
            "is tomorrow", "begins in 1 hour", "begins now"
        ]  # fmt: skip
        assert "at 20:30" in heads(stage)[-1]


async def test_the_room_was_lost(tmp_path: Path) -> None:
    """Nothing breaks, and nothing is sent, until the bot is asked in again."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", "!event Potluck friday 7pm")
        await stage.press("@carla", stage.last(), "✅")
        stage.platform.remove_bot("#lyon")
        await stage.until(FRIDAY - timedelta(hours=2))
        assert reminders(stage) == []
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.until(FRIDAY)
        assert len(reminders(stage)) == 2


@pytest.mark.slow
async def test_a_thousand_at_once(tmp_path: Path) -> None:
    """All are sent, each once, in the room they belong to."""
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
            titles = [head.split(" ")[1] for head in heads(stage, f"#room{place}")]
            assert sorted(titles) == sorted(f"T{place}.{number}" for number in range(1, 51))
        await stage.restart()
        await stage.forward(minutes=5)
        assert sum(len(reminders(stage, f"#room{place}")) for place in range(20)) == 1000
