"""What is stored about a person: they read it, take it with them and have it erased."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec import structs
from sqlmodel import select

from bots.ports import Capabilities
from storage.tables import Ballot, Room, RoomRole
from tests.acceptance.event_steps import announce_event
from tests.acceptance.highlight_steps import create_relaying_community
from tests.stage import PLAIN, RICH, Stage, staged
from tests.stores import store

BOTH = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["plain", "rich"])


async def live(stage: Stage) -> None:
    """Let Zoe leave traces: a greeting, a vote, a reply, a highlight and a question that she has not answered."""
    await create_relaying_community(stage)
    await stage.forward(minutes=1)
    stage.platform.names["@zoe:x.org"] = "ZOENAME"
    await stage.say("@carla", '!poll "Tea?" yes no')
    await stage.react("@zoe:x.org", stage.sees("Tea"), "1️⃣")
    message = await stage.say("@zoe:x.org", "ZOEWORDS of mine")
    await stage.say("@carla", "!highlight", reply_to=message)
    await stage.forward(hours=1)
    await announce_event(stage, "!event Potluck saturday 7pm at the garden")
    await stage.say("@zoe:x.org", "!rsvp 1 yes")
    await stage.say("@zoe:x.org", "!me digest daily")
    await stage.forward(minutes=1)


@BOTH
async def test_erased_person_leaves_nothing(tmp_path: Path, capabilities: Capabilities) -> None:
    """After `me erase` and a yes no file holds the name, the account or the words; closed polls keep their numbers."""
    async with staged(tmp_path, capabilities) as stage:
        await live(stage)
        assert "ZOEWORDS" in stage.transcript("#network")
        await stage.say("@carla", "!poll close 1")
        await stage.say("@zoe:x.org", "!me erase")
        assert "for good" in stage.last().text
        assert "Discord" in stage.last().text
        await stage.say("@zoe:x.org", "yes")
        assert "forgotten you" in stage.last().text
        assert "ZOEWORDS" not in stage.transcript("#network")
        await stage.forward(minutes=11)
        async with stage.database.reading() as uow:
            assert len(await uow.all(select(Ballot))) == 1
    assert store().words_in(tmp_path, ("ZOENAME", "zoe:x.org", "ZOEWORDS")) == set()


@BOTH
async def test_the_private_room_is_forgotten_wherever_somebody_types(
    tmp_path: Path, capabilities: Capabilities
) -> None:
    """Who erases themselves in a public room leaves no row of their private one, which the bot or they had opened."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await stage.say("@zoe:x.org", "!me data")
        stage.platform.invite_bot("!private:x.org", "@ben:x.org", direct=True)
        await stage.settle()
        await stage.say("@ben:x.org", "!help", room="!private:x.org")
        for user in ("@zoe:x.org", "@ben:x.org"):
            await stage.say(user, "!me erase")
            await stage.say(user, "yes")
        await stage.forward(minutes=11)
        async with stage.database.reading() as uow:
            assert await uow.all(select(Room.room).where(Room.role == RoomRole.DIRECT)) == []
    assert store().words_in(tmp_path, ("direct-@", "private:x.org", "zoe:x.org", "ben:x.org")) == set()


async def test_data_and_export_are_private(tmp_path: Path) -> None:
    """`me data` and `me export` answer in private only; the file has the person's rows and no codes."""
    async with staged(tmp_path, structs.replace(PLAIN, upload_bytes=1_000_000)) as stage:
        await live(stage)
        await stage.say("@zoe:x.org", "!me data")
        assert "zoe:x.org" in stage.last("direct-@zoe:x.org").text
        assert "in private" in stage.last().text
        await stage.say("@zoe:x.org", "!me export")
        sent = stage.last("direct-@zoe:x.org").content
        assert sent is not None
        (file,) = sent.attachments
        found = json.loads(file.data or "")
        assert (len(found["ballots"]), len(found["rsvps"]), found["identities"][0]["user"]) == (1, 1, "@zoe:x.org")
        assert found["highlights"][0]["text"] == "ZOEWORDS of mine"


async def test_the_only_connector_is_told(tmp_path: Path) -> None:
    """The only connector of a community hears so in French, and a no leaves everything as it is."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        await stage.say("@carla", "!me erase")
        assert "connecteur de Lyon" in stage.last().text
        await stage.say("@carla", "non")
        await stage.say("@carla", "!connector list")
        assert "carla" in stage.last().text
