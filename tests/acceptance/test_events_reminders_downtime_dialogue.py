"""Tests for reminders that are due during a downtime, a move, or in great numbers."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bots.core.inbound import CommandInvoked, TimerFired
from bots.features.events import rules
from storage.queries import timers
from storage.tables import Event, EventState
from tests.acceptance.event_steps import first_lines, reminder_messages, set_up_event
from tests.stage import PLAIN, RICH, Stage, staged

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = datetime(2026, 11, 27, 19, 0, tzinfo=PARIS)


async def restart_at(stage: Stage, until: datetime) -> None:
    """Stop the bot and start it again at a later time."""
    await stage.close()
    stage.clock.set(until)
    await stage.open()
    await stage.settle()


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
        assert ("Sorry this is late" in reminder_messages(stage)[0].text) == (excuse or "14 hours" in head)
        await stage.restart()
        await stage.settle()
        assert len(reminder_messages(stage)) == 1


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
