"""What the formatting of a message may not do: outlive its words, or turn somebody's code into our commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.core.inbound import MessageEdited, MessageFetched
from bots.core.richtext import Bold, Code, Italic, Text
from tests.acceptance.highlight_steps import NET, create_relaying_community
from tests.acceptance.test_nothing_left_dialogue import files_with
from tests.stage import RICH, Stage, staged


async def highlight(stage: Stage, text: str) -> str:
    """Post a message and nominate it. Return its id."""
    message = await stage.say("@author", text)
    await stage.say("@carla", "!highlight", reply_to=message)
    return message


async def hear(stage: Stage, value: MessageEdited | MessageFetched) -> None:
    """Let the platform tell the bot something."""
    stage.platform.emit(value)
    await stage.settle()


def edited(stage: Stage, message: str, text: str, *formatted: Bold | Italic | Code | Text) -> MessageEdited:
    """Return an edit of the author's with formatting."""
    person = stage.platform.person("@author", "#lyon")
    return MessageEdited(
        key=f"memory:{stage.platform.next_id('e')}", account="memory", room="#lyon", at=stage.clock.now(),
        person=person, message=message, text=text, formatted=formatted,
    )  # fmt: skip


async def test_words_read_again_replace_the_formatted_ones(tmp_path: Path) -> None:
    """A message whose text we read a second time shows that text, and the formatted words before it are gone."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        message = await highlight(stage, "call me")
        await hear(stage, edited(stage, message, "call OLDNUMBER", Text("call "), Bold((Text("OLDNUMBER"),))))
        fetched = MessageFetched(
            key="memory:again", account="memory", room="#lyon", at=stage.clock.now(), message=message, subject="1",
            person=stage.platform.person("@author", "#lyon"), text="call me",
        )  # fmt: skip
        await hear(stage, fetched)
        await stage.forward(minutes=20)
        assert "call me" in stage.transcript(NET)
        assert "OLDNUMBER" not in stage.transcript(NET)
    assert files_with(tmp_path, ("OLDNUMBER",)) == set()


@pytest.mark.parametrize("minutes", [1, 20])
async def test_message_that_becomes_a_command_takes_its_former_words_along(tmp_path: Path, minutes: int) -> None:
    """An author who edits a highlight into a command has taken the words back, before it was shown and after."""
    async with staged(tmp_path) as stage:
        await create_relaying_community(stage)
        message = await highlight(stage, "my number is OLDNUMBER")
        await stage.forward(minutes=minutes)
        stage.platform.edit(message, "!removed")
        await stage.settle()
        await stage.forward(minutes=20)
        assert "OLDNUMBER" not in stage.transcript(NET)
    assert files_with(tmp_path, ("OLDNUMBER",)) == set()


async def test_code_of_others_is_no_command_of_ours(tmp_path: Path) -> None:
    """Words that a person formatted as code stay as they are: neither a command to press nor spelt our way."""
    async with staged(tmp_path, RICH) as stage:
        await create_relaying_community(stage)
        message = await highlight(stage, "try this")
        code = (Code("/network leave"), Bold((Italic((Code("!network leave"),)),)), Code("x = 1"))
        await hear(stage, edited(stage, message, "try this now", *code))
        await stage.forward(minutes=20)
        shown = repr(stage.sees("network leave", NET).content)
        assert "Code(value='/network leave')" not in shown
        assert "Code(value='!network leave')" not in shown
        assert "Code(value='x = 1')" in shown
