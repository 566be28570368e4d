"""Polls by slash commands and forms: a question alone, the preview's form, options with commas, changes."""

from pathlib import Path

from tests.acceptance.slash_commands import SLASH_COMMANDS, latest_form, run_command, submit_form
from tests.stage import staged


async def test_question_alone_is_shown_first(tmp_path: Path) -> None:
    """A slash command with only a question offers what the question offers, and its author publishes it."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await run_command(stage, "@carla", "poll", question="Shall we meet on Sunday?")
        assert "1️⃣ Yes\n2️⃣ No" in stage.last().text
        await run_command(stage, "@carla", "poll", question="Garden or park?")
        await stage.press("@carla", stage.last(), "Publish")
        assert "1️⃣ Garden" in stage.sees("nobody has voted").text


async def test_edit_opens_form_with_the_poll(tmp_path: Path) -> None:
    """Edit opens a form that holds the poll; options with commas stand on lines and stay whole."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await stage.say("@carla", "!poll Where, all of you? The garden, near the gate / The park, at noon")
        await stage.press("@carla", stage.last(), "Edit")
        fields = {field.id: field.value for field in latest_form(stage).fields}
        assert fields["options"] == "The garden, near the gate\nThe park, at noon"
        await submit_form(stage, "@carla", question="Where to?")
        assert "Where to?\n1️⃣ The garden, near the gate" in stage.sees("nobody has voted").text


async def test_poll_edit_opens_form(tmp_path: Path) -> None:
    """`/poll edit` opens a form with the poll as it stands."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await run_command(stage, "@carla", "poll", question="Tea?", options="Green, Balck")
        card = stage.sees("nobody has voted")
        await stage.press("@a", card, "1️⃣")
        await run_command(stage, "@carla", "poll edit")
        await submit_form(stage, "@carla", options="Green, Black")
        await stage.forward(seconds=5)
        assert "2️⃣ Black" in card.text
        assert "1 (100%)" in card.text
