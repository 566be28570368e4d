"""Quiet hours of event reminders (ADR 41): what can wait waits, what can't comes in time without a sound."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.acceptance.event_steps import announce_event, rsvp
from tests.stage import Stage, staged


def reminders(stage: Stage) -> list[tuple[str, bool]]:
    """Return the time in Paris and the silence of each reminder."""
    found = stage.matching(lambda m: "Walk" in m.text and ("⏰" in m.text or "🔔" in m.text))
    return [(m.text, bool(m.content and m.content.silent)) for m in found]


async def watch_reminders(stage: Stage, line: str, until: datetime) -> list[tuple[str, bool]]:
    """Plan an event that Anna comes to, and return when each of its reminders came (UTC), and whether silently."""
    await stage.community()
    card = await announce_event(stage, line)
    await rsvp(stage, card, anna="✅")
    times: list[tuple[str, bool]] = []
    while stage.clock.now() < until:
        await stage.forward(minutes=15)
        for _, silent in reminders(stage)[len(times) :]:
            times.append((f"{stage.clock.now():%d %H:%M}", silent))
    return times


@pytest.mark.parametrize(
    ("line", "times"),
    [
        # At 7 in Paris, quiet until 8: a day before waits an hour; an hour before and the start can't wait.
        ("!event Walk saturday 07:00 at the park", [("27 07:00", False), ("28 05:00", True), ("28 06:00", True)]),
        # At 23:00: "tomorrow" waits for the morning; an hour before and the start come in time.
        ("!event Walk saturday 23:00 at the park", [("28 07:00", False), ("28 21:00", True), ("28 22:00", True)]),
        # At 8:30: the hour before waits until 8, and half an hour is left.
        ("!event Walk saturday 8:30am at the park", [("27 07:30", False), ("28 07:00", False), ("28 07:30", False)]),
        # At 8:15 only a quarter of an hour would be left.
        ("!event Walk saturday 8:15am at the park", [("27 07:15", False), ("28 06:15", True), ("28 07:15", False)]),
    ],
)
async def test_reminders_around_the_night(tmp_path: Path, line: str, times: list[tuple[str, bool]]) -> None:
    """A reminder of the night waits if half of its notice is left in the morning, else it comes silently in time."""
    async with staged(tmp_path) as stage:
        assert await watch_reminders(stage, line, datetime(2026, 11, 29, 0, 0, tzinfo=UTC)) == times


async def test_silent_reminder_mentions_who_comes_and_does_not_apologize(tmp_path: Path) -> None:
    """A reminder at night mentions those who come; one that waited for the morning does not say that it is late."""
    async with staged(tmp_path) as stage:
        await watch_reminders(stage, "!event Walk saturday 07:00 at the park", datetime(2026, 11, 28, 7, tzinfo=UTC))
        first, second, _ = stage.matching(lambda m: "⏰" in m.text or "🔔" in m.text)
        assert "late" not in first.text
        assert second.content is not None
        assert second.content.mentions == ("@anna",)


async def test_event_moved_at_night_is_not_reminded_of_in_the_morning(tmp_path: Path) -> None:
    """A reminder that waits for the morning is dropped when the event was moved or cancelled meanwhile."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await announce_event(stage, "!event Walk saturday 23:00 at the park")
        await stage.until(datetime(2026, 11, 27, 23, 0, tzinfo=UTC))
        await stage.say("@carla", "!event cancel 1 It rains")
        count = len(reminders(stage))
        await stage.restart()
        await stage.until(datetime(2026, 11, 29, 0, 0, tzinfo=UTC))
        assert len(reminders(stage)) == count
