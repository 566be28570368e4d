"""The draft of a poll waits beneath a question, and comes back when that one is over, however it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from storage.tables import DeadLetter, Dialog
from tests.stage import PLAIN, Stage, staged


async def ask_above_a_draft(stage: Stage) -> None:
    """Open the draft of a poll, and above it the question whether an event shall be cancelled."""
    await stage.community()
    await stage.say("@carla", "!event Party friday 7pm")
    await stage.say("@carla", "yes")
    await stage.say("@anna", "!rsvp 1 yes")
    await stage.say("@carla", "!poll garden or park")
    await stage.say("@carla", "!event cancel 1")


async def open_dialogs(stage: Stage) -> list[str]:
    """Return the kinds of the open dialogs. Nothing may have failed."""
    async with stage.database.reading() as uow:
        assert not await uow.all(select(DeadLetter))
        return [dialog.kind for dialog in await uow.all(select(Dialog))]


async def test_draft_survives_other_words(tmp_path: Path) -> None:
    """Neither the hint nor the end of the question above it loses the draft."""
    async with staged(tmp_path, PLAIN) as stage:
        await ask_above_a_draft(stage)
        assert await open_dialogs(stage) == ["eventcancel"]
        await stage.say("@carla", "hm, wait")
        assert await open_dialogs(stage) == ["eventcancel"]
        await stage.say("@carla", "what do you all think?")
        assert await open_dialogs(stage) == ["poll-draft"]
        await stage.say("@carla", "!help")
        assert await open_dialogs(stage) == ["poll-draft"]


@pytest.mark.parametrize("answer", ["yes", "hello again"])
async def test_draft_is_back_when_the_question_has_run_out(tmp_path: Path, answer: str) -> None:
    """After its hour the question is over, and the next words are for what waited beneath it, or for nobody."""
    async with staged(tmp_path, PLAIN) as stage:
        await ask_above_a_draft(stage)
        await stage.forward(hours=3)
        await stage.say("@carla", answer)
        assert await open_dialogs(stage) == ["poll-draft"]
        assert "cancelled" not in stage.last().text
