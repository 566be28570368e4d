"""A display name, which everybody chooses freely, gives nobody a right."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import BotJoined
from storage.queries import communities, members
from storage.tables import Role
from tests.stage import Stage, staged

EVIL = "@evil:bad.org"
ANNA = "@anna:example.org"


async def open_other_room(stage: Stage) -> None:
    """Let the impostor use the bot in a room of their own."""
    key = stage.platform.next_id("i")
    stage.platform.emit(BotJoined(key=key, account="memory", room="#elsewhere", at=stage.clock.now(), name="Elsewhere"))
    await stage.settle()


async def holders(stage: Stage, role: Role) -> set[str]:
    """Return the ids of all who have a role in the community of #lyon."""
    async with stage.database.reading() as uow:
        room = (await communities.rooms_by_address(uow, [("memory", "#lyon")]))["memory", "#lyon"]
        assignments = await members.role_assignments(uow, role, community=room.community_id)
        return {one.user for held in assignments for one in await members.identities(uow, held.member_id)}


@pytest.mark.parametrize(
    ("called", "typed", "room"),
    [
        ("anna:example.org", ANNA, "#elsewhere"),
        ("anna:example.org", ANNA, "#lyon"),
        (ANNA, ANNA, "#lyon"),
        ("Anna", "Anna", "#elsewhere"),
        ("anna", "@anna", "#lyon"),
        ("@anna:", "@anna:", "#lyon"),
    ],
)
async def test_impostor_does_not_become_connector(tmp_path: Path, called: str, typed: str, room: str) -> None:
    """A stranger whose name imitates an id, or who was never in the community, does not get the role."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await open_other_room(stage)
        stage.platform.names[EVIL] = called
        await stage.say(EVIL, "!help", room)
        await stage.say("@carla", f"!connector add {typed}")
        assert EVIL not in await holders(stage, Role.CONNECTOR)


async def test_id_that_the_bot_has_not_met_is_accepted(tmp_path: Path) -> None:
    """Somebody can become a connector by their full id before the bot has met them."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", f"!connector add {ANNA}")
        assert await holders(stage, Role.CONNECTOR) == {"@carla", ANNA}


async def test_reply_to_impostor_does_not_mention_them(tmp_path: Path) -> None:
    """A client that mentions whom a command replies to does not change whom the words name."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for given in (ANNA, "Anna", "@anna"):
            asked = await stage.say(EVIL, "may Anna be a connector?")
            await stage.say("@carla", f"!connector add {given}", reply_to=asked, mentions=[EVIL])
            assert EVIL not in await holders(stage, Role.CONNECTOR)
            await stage.say("@carla", "cancel")


async def test_people_of_one_name_are_told_apart_by_id(tmp_path: Path) -> None:
    """When a name is not unique here, the bot offers everybody with their id and room; the choice counts."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for user, name in ((ANNA, "Anna"), (EVIL, "Αnna")):
            stage.platform.names[user] = name
            await stage.say(user, "!help")
        await stage.say("@carla", "!connector add anna")
        choice = stage.last()
        assert f"Anna – {ANNA}, last seen in “#lyon”" in choice.text and EVIL in choice.text
        assert await holders(stage, Role.CONNECTOR) == {"@carla"}
        await stage.react("@mallory", choice, "2️⃣")
        assert await holders(stage, Role.CONNECTOR) == {"@carla"}
        await stage.react("@carla", choice, "1️⃣")
        assert await holders(stage, Role.CONNECTOR) == {"@carla", ANNA}


async def test_stranger_of_the_name_is_offered_not_taken(tmp_path: Path) -> None:
    """Somebody of the name who was never in the community is offered with the id, and without their room."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await open_other_room(stage)
        stage.platform.names[EVIL] = "Greta"
        await stage.say(EVIL, "!help", "#elsewhere")
        await stage.say("@carla", "!greeter add @greta")
        assert f"Greta – {EVIL}, not seen in this community" in stage.last().text
        stage.never_saw("lsewhere")
        await stage.say("@carla", EVIL)
        assert await holders(stage, Role.GREETER) == {EVIL}


async def test_role_is_removed_from_its_holder(tmp_path: Path) -> None:
    """A name in `connector remove` means the holder of the role, even if others have that name."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for user in (ANNA, EVIL):
            stage.platform.names[user] = "Anna"
            await stage.say(user, "!help")
        await stage.say("@carla", f"!connector add {ANNA}")
        await stage.say("@carla", "!connector remove anna")
        assert await holders(stage, Role.CONNECTOR) == {"@carla"}


async def test_mention_in_an_answer_counts(tmp_path: Path) -> None:
    """Whoever is asked for a person can answer with a mention."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!connector add")
        await stage.say("@carla", "Zed", mentions=["@zed"])
        assert await holders(stage, Role.CONNECTOR) == {"@carla", "@zed"}


@pytest.mark.parametrize(
    ("typed", "mentions"),
    [
        (f"{ANNA}, Bob", ()),
        ("Anna, Bob", ()),
        ("Anna; Bob", ()),
        ("@Anna @Bob", (ANNA, "@bob")),
        ("Anna Bob", (ANNA, "@bob")),
        (f"{ANNA} @bob", (ANNA, "@bob")),
    ],
)
async def test_several_people_are_added_at_once(tmp_path: Path, typed: str, mentions: tuple[str, ...]) -> None:
    """Names, ids and mentions may follow each other, with commas or without, and all get the role."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for user, name in ((ANNA, "Anna"), ("@bob", "Bob")):
            stage.platform.names[user] = name
            await stage.say(user, "!help")
        await stage.say("@carla", f"!greeter add {typed}", mentions=mentions)
        assert await holders(stage, Role.GREETER) == {ANNA, "@bob"}
        assert "Anna" in stage.last().text and "Bob" in stage.last().text


async def test_one_doubtful_name_adds_nobody(tmp_path: Path) -> None:
    """When it is not clear who one of several people is, nobody gets the role, and the bot names the doubtful one."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for user, name in ((ANNA, "Anna"), (EVIL, "Αnna"), ("@bob", "Bob")):
            stage.platform.names[user] = name
            await stage.say(user, "!help")
        await stage.say("@carla", "!greeter add Bob, anna")
        assert "who “anna” is" in stage.last().text
        assert await holders(stage, Role.GREETER) == set()


async def test_reply_to_impostor_adds_nobody_else(tmp_path: Path) -> None:
    """The author whom a client mentions in a reply gets no role beside the person who is named."""
    async with staged(tmp_path) as stage:
        await stage.community()
        stage.platform.names |= {ANNA: "Anna", EVIL: "An"}
        await stage.say(ANNA, "!help")
        asked = await stage.say(EVIL, "may Anna be a connector?")
        await stage.say("@carla", "!connector add Anna", reply_to=asked, mentions=(EVIL, ANNA))
        assert EVIL not in await holders(stage, Role.CONNECTOR)
