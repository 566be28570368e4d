"""What an operator does with `glocal communities`: the bot acts, and the rooms are told."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import select

from storage.queries import operator_requests
from storage.tables import Outbox, Room, RoomRole
from tests.acceptance.highlight_steps import create_relaying_community
from tests.acceptance.room_steps import add_home_room
from tests.acceptance.test_nothing_left_dialogue import files_with
from tests.stage import RICH, Stage, staged


async def remove(stage: Stage, community: int) -> None:
    """Ask for the removal, as the command line does."""
    async with stage.database.transaction() as uow:
        operator_requests.request_removal(uow, community, stage.clock.now())
    await stage.settle()


async def test_removed_community_leaves_no_words(tmp_path: Path) -> None:
    """Its room is told and free again, its network too; polls, events, names and what it shared are erased."""
    words = ("POLLWORDS", "EVENTWORDS", "SHAREDWORDS", "RULESWORDS", "NEWCOMERNAME")
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage)
        await stage.forward(minutes=1)
        shared = await stage.say("@anna", "SHAREDWORDS of mine")
        await stage.say("@carla", "!highlight", reply_to=shared)
        await stage.say("@carla", '!poll "POLLWORDS?" "Garden" "Library"')
        await stage.say("@carla", "!event EVENTWORDS friday 7pm at home")
        await stage.say("@carla", "!config rules RULESWORDS")
        await stage.join("@zoe", name="NEWCOMERNAME")
        await stage.forward(hours=1)
        assert "SHAREDWORDS" in stage.transcript("#network")
        await remove(stage, 1)
        assert "has removed the community Lyon" in stage.last("#lyon").text
        assert "Lyon has left the network" in stage.transcript("#network")
        assert "SHAREDWORDS" not in stage.transcript("#network")
        assert (await stage.rooms())["memory", "#lyon"].role == RoomRole.NEW
        await stage.forward(hours=200)
        stage.platform.admins.add(("#lyon", "@carla"))
        await stage.say("@carla", "!setup Oslo en Europe/Oslo")
        assert "Oslo is set up" in stage.sees("is set up").text
        async with stage.database.transaction() as uow:
            for row in await uow.all(select(Outbox)):
                await uow.delete(row)
    assert files_with(tmp_path, [*words, "Lyon"]) <= {"NEWCOMERNAME"}


async def test_removal_that_is_asked_for_twice_happens_once(tmp_path: Path) -> None:
    """The second request finds nothing to do."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await remove(stage, 1)
        before = stage.transcript("#lyon")
        await remove(stage, 1)
        assert stage.transcript("#lyon") == before


async def test_moved_room_is_told_where_it_belongs(tmp_path: Path) -> None:
    """What the room did for its old community ends; the other community's rooms hear nothing."""
    async with staged(tmp_path) as stage:
        lyon = await stage.community()
        await add_home_room(stage)
        oslo = await stage.community("#oslo", name="Oslo", zone="Europe/Oslo")
        rooms = await stage.rooms()
        async with stage.database.transaction() as uow:
            operator_requests.request_move(uow, rooms["memory", "#annex"].id, oslo.id, stage.clock.now())
        heard = stage.transcript("#oslo")
        await stage.settle()
        assert "it now belongs to Oslo" in stage.last("#annex").text
        assert stage.transcript("#oslo") == heard
        async with stage.database.reading() as uow:
            belongs = {room.room: room.community_id for room in await uow.all(select(Room))}
        assert belongs == {"#lyon": lyon.id, "#annex": oslo.id, "#oslo": oslo.id}
