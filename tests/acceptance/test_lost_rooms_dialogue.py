"""Tests for rooms that are lost, closed or out of reach, and for rights that the bot lacks."""

from datetime import timedelta
from pathlib import Path

import pytest

from bots.ports import Refused
from tests.acceptance.highlight_steps import NET, create_network_with_digest, nominate_message
from tests.acceptance.room_steps import invite_bot
from tests.stage import Stage, staged


async def remove_and_reinvite(stage: Stage, away: timedelta) -> None:
    """Remove the bot from the network's room and invite it again after a while."""
    stage.platform.remove_bot(NET)
    await stage.forward(seconds=away.total_seconds())
    stage.platform.invite_bot(NET, "@nora")
    await stage.settle()


async def test_undecryptable_messages_are_reported_once(tmp_path: Path) -> None:
    """The bot says once that it can't read messages, even over a restart."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for _ in range(3):
            stage.platform.post_undecryptable("#lyon", "@anna")
            await stage.settle()
        await stage.restart()
        stage.platform.post_undecryptable("#lyon", "@anna")
        await stage.settle()
        assert len(stage.matching(lambda m: "can’t read" in m.text)) == 1


async def test_lost_room_is_reported_to_network(tmp_path: Path) -> None:
    """The network reads that a community lost its only room, and an invitation restores it."""
    async with staged(tmp_path) as stage:
        network = await stage.network()
        await stage.community(network=network.id)
        stage.platform.remove_bot("#lyon")
        await stage.settle()
        assert "I was removed from the room “#lyon”" in stage.last(NET).text
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.settle()
        assert "I’m back in Lyon" in stage.last().text
        assert "I’m back in the room “#lyon”" in stage.last(NET).text


async def test_room_that_refuses_posts_as_gone_is_lost(tmp_path: Path) -> None:
    """A post refused because the room is gone marks the room as lost, and an invitation restores it."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await invite_bot(stage, "#second")
        await stage.say("@carla", "!room join Lyon", "#second")
        stage.platform.faults = [Refused("gone", "bot was kicked")]
        await stage.say("@carla", '!poll "Tea?" yes no')
        assert "I was removed from the room" in stage.last("#second").text
        stage.platform.invite_bot("#lyon", "@carla")
        await stage.settle()
        stage.sees("I’m back in Lyon")


async def test_message_restores_lost_room(tmp_path: Path) -> None:
    """A message in a room that the bot considers lost restores it without an invitation."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" yes no close=1h')
        stage.platform.remove_bot("#lyon")
        await stage.settle()
        await stage.say("@carla", "!poll list")
        await stage.join("@zoe", name="Zoé")
        await stage.forward(minutes=1)
        assert stage.sees("Welcome Zoé")


async def test_closed_room_is_reported_as_closed(tmp_path: Path) -> None:
    """The bot reports a closed room as closed instead of as one that removed it."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await invite_bot(stage, "#second")
        await stage.say("@carla", "!room join Lyon", "#second")
        stage.platform.remove_bot("#lyon", reason="closed")
        await stage.settle()
        assert "was closed" in stage.last("#second").text


async def test_missing_right_is_reported_to_connector_once(tmp_path: Path) -> None:
    """The bot tells a connector once, in private, which right a refused post lacked."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for _ in range(2):
            stage.platform.faults = [Refused("forbidden", right="send messages")]
            await stage.say("@anna", "!me")
        reports = stage.shown("direct-@carla")
        assert len(reports) == 1
        assert "send messages" in reports[0].text


async def test_private_message_gets_one_hint(tmp_path: Path) -> None:
    """The bot answers unexpected private messages with one hint within an hour."""
    async with staged(tmp_path) as stage:
        stage.platform.invite_bot("dm", "@anna", direct=True)
        await stage.settle()
        assert "Here I ask you things in private" in stage.last("dm").text
        await stage.say("@anna", "what now", room="dm")
        await stage.say("@anna", "what now?", room="dm")
        assert len(stage.matching(lambda m: "didn’t understand" in m.text, "dm")) == 1
        await stage.say("@anna", "!newcomers", room="dm")
        assert "belongs in the community’s room" in stage.last("dm").text


async def test_highlight_waits_for_lost_room(tmp_path: Path) -> None:
    """A highlight waits while the network's room is lost and appears once the bot is back."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
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
        await create_network_with_digest(stage)
        stage.platform.remove_bot(NET)
        await nominate_message(stage, "We planted 40 trees!")
        await stage.forward(days=8)
        assert stage.sees("One message was kept in this room")
        stage.platform.invite_bot(NET, "@nora")
        await stage.forward(hours=2)
        stage.never_saw("40 trees", NET)


async def test_digest_waits_for_lost_room(tmp_path: Path) -> None:
    """News from before the network's room was lost is in the first digest after the bot is back."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await nominate_message(stage, "We planted 40 trees!")
        await remove_and_reinvite(stage, timedelta(days=1))
        await stage.forward(days=1)
        assert "40 trees" in stage.sees("What happened in Les Passeurs", NET).text
