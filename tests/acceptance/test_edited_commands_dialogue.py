"""Tests that editing a mistyped command replaces the refusal, the question or the draft that it got."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.tables import Event, EventState
from tests.acceptance.event_steps import plain_text
from tests.stage import PLAIN, RICH, Stage, staged


async def _edit(stage: Stage, message: str, text: str) -> None:
    stage.platform.edit(message, text)
    await stage.settle()


@pytest.mark.parametrize(
    ("locale", "typo", "right", "shown"),
    [
        ("en", "!pol Tea? yes no", "!poll Tea? yes no", "Tea?"),
        ("fr", "!sondge Thé ? oui non", "!sondage Thé ? oui non", "Thé"),
        ("de", "!umfrge Tee? ja nein", "!umfrage Tee? ja nein", "Tee?"),
        ("es", "!encusta ¿Té? sí no", "!encuesta ¿Té? sí no", "Té"),
    ],
)
async def test_edit_replaces_a_refusal(tmp_path: Path, locale: str, typo: str, right: str, shown: str) -> None:
    """After an edit the right command runs, and the refusal of the mistyped one is gone."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale)
        message = await stage.say("@carla", typo)
        refusal = stage.last()
        await _edit(stage, message, right)
        assert refusal not in stage.shown()
        assert shown in stage.last().text and stage.last().content is not None


@pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
async def test_edit_replaces_a_draft(tmp_path: Path, capabilities: object) -> None:
    """The new reading of an edited line replaces the preview of the old one, and `yes` announces the new one."""
    async with staged(tmp_path, RICH if capabilities is RICH else PLAIN) as stage:
        await stage.community()
        message = await stage.say("@carla", "!event Potluck friday 7pm")
        await _edit(stage, message, "!event Potluck saturday 8pm")
        await stage.say("@carla", "yes")
        if capabilities is PLAIN:
            stage.never_saw("Friday")
        await stage.say("@carla", "!event list")
        assert stage.last().text.count("Potluck") == 1
        assert "Sat" in stage.last().text


async def test_replaced_draft_is_erased(tmp_path: Path) -> None:
    """Nothing of a draft is kept when its author edits the command."""
    async with staged(tmp_path) as stage:
        await stage.community()
        message = await stage.say("@carla", "!event Potluck friday 7pm https://example.org/potluck")
        await _edit(stage, message, "!event Picnic saturday 8pm")
        async with stage.database.reading() as uow:
            dropped = await uow.get(Event, 1)
        assert dropped is not None and (dropped.state, dropped.title, dropped.link) == (EventState.DROPPED, "", "")


async def test_edit_replaces_the_preview_of_a_poll(tmp_path: Path) -> None:
    """The preview of a doubtful poll goes when its author edits the command into a clear one."""
    async with staged(tmp_path) as stage:
        await stage.community()
        message = await stage.say("@carla", "!poll garden or park")
        preview = stage.last()
        await _edit(stage, message, '!poll "Where do we meet?" "The garden" "The park"')
        assert preview not in stage.shown()
        assert "Where do we meet?" in stage.last().text and "nobody has voted" in stage.last().text


async def test_edit_replaces_a_question(tmp_path: Path) -> None:
    """The question for a missing argument is void after the edit that gives it."""
    async with staged(tmp_path) as stage:
        await stage.community()
        message = await stage.say("@carla", "!link")
        assert "code" in stage.last().text
        await _edit(stage, message, "!config threshold 5")
        assert "threshold is now: 5" in plain_text(stage.last())
        before = len(stage.shown())
        await stage.say("@carla", "abcd2345")
        assert len(stage.shown()) == before


async def test_edit_of_a_done_command_does_nothing(tmp_path: Path) -> None:
    """What a command did stays done: an edit of it is answered once, and runs nothing."""
    async with staged(tmp_path) as stage:
        await stage.community()
        message = await stage.say("@carla", "!poll Tea? yes no")
        ordinary = await stage.say("@anna", "Hello all")
        for _ in range(2):
            await _edit(stage, message, "!poll Coffee? yes no")
        await _edit(stage, ordinary, "!event list")
        stage.never_saw("Coffee")
        assert len(stage.matching(lambda m: "as a new message" in m.text)) == 2


async def test_edited_refusal_may_be_refused_again(tmp_path: Path) -> None:
    """A second mistake gets a new refusal, and the next edit replaces that one too."""
    async with staged(tmp_path) as stage:
        await stage.community()
        message = await stage.say("@carla", "!evnt list")
        await _edit(stage, message, "!event lst")
        assert len(stage.matching(lambda m: "Did you mean" in m.text)) == 1
        await _edit(stage, message, "!event list")
        stage.never_saw("Did you mean")


@pytest.mark.parametrize(
    ("line", "answers", "edited", "done"),
    [
        ("!poll Tea?", ["green, black"], "!poll Coffee? milk, sugar", "Tea?"),
        ("!poll", ["Tea?", "green, black"], "!poll Coffee? milk, sugar", "Tea?"),
        ("!pol Tea? green, black", ["yes"], "!poll Coffee? milk, sugar", "Tea?"),
        ("!event Potluck", ["friday 7pm", "yes"], "!event Picnic saturday 8pm", "Potluck"),
    ],
)
async def test_edit_after_the_answer_changes_nothing(
    tmp_path: Path, line: str, answers: list[str], edited: str, done: str
) -> None:
    """A command whose question was answered is not run again by an edit: the bot says that editing has no effect."""
    async with staged(tmp_path) as stage:
        await stage.community()
        message = await stage.say("@carla", line)
        for answer in answers:
            await stage.say("@carla", answer)
        stage.sees(done)
        await _edit(stage, message, edited)
        assert "Editing this message" in stage.last().text
        await stage.say("@carla", "yes")
        stage.never_saw("Coffee")
        stage.never_saw("Picnic")


async def test_edit_after_a_refused_answer_still_corrects(tmp_path: Path) -> None:
    """As long as the question is open, an edit of the command replaces it."""
    async with staged(tmp_path) as stage:
        await stage.community()
        message = await stage.say("@carla", "!poll Tea?")
        await stage.say("@carla", "green")
        await _edit(stage, message, "!poll Coffee? milk, sugar")
        assert "Coffee?" in stage.last().text
