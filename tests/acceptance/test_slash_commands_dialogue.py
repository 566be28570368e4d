"""Tests for slash commands, forms, scheduled events, rights and join requests on the in-memory platform."""

from pathlib import Path

import pytest

from bots.core.inbound import Attachment, MissingRight
from bots.ports import Capabilities
from tests.acceptance.highlight_steps import like
from tests.acceptance.room_steps import invite_bot
from tests.acceptance.slash_commands import (
    SLASH_COMMANDS,
    latest_form,
    report_missing_right,
    request_to_join,
    run_command,
    set_interest,
    submit_form,
)
from tests.stage import staged


async def test_setup_form_keeps_values_after_mistake(tmp_path: Path) -> None:
    """The set-up is one form, which opens again with the typed values after a mistake."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await invite_bot(stage)
        await run_command(stage, "@carla", "setup", name="Lyon")
        assert [(field.id, field.value, bool(field.choices)) for field in latest_form(stage).fields] == [
            ("name", "Lyon", False), ("locale", "", True), ("zone", "", False), ("network", "", False)
        ]  # fmt: skip
        await submit_form(stage, "@carla", locale="fr", zone="Pariss")
        refused = stage.sees("Did you mean Europe/Paris")
        assert refused.private_to == "@carla"
        await stage.press("@carla", refused, "✏️")
        assert {field.id: field.value for field in latest_form(stage).fields} == {
            "name": "Lyon", "locale": "fr", "zone": "Pariss", "network": ""
        }  # fmt: skip
        await submit_form(stage, "@carla", zone="Paris")
        stage.sees("Lyon est prête")
        await stage.say("@carla", "Pariss")
        stage.sees("/poll open question:")


async def test_member_without_right_gets_no_form(tmp_path: Path) -> None:
    """A member without the right gets a private refusal instead of a form."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await run_command(stage, "@anna", "poll")
        assert stage.platform.forms == []
        assert stage.sees("is for connectors").private_to == "@anna"


async def test_named_options_and_private_answers(tmp_path: Path) -> None:
    """The bot reads a slash command's options by name and answers each press once, in private."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await run_command(stage, "@carla", "poll", question="Tea?", options="Green, Black", close="2h")
        card = stage.sees("Tea?")
        before = stage.platform.sends
        await stage.press("@anna", card, "Black")
        assert stage.sees("Counted: Black").private_to == "@anna"
        assert stage.platform.sends == before + 2
        assert card.content is not None and card.content.poll is None


async def test_double_press_counts_once(tmp_path: Path) -> None:
    """Two presses in one batch are both answered and count as one vote."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await run_command(stage, "@carla", "poll", question="Tea?", options="Green, Black")
        card = stage.sees("Tea?")
        for _ in range(2):
            stage.platform.press(card.id, "@anna", "Black")
        await stage.settle()
        await stage.forward(seconds=5)
        assert "one person has voted" in card.text
        assert len(stage.matching(lambda shown: "Counted: Black" in shown.text)) == 2


async def test_native_poll_on_request(tmp_path: Path) -> None:
    """A native poll on request counts in the same tally and is refused if it can't hold all options."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await run_command(stage, "@carla", "poll", question="Tea?", options="Green, Black", native="yes")
        native = next(shown for shown in stage.shown() if shown.poll_open)
        card = stage.sees("nobody has voted")
        await stage.vote("@anna", native, "Black")
        await stage.press("@ben", card, "Black")
        await stage.forward(seconds=5)
        assert "2 (100%)" in card.text
        many = ", ".join(f"o{number}" for number in range(11))
        await run_command(stage, "@carla", "poll", question="Tea?", options=many, native="yes")
        assert "up to 10" in stage.last().text


async def test_scheduled_event_follows_event(tmp_path: Path) -> None:
    """The platform's scheduled event follows the bot's event, and interest counts as a maybe but replaces no yes."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await run_command(stage, "@carla", "event", what="Potluck friday 7pm at the garden")
        await stage.press("@carla", stage.sees("Shall I announce this"), "Announce it")
        card = stage.sees("Event 1")
        ((scheduled, details),) = stage.platform.scheduled_events.items()
        assert (details.title, details.place) == ("Potluck", "the garden")
        await set_interest(stage, "@anna", scheduled, on=True)
        await stage.press("@ben", card, "Coming")
        await set_interest(stage, "@ben", scheduled, on=True)
        await set_interest(stage, "@ben", scheduled, on=False)
        await stage.forward(seconds=5)
        assert "1 coming: ben" in card.text and "1 maybe: anna" in card.text
        await set_interest(stage, "@anna", scheduled, on=False)
        await run_command(stage, "@carla", "event move", when="saturday 8pm")
        await stage.press("@carla", stage.last(), "✅")
        await stage.forward(seconds=5)
        assert "maybe" not in card.text
        assert stage.platform.scheduled_events[scheduled].start.isoformat() == "2026-11-28T19:00:00+00:00"
        await run_command(stage, "@carla", "event cancel")
        await stage.press("@carla", stage.last(), "✅")
        assert stage.platform.scheduled_events == {}


