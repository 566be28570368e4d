"""The network's room is lost for a while, and what was meant for it is not."""

from datetime import timedelta
from pathlib import Path

import pytest

from bots.features.digests import rules
from storage.tables import Network
from tests.stage import Stage, staged

NET = "#network"


async def linked(stage: Stage) -> None:
    """A network with its digest timer, and Lyon in it, relaying."""
    network = await stage.network()
    async with stage.database.transaction() as uow:
        row = await uow.get(Network, network.id)
        assert row is not None
        await stage.set_timer(uow, "digest", str(row.id), rules.next_due(row, stage.clock.now()))
    await stage.community(network=network.id)
    await stage.say("@carla", "!relay on")


async def told(stage: Stage, text: str) -> None:
    """A connector nominates a message, and the hold-back is over."""
    message = await stage.say("@anna", text)
    await stage.say("@carla", "!highlight", reply_to=message)
    await stage.forward(minutes=10)


async def lose_and_find(stage: Stage, away: timedelta) -> None:
    """The bot is removed from the network's room and asked in again."""
    stage.platform.remove_bot(NET)
    await stage.forward(seconds=away.total_seconds())
    stage.platform.invite_bot(NET, "@nora")
    await stage.settle()


async def test_a_highlight_waits_for_a_room_that_can_show_it(tmp_path: Path) -> None:
    """Nobody is told that a message was shown while no room of the network could show it; it is, once one can."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        stage.platform.remove_bot(NET)
        await told(stage, "We planted 40 trees!")
        await stage.forward(hours=5)
        stage.never_saw("Now shown")
        stage.platform.invite_bot(NET, "@nora")
        await stage.forward(hours=1)
        assert "40 trees" in stage.last(NET).text
        stage.sees("Now shown in Les Passeurs")


@pytest.mark.slow
async def test_a_highlight_that_is_no_news_any_more_stays_at_home(tmp_path: Path) -> None:
    """After a week without a room that could show it, the message stays where it is, and its room is told so."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        stage.platform.remove_bot(NET)
        await told(stage, "We planted 40 trees!")
        await stage.forward(days=8)
        stage.sees("A message stays here and is not shown elsewhere")
        stage.platform.invite_bot(NET, "@nora")
        await stage.forward(hours=2)
        stage.never_saw("40 trees", NET)


async def test_a_digest_waits_for_a_room_to_be_told_in(tmp_path: Path) -> None:
    """What happened before the network's room was lost is in the first digest after it was found again."""
    async with staged(tmp_path) as stage:
        await linked(stage)
        await told(stage, "We planted 40 trees!")
        await lose_and_find(stage, timedelta(days=1))
        await stage.forward(days=1)
        assert "40 trees" in stage.sees("What happened in Les Passeurs", NET).text
