"""Tests for messages that the bot reads long after they were written, because it was down."""

from datetime import timedelta
from pathlib import Path

from tests.acceptance.event_steps import announce_event
from tests.stage import Stage, staged


async def say_while_bot_is_away(stage: Stage, text: str, **later: float) -> None:
    """Type something as Carla while the bot is down, and let the bot read it later."""
    stage.platform.say("#lyon", "@carla", text)
    stage.clock.set(stage.clock.now() + timedelta(**later))
    await stage.settle()


async def test_relative_dates_count_from_time_of_writing(tmp_path: Path) -> None:
    """Relative dates count from the time of writing, although the bot reads them a day later."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await announce_event(stage, "!event Potluck 9 december 7pm")
        await say_while_bot_is_away(stage, "!event Walk friday 9am", days=1)
        assert "27 November" in stage.sees("Walk").text
        await say_while_bot_is_away(stage, '!poll "Tea?" Green Black close="in 2 days"', days=1)
        assert "Open until Saturday, 28 November" in stage.sees("Open until").text
        await say_while_bot_is_away(stage, "!event move 1 tomorrow", hours=1)
        assert "New: Saturday, 28 November" in stage.sees("has moved").text


async def test_time_that_passed_before_reading_is_refused(tmp_path: Path) -> None:
    """The bot refuses a time that was ahead at the time of writing and has passed since."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await announce_event(stage, "!event Potluck 9 december 7pm")
        for text in (
            "!event Walk tomorrow 9am",
            '!poll "Tea?" Green Black close="tomorrow 9am"',
            "!event move 1 tomorrow",
        ):
            before = len(stage.shown())
            await say_while_bot_is_away(stage, text, days=3)
            assert "That is in the past" in stage.last().text
            assert len(stage.shown()) == before + 1
