"""Only people who manage a room can bring it into a community, and they can always take it out."""

from __future__ import annotations

from pathlib import Path

from tests.acceptance.highlight_steps import NET, create_relaying_community
from tests.acceptance.room_steps import add_home_room
from tests.stage import RICH, Stage, staged


async def owner_of(stage: Stage, room: str) -> int | None:
    """Return the community of a room."""
    return (await stage.rooms())["memory", room].community_id


async def test_member_cannot_take_a_room_into_their_community(tmp_path: Path) -> None:
    """A connector elsewhere who is only a member of a room cannot make it part of their community."""
    async with staged(tmp_path) as stage:
        await stage.community()
        stage.platform.invite_bot("#theirs", "@olav")
        stage.platform.admins.add(("#theirs", "@olav"))
        await stage.settle()
        await stage.say("@carla", "!room join Lyon", "#theirs")
        assert "is for whoever manages this room" in stage.last("#theirs").text
        assert await owner_of(stage, "#theirs") is None


async def test_people_of_a_room_take_it_back(tmp_path: Path) -> None:
    """Whoever manages a room takes it out of a community, though they have no role there."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await add_home_room(stage)
        await stage.say("@anna", "!room leave", "#annex")
        assert "is for connectors" in stage.last("#annex").text
        stage.platform.admins.add(("#annex", "@olav"))
        await stage.say("@olav", "!room leave", "#annex")
        asked = stage.last("#annex")
        assert "will no longer belong to Lyon" in asked.text
        await stage.react("@anna", asked, "✅")
        assert await owner_of(stage, "#annex") is not None
        await stage.react("@olav", asked, "✅")
        assert await owner_of(stage, "#annex") is None
        assert "no longer belongs to Lyon" in stage.last("#annex").text
        await stage.say("@olav", "!setup Oslo en Europe/Oslo", "#annex")
        assert "Oslo is set up" in stage.sees("is set up", "#annex").text


async def test_nothing_of_the_community_goes_on_in_a_room_that_left(tmp_path: Path) -> None:
    """After a room left, its cards are not updated, newcomers are not called for, and held messages stay there."""
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage)
        stage.platform.invite_bot("#annex", "@carla")
        stage.platform.admins.add(("#annex", "@carla"))
        await stage.settle()
        await stage.say("@carla", "!room join Lyon", "#annex")
        await stage.say("@carla", "!config threshold 1", "#annex")
        await stage.forward(minutes=1)
        await stage.say("@carla", "!event Potluck friday 7pm at home", "#annex")
        draft = stage.last("#annex")
        assert draft.content is not None
        await stage.press("@carla", draft, draft.content.buttons[0].id)
        await stage.join("@zoe", "#annex", name="Zoé")
        said = await stage.say("@ben", "We planted 40 trees", "#annex")
        await stage.react("@anna", said, "🎉")
        stage.sees("will be shared with", "#annex")
        await stage.forward(minutes=2)
        await stage.say("@carla", "!room leave", "#annex")
        await stage.press("@carla", stage.last("#annex"), "Leave")
        count = len(stage.shown("#annex"))
        await stage.forward(seconds=5)
        assert "will be shared with" not in stage.transcript("#annex")
        before = {message.id: message.text for message in stage.shown("#annex")}
        await stage.say("@mia", "!rsvp 1 yes")
        await stage.forward(days=3)
        after = stage.shown("#annex")
        assert len(after) == count
        assert [m.text for m in after if "Potluck" in m.text] == [t for t in before.values() if "Potluck" in t]
        stage.never_saw("40 trees", NET)
        assert "Potluck" in stage.sees("Potluck").text


async def test_last_room_says_so(tmp_path: Path) -> None:
    """Before a community loses its only room, the bot says what that means."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!room leave")
        assert "the only room of Lyon" in stage.last().text
