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


async def test_a_form_keeps_the_rules_that_it_has_no_field_for(tmp_path: Path) -> None:
    """A form has five fields; what the draft says beside them stays: first of all that the poll is anonymous."""
    rules = {
        "anonymous": "yes",
        "quorum": "3",
        "start": "tomorrow 9am",
        "emoji": "🍕 🥗",
        "repeat": "every friday 9:00",
    }
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await run_command(stage, "@carla", "poll", question="Where?", options="Garden, Park", **rules)
        for _ in range(2):
            await stage.press("@carla", stage.last(), "Edit")
            await submit_form(stage, "@carla", question="Where to?")
        preview = stage.last().text
        for said in (
            "Where to?",
            "Anonymous",
            "Counts if 3 people vote",
            "Opens on Thursday",
            "🍕 Garden",
            "every Friday",
        ):
            assert said in preview


async def test_rules_without_a_question_stay(tmp_path: Path) -> None:
    """Rules that somebody gives before the form asks for the question are the poll's, also after a refused form."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await run_command(stage, "@carla", "poll", anonymous="yes", quorum="3")
        await submit_form(stage, "@carla", question="Where?", options="Garden")
        assert "nobody has voted" not in stage.transcript()
        await stage.press("@carla", stage.last(), "Fill in")
        await submit_form(stage, "@carla", options="Garden, Park")
        assert "Anonymous" in stage.last().text and "Counts if 3 people vote" in stage.last().text
        await run_command(stage, "@carla", "poll")
        await submit_form(stage, "@carla", question="Tea?", options="Green, Black")
        assert "Counts if" not in stage.sees("Poll 1 · nobody has voted").text


async def test_a_form_with_one_rule_shows_the_draft_again(tmp_path: Path) -> None:
    """Where there are forms, the button of a rule opens one with a single field; nothing else of the draft changes."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await stage.say("@carla", "!poll garden or park? quorum=3")
        for sign, name, value in (("🎨", "emoji", "🌻 🌳"), ("🔁", "repeat", "every friday 9:00")):
            await stage.press("@carla", stage.last(), "⚙️")
            await stage.press("@carla", stage.last(), sign)
            assert [field.id for field in latest_form(stage).fields] == [name]
            await stage.say("@carla", "Just chatting")
            await submit_form(stage, "@carla", **{name: value})
            stage.never_saw("nobody has voted")
        preview = stage.last()
        assert "🌻 garden\n🌳 park" in preview.text and "Comes again: every Friday" in preview.text
        assert "3 people" in preview.text
        await stage.press("@carla", preview, "⚙️")
        await stage.press("@carla", stage.last(), "🎨")
        assert latest_form(stage).fields[0].value == "🌻 🌳"
        for sign in ("🔁", "Edit"):  # a form that nobody submits changes nothing
            await stage.press("@carla", stage.last(), sign)
        await submit_form(stage, "@carla", question="Where to?")
        preview = stage.last()
        assert "Where to?\n🌻 garden" in preview.text and "Comes again: every Friday" in preview.text
        await stage.press("@carla", preview, "⚙️")
        await stage.press("@carla", stage.last(), "🎨")
        await submit_form(stage, "@carla", emoji="🌻")
        assert "2 different emoji" in stage.last().text
        stage.never_saw("nobody has voted")
