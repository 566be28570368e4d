"""Tests for series as the platform's own scheduled events."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from msgspec import structs

from bots.core.outbound import PublishScheduledEvent
from tests.acceptance.event_steps import announce_event
from tests.stage import PLAIN, Stage, staged

EVENTS = structs.replace(PLAIN, scheduled_events=True)


def _shown(stage: Stage) -> list[PublishScheduledEvent]:
    return list(stage.platform.scheduled_events.values())


async def test_one_event_of_the_platform_shows_date_after_date(tmp_path: Path) -> None:
    """It has the rule; when a date is over it shows the next one, by the wall clock also when the clocks change."""
    async with staged(tmp_path, EVENTS, at=datetime(2027, 3, 20, 9, tzinfo=UTC)) as stage:
        await stage.community()
        await announce_event(stage, "!event Yoga every tuesday 6pm")
        (first,) = _shown(stage)
        assert (first.rule, first.zone) == ("FREQ=WEEKLY;BYDAY=TU", "Europe/Paris")
        assert first.start == datetime(2027, 3, 23, 17, tzinfo=UTC)
        await stage.until(datetime(2027, 3, 23, 22, tzinfo=UTC))
        (second,) = _shown(stage)
        assert second.start == datetime(2027, 3, 30, 16, tzinfo=UTC)
        assert second.card != first.card
        await stage.say("@carla", "!event cancel 2 It rains")
        await stage.say("@carla", "one")
        await stage.forward(seconds=5)
        (third,) = _shown(stage)
        assert third.start == datetime(2027, 4, 6, 16, tzinfo=UTC)


async def test_moved_date_has_no_rule(tmp_path: Path) -> None:
    """A date that was moved alone comes again on the day of the rule, so that its own event has none."""
    async with staged(tmp_path, EVENTS) as stage:
        await stage.community()
        await announce_event(stage, "!event Yoga every tuesday 6pm except august")
        await announce_event(stage, "!event Choir every thursday 6pm")
        await stage.say("@carla", "!event move 2 friday 8pm")
        await stage.say("@carla", "one")
        await stage.forward(seconds=5)
        assert [one.rule for one in _shown(stage)] == ["FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3,4,5,6,7,9,10,11,12", ""]
        assert {one.title: one.rule for one in _shown(stage)}["Choir"] == ""


async def test_change_of_the_rule_reaches_the_platform(tmp_path: Path) -> None:
    """`event repeat` gives the platform's event the new rule, and takes it away where no date follows."""
    async with staged(tmp_path, EVENTS) as stage:
        await stage.community()
        await announce_event(stage, "!event Yoga tuesday 6pm")
        assert _shown(stage)[0].rule == ""
        await stage.say("@carla", "!event repeat 1 every 2 weeks on tuesday")
        await stage.say("@carla", "yes")
        await stage.forward(seconds=5)
        assert _shown(stage)[0].rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
        await stage.say("@carla", "!event repeat 1 no")
        await stage.say("@carla", "yes")
        await stage.forward(seconds=5)
        assert [one.rule for one in _shown(stage)] == [""]
