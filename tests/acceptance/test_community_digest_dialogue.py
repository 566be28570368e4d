"""Tests for the digest of a community, in its home."""

from datetime import UTC, datetime
from pathlib import Path

from tests.acceptance.event_steps import announce_event
from tests.stage import staged


async def test_community_has_its_own_digest(tmp_path: Path) -> None:
    """A community's digest is off until it is wanted; it tells its members what happened."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!digest")
        assert "has no digest" in stage.last().text
        await stage.say("@carla", "!config digest daily")
        await stage.forward(minutes=1)
        await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await stage.react("@anna", stage.sees("Tea?"), "1️⃣")
        await stage.say("@carla", "!poll close")
        await stage.say("@carla", "!digest add Bring a cake")
        await stage.until(datetime(2026, 11, 25, 16, 59, tzinfo=UTC))
        stage.never_saw("What happened in Lyon")
        await stage.until(datetime(2026, 11, 25, 17, 5, tzinfo=UTC))
        digest = stage.sees("What happened in Lyon").text
        assert "• Bring a cake" in digest
        assert "• Tea? → Green" in digest
        assert "• Potluck, Saturday" in digest
        await stage.say("@carla", "!config digest never")
        await announce_event(stage, "!event Walk sunday 7pm at the garden")
        await stage.forward(days=3)
        assert len(stage.matching(lambda m: "What happened in Lyon" in m.text)) == 1


async def test_digest_of_a_community_waits_for_the_end_of_quiet_hours(tmp_path: Path) -> None:
    """A digest that is due in the quiet hours comes when they are over."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!config digest daily")
        await stage.say("@carla", "!config digest-hour 23")
        await stage.say("@carla", "!digest add Bring a cake")
        await stage.until(datetime(2026, 11, 26, 6, 59, tzinfo=UTC))
        stage.never_saw("What happened in Lyon")
        await stage.until(datetime(2026, 11, 26, 7, 5, tzinfo=UTC))
        stage.sees("What happened in Lyon")