async def test_member_downloads_calendar_file(tmp_path: Path) -> None:
    """The calendar button sends its member a private file with the event's times in its zone."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await run_command(stage, "@carla", "event", what="Potluck friday 7pm at the garden")
        await stage.press("@carla", stage.sees("Shall I announce this"), "Announce it")
        await stage.press("@anna", stage.sees("Event 1"), "📆")
        answer = stage.sees("for your own calendar")
        (data,) = stage.platform.received_files[answer.id]
        assert (
            data is not None and b"DTSTART;TZID=Europe/Paris:20261127T190000" in data and b"LOCATION:the garden" in data
        )
        assert answer.private_to == "@anna"


async def test_missing_rights_are_reported(tmp_path: Path) -> None:
    """The bot names each missing right and its effect at the set-up, on request, and when it loses one."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await invite_bot(stage)
        stage.platform.missing_rights["#lyon"] = (MissingRight("Create Events", "events"),)
        await run_command(stage, "@carla", "setup", name="Lyon", locale="en", zone="Paris")
        assert "Create Events: events don’t appear" in stage.sees("I’m missing these permissions").text
        stage.platform.missing_rights.clear()
        await run_command(stage, "@carla", "check")
        stage.sees("I have all the permissions I need here")
        await report_missing_right(stage, MissingRight("Add Reactions", "react"))
        assert "Add Reactions: reactions" in stage.last().text


async def test_loss_of_send_right_is_reported_in_private(tmp_path: Path) -> None:
    """A bot that can't post in the room any longer tells a connector in private."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        await report_missing_right(stage, MissingRight("Send Messages", "send"))
        assert "Send Messages: I can’t say anything here" in stage.last("direct-@carla").text
        assert stage.shown() == []


async def test_join_request_is_approved_after_rules_and_question(tmp_path: Path) -> None:
    """The bot approves a join request after the rules and the question, and calls a greeter once the newcomer is in."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community(rules="Be kind.", question="What brings you here?")
        await request_to_join(stage, "@zoe")
        assert stage.platform.approved_requests == []
        await stage.press("@zoe", stage.last("direct-@zoe"), "🤝")
        await stage.say("@zoe", "I moved here", room="direct-@zoe")
        assert stage.platform.approved_requests == [("#lyon", "@zoe")]
        assert "says" not in stage.transcript()
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=31)
        stage.sees("Welcome Zoé")
        assert "I moved here" in stage.sees("is new here and says").text


async def test_join_request_without_rules_waits_for_a_person(tmp_path: Path) -> None:
    """Without rules or question a greeter or a connector lets people in, and nobody else."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community()
        for _ in range(2):
            await request_to_join(stage, "@zoe")
        call = stage.sees("asks to join")
        assert stage.platform.approved_requests == []
        assert len(stage.matching(lambda m: "asks to join" in m.text)) == 1
        await stage.press("@anna", call, "✅")
        assert stage.sees("Only a greeter").private_to == "@anna"
        assert stage.platform.approved_requests == []
        await stage.press("@carla", call, "✅")
        assert stage.platform.approved_requests == [("#lyon", "@zoe")]
        assert "can come in" in stage.transcript()
        await stage.join("@zoe", name="Zoé")
        await stage.forward(seconds=31)
        stage.sees("Welcome Zoé")


@pytest.mark.parametrize("known", [True, False])
async def test_removed_person_who_asks_again_waits_for_a_person(tmp_path: Path, *, known: bool) -> None:
    """A removed person is not let in for accepting the rules, whether or not the bot saw them arrive."""
    async with staged(tmp_path, SLASH_COMMANDS) as stage:
        await stage.community(rules="Be kind.")
        if known:
            await stage.join("@zoe")
        else:
            stage.platform.members["#lyon"].append("@zoe")
        stage.platform.leave("#lyon", "@zoe", removed=True)
        await stage.settle()
        for _ in range(2):
            await stage.forward(days=2)
            await request_to_join(stage, "@zoe")
        assert stage.shown("direct-@zoe") == []
        assert stage.platform.approved_requests == []
        assert len(stage.matching(lambda m: "asks to join" in m.text)) == 2


async def test_receiving_community_shows_highlights_in_its_language(tmp_path: Path) -> None:
    """A community that receives highlights shows them in its language, and reactions there count."""
    async with staged(tmp_path) as stage:
        network = await stage.network(locale="en")
        await stage.community(network=network.id)
        await stage.community(
            "#bath", name="Bath", locale="fr", network=network.id, connector="@bob", receives_highlights=True
        )
        await stage.say("@carla", "!relay on")
        source = await stage.say("@anna", "We planted 40 trees!")
        await like(stage, source)
        await stage.forward(minutes=11)
        copy = stage.last("#bath")
        assert copy.text.startswith("Réseau Les Passeurs · Lyon")
        assert len(stage.shown("#network")) == 1
        await stage.react("@e", copy, "🎉")
        await stage.forward(minutes=1)
        assert "4 people" in stage.last("#network").text
        stage.platform.delete(source)
        await stage.settle()
        assert stage.shown("#bath") == [] == stage.shown("#network")


async def test_highlight_carries_small_files(tmp_path: Path) -> None:
    """A highlight carries the files that are small enough and counts the others."""
    fits = Capabilities(buttons=False, idempotent=True, upload_bytes=100)
    async with staged(tmp_path, fits) as stage:
        network = await stage.network(locale="en")
        await stage.community(network=network.id)
        await stage.say("@carla", "!relay on")
        stage.platform.files["f1"] = b"a picture"
        small = Attachment(name="a.png", mime="application/pdf", size=9, source="f1", account="memory", alt="Trees")
        large = Attachment(name="b.mp4", mime="video/mp4", size=101, source="f2", account="memory")
        source = await stage.say("@anna", "Look", attachments=[small, large])
        await like(stage, source)
        await stage.forward(minutes=11)
        copy = stage.last("#network")
        assert "(with one attachment)" in copy.text
        assert stage.platform.received_files[copy.id] == (b"a picture",)
