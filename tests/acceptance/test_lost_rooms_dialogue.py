"""Tests for a network whose highlights room is lost for a while."""

from datetime import timedelta
from pathlib import Path

import pytest

from bots.features.digests import rules
from storage.tables import Network
from tests.stage import Stage, staged

NET = "#network"


async def link_network(stage: Stage) -> None:
    """Create a network with a digest timer, and a community that relays to it."""
    network = await stage.network()
    async with stage.database.transaction() as uow:
        row = await uow.get(Network, network.id)
        assert row is not None
        await stage.set_timer(uow, "digest", str(row.id), rules.next_due(row, stage.clock.now()))
    await stage.community(network=network.id)
    await stage.say("@carla", "!relay on")


async def nominate_message(stage: Stage, text: str) -> None:
    """Post a message as a member, nominate it, and wait until its hold-back is over."""
    message = await stage.say("@anna", text)
    await stage.say("@carla", "!highlight", reply_to=message)
    await stage.forward(minutes=10)


async def remove_and_reinvite(stage: Stage, away: timedelta) -> None:
    """Remove the bot from the network's room and invite it again after a while."""
    stage.platform.remove_bot(NET)
    await stage.forward(seconds=away.total_seconds())
    stage.platform.invite_bot(NET, "@nora")
    await stage.settle()


async def test_highlight_waits_for_lost_room(tmp_path: Path) -> None:
    """A highlight waits while the network's room is lost and appears once the bot is back."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        stage.platform.remove_bot(NET)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.forward(hours=5)
        stage.never_saw("Now shown")
        stage.platform.invite_bot(NET, "@nora")
        await stage.forward(hours=1)
        assert "40 trees" in stage.last(NET).text
        stage.sees("Now shown in Les Passeurs")


@pytest.mark.slow
async def test_old_highlight_is_dropped(tmp_path: Path) -> None:
    """After a week without a room to show it, a highlight stays in its own room, and the bot says so there."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        stage.platform.remove_bot(NET)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.forward(days=8)
        stage.sees("A message stays here and is not shown elsewhere")
        stage.platform.invite_bot(NET, "@nora")
        await stage.forward(hours=2)
        stage.never_saw("40 trees", NET)


async def test_digest_waits_for_lost_room(tmp_path: Path) -> None:
    """News from before the network's room was lost is in the first digest after the bot is back."""
    async with staged(tmp_path) as stage:
        await link_network(stage)
        await nominate_message(stage, "We planted 40 trees!")
        await remove_and_reinvite(stage, timedelta(days=1))
        await stage.forward(days=1)
        assert "40 trees" in stage.sees("What happened in Les Passeurs", NET).text
