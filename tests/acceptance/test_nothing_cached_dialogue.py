"""The message cache of platforms without `fetch` keeps nothing that was taken back."""

from __future__ import annotations

from pathlib import Path

from bots.core.inbound import Attachment, RoomMoved
from storage.tables import Room, RoomRole
from tests.acceptance.highlight_steps import create_relaying_community
from tests.acceptance.test_nothing_left_dialogue import CACHING, files_with
from tests.stage import Stage, staged

WORDS = ("CACHEDWORDS",)


async def start(stage: Stage) -> None:
    """Create a relaying community, and let time pass since."""
    await create_relaying_community(stage)
    await stage.forward(minutes=1)


async def test_stopped_message_leaves_the_cache(tmp_path: Path) -> None:
    """A message that its author keeps in the room is not cached any longer."""
    async with staged(tmp_path, CACHING) as stage:
        await start(stage)
        message = await stage.say("@author", "CACHEDWORDS of mine")
        await stage.say("@carla", "!highlight", reply_to=message)
        await stage.say("@author", "!highlight stop", reply_to=message)
    assert files_with(tmp_path, WORDS) == set()


async def test_deleted_message_leaves_the_cache(tmp_path: Path) -> None:
    """A message that its author deletes is not cached any longer, although nobody nominated it."""
    async with staged(tmp_path, CACHING) as stage:
        await start(stage)
        message = await stage.say("@author", "CACHEDWORDS of mine")
        stage.platform.delete(message)
        await stage.settle()
    assert files_with(tmp_path, WORDS) == set()


async def test_forwarded_message_stays_in_its_room(tmp_path: Path) -> None:
    """Words and files that somebody passed on are not theirs to share: they are neither cached nor shown elsewhere."""
    async with staged(tmp_path, CACHING) as stage:
        await start(stage)
        file = Attachment(name="CACHEDFILE", mime="image/png", size=1, source="CACHEDFILE")
        message = await stage.say("@author", "CACHEDWORDS of another", forwarded=True, attachments=[file])
        await stage.say("@carla", "!highlight", reply_to=message)
        await stage.forward(hours=2)
        assert "can’t be shared" in stage.last().text or "stays here" in stage.last().text
        assert stage.shown("#network") == []
    assert files_with(tmp_path, (*WORDS, "CACHEDFILE")) == set()


async def test_message_right_after_opt_out_is_not_cached(tmp_path: Path) -> None:
    """A message that arrives together with `me relay off` of its author is not cached."""
    async with staged(tmp_path, CACHING) as stage:
        await start(stage)
        await stage.say("@author", "hello")
        stage.platform.say("#lyon", "@author", "!me relay off")
        stage.platform.say("#lyon", "@author", "CACHEDWORDS of mine")
        await stage.settle()
    assert files_with(tmp_path, WORDS) == set()


async def test_relay_off_empties_the_cache_of_lost_rooms(tmp_path: Path) -> None:
    """`relay off` deletes also what was said in a room that the bot was removed from."""
    async with staged(tmp_path, CACHING) as stage:
        await start(stage)
        async with stage.database.transaction() as uow:
            second = Room(account="memory", platform="memory", room="#two", role=RoomRole.EVENTS, community_id=1,
                          created_at=stage.clock.now())  # fmt: skip
            await uow.add(second)
        await stage.say("@carla", "!relay on")
        await stage.say("@author", "CACHEDWORDS of mine", room="#two")
        stage.platform.remove_bot("#two")
        await stage.settle()
        assert files_with(tmp_path, WORDS) == set(WORDS)
        await stage.say("@carla", "!relay off")
    assert files_with(tmp_path, WORDS) == set()


async def test_cache_ends_when_the_room_moves(tmp_path: Path) -> None:
    """When a room gets a new id, which restarts its message numbers, the old cached messages are deleted."""
    async with staged(tmp_path, CACHING) as stage:
        await start(stage)
        await stage.say("@author", "CACHEDWORDS of mine")
        moved = RoomMoved(key="moved", account="memory", room="#lyon", at=stage.clock.now(), new_room="#lyon-2")
        stage.platform.emit(moved)
        await stage.settle()
    assert files_with(tmp_path, WORDS) == set()
