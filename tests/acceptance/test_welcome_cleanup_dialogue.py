"""Where deleted messages leave no trace, a room has one public welcome, and it goes when it has done its work."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.stage import Stage, staged

LIKE_TELEGRAM = Capabilities(buttons=True, toasts=True, deletes_without_trace=True)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a bot on a platform that forgets deleted messages."""
    async with staged(tmp_path, LIKE_TELEGRAM) as made:
        yield made


def welcomes(stage: Stage) -> list[str]:
    """Return the welcomes that stand in the room."""
    return [shown.text.split("!")[0] for shown in stage.shown("#lyon") if shown.text.startswith("Welcome ")]


async def test_welcome_goes_when_the_newcomer_is_greeted(stage: Stage) -> None:
    """After a hello the welcome is deleted, and the call for greeters says who said it."""
    await stage.community()
    await join_and_be_welcomed(stage)
    assert welcomes(stage) == ["Welcome Zoe"]
    await stage.say("@carla", "Hello Zoe!")
    assert welcomes(stage) == []
    assert "Zoe was greeted by carla" in stage.last().text


async def test_welcome_goes_when_the_newcomer_leaves(stage: Stage) -> None:
    """Nobody is welcomed who has left."""
    await stage.community()
    await join_and_be_welcomed(stage)
    stage.platform.leave("#lyon", "@zoe")
    await stage.settle()
    assert welcomes(stage) == []


async def test_second_newcomer_comes_into_the_welcome_that_stands(stage: Stage) -> None:
    """A fresh welcome takes a second newcomer in, and names only those who still wait."""
    await stage.community()
    await join_and_be_welcomed(stage)
    await join_and_be_welcomed(stage, "@yan", "Yan")
    assert welcomes(stage) == ["Welcome Zoe, Yan"]
    await stage.say("@carla", "Hello Zoe!")
    await stage.forward(seconds=3)
    assert welcomes(stage) == ["Welcome Yan"]
    await stage.say("@carla", "Hello Yan!")
    assert welcomes(stage) == []


async def test_old_welcome_gives_way_to_a_new_one(stage: Stage) -> None:
    """A welcome far up in the room is replaced by one below."""
    await stage.community()
    await join_and_be_welcomed(stage)
    await stage.forward(minutes=20)
    await join_and_be_welcomed(stage, "@yan", "Yan")
    assert welcomes(stage) == ["Welcome Yan"]


async def test_own_words_stay_for_ten_minutes(stage: Stage) -> None:
    """A welcome in the community's own words stays for ten minutes after the hello, so that it can be read."""
    await stage.community(welcome="Tea is on the left.")
    await join_and_be_welcomed(stage)
    await stage.say("@carla", "Hello Zoe!")
    assert welcomes(stage) == ["Welcome Zoe"]
    await stage.restart()
    await stage.forward(minutes=11)
    assert welcomes(stage) == []


async def test_welcome_older_than_two_days_stays(stage: Stage) -> None:
    """A welcome that the platform would not delete any more stays as it is."""
    await stage.community()
    await join_and_be_welcomed(stage)
    await stage.forward(hours=50)
    await stage.say("@carla", "Hello Zoe!")
    assert welcomes(stage) == ["Welcome Zoe"]
