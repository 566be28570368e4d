"""Words that are heard long after they were said, by a bot that was away: they mean what they meant then."""

from datetime import timedelta
from pathlib import Path

from tests.acceptance.event_steps import planned
from tests.stage import Stage, staged


async def heard_after(stage: Stage, text: str, **later: float) -> None:
    """Carla types something while the bot is away, which comes back after a while."""
    stage.platform.say("#lyon", "@carla", text)
    stage.clock.set(stage.clock.now() + timedelta(**later))
    await stage.settle()


async def test_tomorrow_is_the_day_after_it_was_said(tmp_path: Path) -> None:
    """A plan, a deadline and a new date that were typed on Wednesday and are heard on Thursday name the same days."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await planned(stage, "!event Potluck 9 december 7pm")
        await heard_after(stage, "!event Walk friday 9am", days=1)
        assert "27 November" in stage.sees("Walk").text
        await heard_after(stage, '!poll "Tea?" Green Black close="in 2 days"', days=1)
        assert "Open until Saturday, 28 November" in stage.sees("Open until").text
        await heard_after(stage, "!event move 1 saturday", hours=1)
        assert "New: Saturday, 28 November" in stage.sees("has a new date").text


async def test_a_time_that_is_over_when_it_is_heard_is_not_taken(tmp_path: Path) -> None:
    """What was still ahead when it was typed, and is past once it is heard, is said to be past, not moved on."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await planned(stage, "!event Potluck 9 december 7pm")
        for text in (
            "!event Walk tomorrow 9am",
            '!poll "Tea?" Green Black close="tomorrow 9am"',
            "!event move 1 tomorrow",
        ):
            before = len(stage.shown())
            await heard_after(stage, text, days=3)
            assert "That is in the past" in stage.last().text
            assert len(stage.shown()) == before + 1
