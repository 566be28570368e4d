"""Tests for conversations as highlights: several messages that leave together, if all of their authors agree."""

from pathlib import Path

from bots.ports import Capabilities
from storage.tables import ConsentStyle
from tests.acceptance.highlight_steps import NET, create_relaying_community
from tests.stage import Stage, staged

_KEEPING = Capabilities(buttons=True, toasts=True, fetch=False)


async def _talk(stage: Stage) -> list[str]:
    """Play a conversation of two people in a community that asks first, and suggest it."""
    await create_relaying_community(stage, consent=ConsentStyle.ASK)
    said = [await stage.say("@anna", "Who has a ladder?"), await stage.say("@ben", "I do, and a saw")]
    said.append(await stage.say("@anna", "See you at nine"))
    await stage.say("@carla", "!highlight conversation", reply_to=said[0])
    return said


async def _agree(stage: Stage) -> None:
    question = stage.sees("one no keeps all of it here")
    await stage.press("@anna", question, "🙋")
    await stage.forward(minutes=20)
    assert stage.shown(NET) == []
    await stage.press("@ben", question, "🙂")
    await stage.forward(minutes=10)


async def test_all_agree(tmp_path: Path) -> None:
    """A conversation leaves once all have agreed, each under the name that they chose."""
    async with staged(tmp_path, _KEEPING) as stage:
        await _talk(stage)
        await _agree(stage)
        text = stage.last(NET).text
        assert "A conversation in Lyon" in text
        assert "Person 2: I do, and a saw" in text
        assert "anna: See you at nine" in text


async def test_one_no_keeps_all(tmp_path: Path) -> None:
    """One no keeps the whole conversation; the others' messages can be suggested again."""
    async with staged(tmp_path, _KEEPING) as stage:
        said = await _talk(stage)
        question = stage.sees("one no keeps all of it here")
        await stage.press("@anna", question, "🙂")
        await stage.press("@ben", question, "🚫")
        await stage.forward(hours=1)
        assert stage.shown(NET) == []
        await stage.say("@carla", "!highlight", reply_to=said[1])
        stage.sees("taken back and stays here")
        await stage.say("@carla", "!highlight", reply_to=said[0])
        stage.sees("a connector would like to share your message")


async def test_message_follows_its_author(tmp_path: Path) -> None:
    """An edit shows, a withdrawn message vanishes and the rest stays, until fewer than two are left."""
    async with staged(tmp_path, _KEEPING) as stage:
        said = await _talk(stage)
        await _agree(stage)
        copy = stage.last(NET)
        await stage.say("@carla", "!translation fr Qui a une échelle ?", reply_to=said[0])
        stage.sees("Only a message that is shared")
        stage.platform.edit(said[0], "Who has a long ladder?")
        await stage.settle()
        assert "a long ladder" in copy.text
        stage.platform.delete(said[2])
        await stage.forward(minutes=1)
        assert "See you at nine" not in copy.text
        assert "I do, and a saw" in copy.text
        await stage.say("@ben", "!me relay off")
        await stage.settle()
        assert copy.deleted
        assert stage.shown(NET) == []


async def test_last_messages_and_each_once(tmp_path: Path) -> None:
    """The last two messages can be suggested by their number, and each message is in one highlight at most."""
    async with staged(tmp_path, _KEEPING) as stage:
        await create_relaying_community(stage, consent=ConsentStyle.NOTICE)
        for text in ("Not this", "First", "Second"):
            await stage.say("@anna" if text == "First" else "@ben", text)
        await stage.say("@carla", "!highlight last 2")
        await stage.say("@carla", "!highlight last 2")
        stage.sees("each is shared once at most")
        await stage.forward(minutes=10)
        assert "First" in stage.last(NET).text
        assert "Not this" not in stage.last(NET).text
        assert len(stage.shown(NET)) == 1
