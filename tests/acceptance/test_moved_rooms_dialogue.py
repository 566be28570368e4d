"""Tests for rooms that continue under another id."""

from __future__ import annotations

from pathlib import Path

from bots.core.inbound import RoomMoved
from bots.ports import Capabilities
from storage.queries import outbox
from tests.acceptance.event_steps import set_up_event
from tests.stage import PLAIN, Stage, staged

NET, NEW = "#network", "#lyon2"
SUPERGROUPS = Capabilities(buttons=True, toasts=True, fetch=False)
"""As on Telegram, where a group becomes a supergroup."""


async def move_room(stage: Stage, new: str = NEW) -> None:
    """Report as the platform that #lyon continues under another id."""
    key = f"memory:{stage.platform.next_id('v')}"
    stage.platform.emit(RoomMoved(key=key, account="memory", room="#lyon", at=stage.clock.now(), new_room=new))
    await stage.settle()


async def test_message_in_moved_room_can_become_highlight(tmp_path: Path) -> None:
    """A message in the new room can become a highlight before the bot restarts."""
    async with staged(tmp_path, SUPERGROUPS) as stage:
        network = await stage.network()
        await stage.community(network=network.id, threshold=2, hold_back_minutes=1)
        await stage.say("@carla", "!relay on")
        await move_room(stage)
        await stage.forward(minutes=1)
        message = await stage.say("@anna", "We planted 40 trees!", NEW)
        for user in ("@b", "@c"):
            await stage.react(user, message, "❤️")
        await stage.forward(minutes=5)
        assert stage.sees("40 trees", NET)


async def test_open_question_is_answered_in_new_room(tmp_path: Path) -> None:
    """The bot accepts the answer to an open question in the new room."""
    async with staged(tmp_path, SUPERGROUPS) as stage:
        await stage.community()
        await stage.say("@carla", "!config locale fr")
        await stage.say("@carla", "!connector add")
        await move_room(stage)
        await stage.say("@carla", "carla", NEW)
        assert stage.sees("carla", NEW)


async def test_hello_in_new_room_ends_journey(tmp_path: Path) -> None:
    """A hello in the new room ends the journey of a newcomer to the old one."""
    async with staged(tmp_path, SUPERGROUPS) as stage:
        await stage.community()
        await stage.join("@zoe", name="Zoe")
        await stage.forward(seconds=31)
        await move_room(stage)
        await stage.say("@carla", "Welcome Zoe!", NEW)
        await stage.forward(hours=2)
        await stage.say("@carla", "!newcomers", NEW)
        assert "Zoe" not in stage.last(NEW).text


async def test_open_cards_are_posted_in_new_room(tmp_path: Path) -> None:
    """The bot posts the cards of open polls and coming events in the new room, where they still work."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage)
        await stage.say("@carla", '!poll "Old?" yes no')
        await stage.say("@carla", "!poll close")
        await stage.say("@carla", '!poll "Tea?" yes no')
        await stage.react("@anna", stage.last(), "1️⃣")
        await move_room(stage)
        card = stage.sees("^Tea", NEW)
        assert "1 (100%)" in card.text
        await stage.react("@ben", card, "2️⃣")
        await stage.react("@ben", stage.sees("^Event 1", NEW), "✅")
        await stage.forward(seconds=5)
        assert "1 (50%)" in card.text
        assert "✅ 1 coming: ben" in stage.sees("^Event 1", NEW).text
        stage.never_saw("Old?", NEW)
        await stage.say("@carla", "!poll close", NEW)
        await stage.forward(seconds=5)
        assert "Poll 2 is closed." in card.text
        assert [shown.poll_open for shown in stage.shown(NEW) if shown.content and shown.content.poll] == [False]
        async with stage.database.reading() as uow:
            assert set(await outbox.counts_by_state(uow)) == {"sent"}


async def test_move_into_other_communitys_room_is_ignored(tmp_path: Path) -> None:
    """A move into the room of another community changes nothing."""
    async with staged(tmp_path, SUPERGROUPS) as stage:
        await stage.community()
        await stage.community("#paris", name="Paris", connector="@paul")
        await move_room(stage, "#paris")
        await stage.say("@paul", "!config name", "#paris")
        assert "Paris" in stage.last("#paris").text
        stage.never_saw("This room has moved", "#paris")
