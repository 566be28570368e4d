"""On platforms with brief dates, the year and the zone are left out where they say nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.acceptance.room_steps import invite_bot
from tests.stage import Stage, staged

BRIEF = Capabilities(buttons=True, toasts=True, brief_moments=True)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a bot on a platform with brief dates."""
    async with staged(tmp_path, BRIEF) as made:
        yield made


async def test_event_of_this_year_has_neither_year_nor_zone(stage: Stage) -> None:
    """Everybody in the community's room knows the year and the zone of its events."""
    await stage.community()
    await stage.say("@carla", "!event Potluck friday 7pm")
    await stage.press("@carla", stage.last(), "Announce it")
    assert "Friday, 27 November at 19:00\n" in stage.sees("Event 1: Potluck").text
    await stage.say("@carla", "!event list")
    assert "Potluck · Fri, 27 Nov, 19:00" in stage.last().text


async def test_event_of_next_year_has_its_year(stage: Stage) -> None:
    """The year is said when it is another one."""
    await stage.community()
    await stage.say("@carla", "!event Potluck on 8 January 2027 at 7pm")
    assert "Friday, 8 January 2027 at 19:00" in stage.last().text


async def test_setup_names_the_zone(stage: Stage) -> None:
    """The answer to the setup names the zone, so that a wrong one is seen."""
    await invite_bot(stage)
    await stage.say("@carla", "!setup Lyon en Europe/Paris")
    assert "Wednesday, 25 November at 10:00 (Paris time)" in stage.last().text
