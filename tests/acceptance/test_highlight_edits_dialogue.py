"""Edits that arrive while a message is being fetched, and what authors read in their own room."""

from pathlib import Path

from bots.core.inbound import MessageFetched
from bots.ports import Later
from bots.testing import Shown
from tests.acceptance.highlight_steps import NET, create_relaying_community, post_liked_message
from tests.stage import RICH, Stage, staged


async def nominate_and_hold_the_fetch(stage: Stage) -> Shown:
    """Nominate a message of Anna's; the platform answers later. Return the message."""
    await create_relaying_community(stage)
    message = await stage.say("@anna", "We felled 40 trees!")
    stage.platform.faults = [Later(30)]
    await stage.say("@carla", "!highlight", reply_to=message)
    return stage.platform.messages[message]


async def answer_the_fetch(stage: Stage, message: Shown, text: str) -> None:
    """Give an answer of the platform's, with this text."""
    answer = MessageFetched(
        key=f"memory:fetched {text}", account="memory", room=message.room, at=stage.clock.now(), message=message.id,
        subject="1", person=stage.platform.person("@anna", message.room), text=text, posted=stage.clock.now(),
    )  # fmt: skip
    await stage.application.dispatch.submit([answer])
    await stage.settle()


async def test_edit_during_the_fetch_is_not_lost(tmp_path: Path) -> None:
    """A message that is edited while it is fetched is announced and shared as its author left it."""
    async with staged(tmp_path) as stage:
        message = await nominate_and_hold_the_fetch(stage)
        stage.platform.edit(message.id, "We planted 40 trees!")
        await answer_the_fetch(stage, message, "We felled 40 trees!")
        await stage.forward(minutes=1)
        assert "We planted 40 trees!" in stage.sees("will be shared with").text
        await stage.forward(minutes=11)
        assert [copy.text.count("planted") for copy in stage.shown(NET)] == [1]
        assert "felled" not in stage.transcript(NET)


async def test_edit_during_the_fetch_restarts_the_hold_back(tmp_path: Path) -> None:
    """New words that the platform hands over late have their whole time of notice, too."""
    async with staged(tmp_path) as stage:
        message = await nominate_and_hold_the_fetch(stage)
        await answer_the_fetch(stage, message, "We felled 40 trees!")
        await stage.forward(minutes=9)
        await answer_the_fetch(stage, message, "We planted 40 trees!")
        await stage.forward(minutes=5)
        assert stage.shown(NET) == []
        await stage.forward(minutes=6)
        assert "We planted 40 trees!" in stage.last(NET).text


async def test_edit_by_somebody_else_during_the_fetch_changes_nothing(tmp_path: Path) -> None:
    """An edit that somebody else claims to have made does not change what is shared."""
    async with staged(tmp_path) as stage:
        message = await nominate_and_hold_the_fetch(stage)
        message.author = "@mallory"
        stage.platform.edit(message.id, "Buy my coins")
        message.author, message.text = "@anna", "We felled 40 trees!"
        await stage.forward(minutes=12)
        assert "We felled 40 trees!" in stage.last(NET).text


async def test_author_never_reads_somebody_there(tmp_path: Path) -> None:
    """In the author's own room the note says under which name the message goes; elsewhere it says where from."""
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage)
        note = stage.sees("will be shared with")
        assert note.text == (
            "anna, your message will be shared with Les Passeurs in 10 minutes (10:10), without your name:\n"
            "> We planted 40 trees!"
        )
        await stage.press("@anna", note, "🙋")
        await stage.forward(seconds=5)
        assert "with your name" in note.text
        await stage.forward(minutes=10)
        assert stage.last(NET).text.startswith("Lyon · anna")


async def test_button_takes_back_what_is_published(tmp_path: Path) -> None:
    """Before the publication the button keeps the message, afterwards it takes it back."""
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage)
        await post_liked_message(stage)
        note = stage.sees("will be shared with")
        assert note.content is not None
        assert "Keep it here" in [button.label for button in note.content.buttons]
        await stage.forward(minutes=11)
        await stage.press("@anna", note, "Take it back")
        assert stage.shown(NET) == []
