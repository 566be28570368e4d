"""Tests for connectors and greeters who leave: their roles end, and somebody is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.network_rooms import CIRCLE, HIGHLIGHTS, add_circle
from tests.stage import RICH, Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with a network, its circle, and a community of two connectors."""
    async with staged(tmp_path, RICH) as made:
        network = await made.network()
        await made.community(network=network.id, quiet_hours="")
        await add_circle(made)
        await made.say("@nora", "!config quiet-hours -", HIGHLIGHTS)
        await made.say("@ben", "Hello")
        await made.say("@carla", "!connector add @ben", mentions=["@ben"])
        yield made


async def leave(stage: Stage, user: str, room: str = "#lyon") -> None:
    """Leave a room."""
    if user not in stage.platform.members.setdefault(room, []):
        stage.platform.members[room].append(user)
    stage.platform.leave(room, user)
    await stage.settle()


async def test_connector_who_leaves_gives_the_role_back(stage: Stage) -> None:
    """A connector who leaves loses the role, the others read it, and coming back does not restore it."""
    await leave(stage, "@carla")
    assert stage.last().text == "carla has left and is no longer a connector here."
    await stage.join("@carla")
    await stage.say("@carla", "!config name Lyons")
    assert "ben" in stage.last().text
    await stage.say("@ben", "!connector list")
    assert "carla" not in stage.last().text


async def test_coordinators_hear_of_the_last_connector_at_once(stage: Stage) -> None:
    """When the last connector leaves, coordinators read it within the hour, and again after two weeks; then it ends."""
    await leave(stage, "@carla")
    await leave(stage, "@ben")
    assert "was the last connector here" in stage.last().text
    await stage.restart()
    await stage.forward(hours=1, minutes=1)
    assert "Lyon has no connector any more" in stage.last(CIRCLE).text
    await stage.forward(days=13)
    assert len(stage.matching(lambda shown: "has no connector" in shown.text, CIRCLE)) == 1
    stage.platform.admins.add(("#lyon", "@anna"))
    await stage.say("@anna", "!connector add @anna", mentions=["@anna"])
    await stage.forward(hours=1, minutes=1)
    assert "a connector is back" in stage.transcript(CIRCLE)


async def test_connector_in_another_room_of_the_community_stays_one(stage: Stage) -> None:
    """Who leaves the home but was seen last in another room of the community keeps the role."""
    stage.platform.invite_bot("#garden", "@carla")
    stage.platform.admins.add(("#garden", "@carla"))
    await stage.settle()
    await stage.say("@carla", "!room join Lyon", "#garden")
    await leave(stage, "@carla")
    stage.never_saw("no longer a connector")
    await stage.say("@carla", "!connector list", "#garden")
    assert "carla" in stage.last("#garden").text


async def test_member_who_leaves_is_not_announced(stage: Stage) -> None:
    """Nothing is said of a member without a role."""
    said = len(stage.shown())
    await stage.say("@mia", "Hello")
    await leave(stage, "@mia")
    assert len(stage.shown()) == said
