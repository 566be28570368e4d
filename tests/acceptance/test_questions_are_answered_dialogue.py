"""Every question of the bot's: the next message is the answer, and no answer meets silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.dialogs.suggested_commands import SUGGESTED_DIALOG
from bots.features.registry import FEATURES
from storage.queries import dialogs
from tests.acceptance.event_steps import plain_text
from tests.stage import PLAIN, Stage, staged

COMMANDS = [
    command.name
    for feature in FEATURES
    for command, _ in feature.commands
    if not command.hidden and command.name != "cancel"
]
PARTS = 4
"""Of the commands, so that several processes share them."""
LINES = (
    "!poll delete 1",
    "!event Picnic",
    "!event Picnic saturday",
    "!event cancel",
    "!poll close x",
    "!config zone x",
)
"""Questions that come later than at the bare command."""


@pytest.mark.parametrize("part", range(PARTS))
async def test_no_answer_to_a_question_meets_silence(tmp_path: Path, part: int) -> None:
    """Whoever is asked and answers anything at all is told what became of it; `cancel` ends each question."""
    async with staged(tmp_path, PLAIN) as stage:
        network = await stage.network()
        lines = [*(f"!{name}" for name in COMMANDS), *LINES][part::PARTS]
        for number, line in enumerate(lines):
            room = f"#room-{number}"
            await _set_up(stage, room, network.id)
            for answer in ("cancel", "xyzzy plugh"):  # after `cancel` the room is as it was
                await stage.say(f"@c{room}", line, room)
                if not await _asks(stage, room):
                    assert answer == "cancel", line
                    break
                before = stage.transcript(room)
                await stage.say(f"@c{room}", answer, room)
                assert len(stage.transcript(room)) > len(before) + len(answer) + 20, (line, answer)
                assert answer != "cancel" or not await _asks(stage, room), line


async def _set_up(stage: Stage, room: str, network: int) -> None:
    await stage.community(room, name=f"Town {room}", connector=f"@c{room}", network=network)
    for line in ("!event Potluck 2026-12-04 19:00", "yes", '!poll "Tea?" yes no'):
        await stage.say(f"@c{room}", line, room)


async def _asks(stage: Stage, room: str) -> bool:
    """Return whether the bot waits for an answer; after a suggestion only a yes is one."""
    async with stage.database.reading() as uow:
        dialog = await dialogs.dialog_at(uow, "memory", room, f"@c{room}")
        return dialog is not None and dialog.kind != SUGGESTED_DIALOG


async def test_templates_of_rituals_are_chosen_by_their_number(tmp_path: Path) -> None:
    """Whoever is shown the templates types a number, a name, or a ritual of their own in quotes."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        for answer, shown in (("4", "How is your week going"), ("friday thanks", "Whom do you want to thank")):
            await stage.say("@carla", "!ritual")
            await stage.say("@carla", answer)
            assert shown in plain_text(stage.last()) and "Shall I ask this" in plain_text(stage.last())
            await stage.say("@carla", "no")
        await stage.say("@carla", "!ritual")
        await stage.say("@carla", '"Wins?" every friday 17:00')
        assert "Wins?" in plain_text(stage.last()) and "every Friday, 17:00" in plain_text(stage.last())


@pytest.mark.parametrize(
    ("line", "shown"), [("!appeal", "You aren’t blocked here."), ("!rsvp", "Nothing is planned here.")]
)
async def test_nothing_is_asked_where_no_answer_could_count(tmp_path: Path, line: str, shown: str) -> None:
    """Who is not blocked is not asked why a block is wrong, nor anybody whether they come where nothing is planned."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", line)
        assert shown in stage.last().text
