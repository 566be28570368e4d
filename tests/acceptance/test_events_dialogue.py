"""Tests for announcing an event and answering it, as the room sees them."""

from pathlib import Path

import pytest

from tests.acceptance.event_steps import (
    EVENT_LINE,
    add_events_room,
    announce_event,
    event_cards,
    plain_text,
    rsvp,
    set_up_event,
)
from tests.acceptance.slash_commands import run_command
from tests.stage import PLAIN, RICH, staged

DATE = "📅 Friday, 27 November 2026 at 19:00 (Paris time)"


async def test_event_is_previewed_before_it_is_announced(tmp_path: Path) -> None:
    """The bot shows date, zone, place and reminders of a new event and announces it only after a yes."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        typed = await stage.say("@carla", EVENT_LINE)
        preview = stage.last()
        assert plain_text(preview).split("\n") == [
            "Shall I announce this? Potluck",
            DATE,
            "📍 the garden",
            "⏰ Reminders: 1 day before, 1 hour before, at the start",
            "Type yes (or ✅) to announce it, no (or ❌) to drop it. I’ll wait a day.",
        ]
        assert preview.reply_to == typed
        assert event_cards(stage) == []
        await stage.react("@carla", preview, "✅")
        assert plain_text(preview) == "✅ Planned as event 1: Potluck"
        assert plain_text(stage.last()).split("\n") == [
            "Event 1: Potluck", DATE, "📍 the garden", "No one has answered yet."
        ]  # fmt: skip
        assert len(stage.shown()) == 2


async def test_preview_is_private_and_card_is_public(tmp_path: Path) -> None:
    """On a platform with private answers only the connector sees the preview, and everybody sees the card."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await run_command(stage, "@carla", "event", what=EVENT_LINE.removeprefix("!event "))
        preview = stage.last()
        assert preview.private_to == "@carla"
        assert "or yes" not in preview.text
        await stage.press("@carla", preview, "Announce it")
        (card,) = event_cards(stage)
        assert card.private_to is None
        assert stage.sees("is planned").text == "✅ Event 1 is planned: Potluck."
        await stage.press("@anna", card, "Maybe")
        answer = stage.last()
        assert answer.private_to == "@anna"
        assert answer.text == "You’re a maybe for “Potluck”. You can change your answer until it’s over."


@pytest.mark.parametrize("word", ["yes", "Oui !", "ok", "✅"])
async def test_typed_yes_confirms_event(tmp_path: Path, word: str) -> None:
    """A typed yes in English or French announces the event under the next number."""
    async with staged(tmp_path, PLAIN) as stage:
        await set_up_event(stage)
        await stage.say("@carla", "!event Quiz saturday 8pm to 10:30pm")
        await stage.say("@carla", word)
        assert plain_text(event_cards(stage)[-1]).startswith(
            "Event 2: Quiz\n📅 Saturday, 28 November 2026 at 20:00 (Paris time), until 22:30"
        )


@pytest.mark.parametrize("word", ["no", "Non.", "❌"])
async def test_typed_no_drops_draft(tmp_path: Path, word: str) -> None:
    """A typed no drops the draft, and a later yes does not bring it back."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", EVENT_LINE)
        preview = stage.last()
        await stage.say("@carla", word)
        await stage.say("@carla", "yes")
        assert preview.text == "Dropped; nothing was announced."
        await stage.react("@carla", preview, "✅")
        assert "This preview is no longer waiting" in stage.last().text
        assert event_cards(stage) == []


async def test_unrelated_words_get_one_hint(tmp_path: Path) -> None:
    """The bot reminds the connector of the draft once, lets the room talk, and still accepts a yes by reaction."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", EVENT_LINE)
        await stage.say("@carla", "what do you all think?")
        assert "Your event is still waiting" in stage.last().text
        number = len(stage.shown())
        await stage.say("@anna", "yes")
        await stage.say("@carla", "great")
        await stage.say("@carla", "yes")
        assert len(stage.shown()) == number
        await stage.react("@carla", stage.sees("Shall I announce"), "✅")
        assert len(event_cards(stage)) == 1


async def test_only_author_or_connector_confirms_draft(tmp_path: Path) -> None:
    """The bot refuses a member's reaction to the preview and counts another connector's confirmation once."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!connector add @dan", mentions=("@dan",))
        stage.platform.admins.add(("#lyon", "@dan"))
        await stage.say("@carla", EVENT_LINE)
        preview = stage.last()
        await stage.react("@anna", preview, "✅")
        assert "anna: Only the person who typed this, or a connector" in stage.last().text
        await stage.react("@dan", preview, "✅")
        await stage.react("@carla", preview, "✅")
        await stage.say("@carla", "yes")
        assert len(event_cards(stage)) == 1
        await stage.react("@carla", preview, "❌")
        assert "!event cancel 1" in stage.last().text


async def test_unconfirmed_draft_expires_quietly(tmp_path: Path) -> None:
    """The preview of an unconfirmed draft says after a day that it was dropped, and the bot posts nothing else."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", EVENT_LINE)
        preview = stage.last()
        await stage.restart()
        await stage.forward(days=1)
        assert preview.text == "Dropped; nothing was announced."
        await stage.say("@carla", "yes")
        assert len(stage.shown()) == 1


async def test_draft_confirmed_after_its_start_is_refused(tmp_path: Path) -> None:
    """A yes after the planned start announces nothing, and the bot says why."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event Tea in 2 hours")
        await stage.forward(hours=3)
        await stage.say("@carla", "yes")
        assert "would have started already: Wednesday, 25 November" in plain_text(stage.last())
        assert event_cards(stage) == []


async def test_card_is_posted_in_events_room(tmp_path: Path) -> None:
    """The bot posts the card in the community's events room and tells the connector where it is."""
    async with staged(tmp_path, PLAIN) as stage:
        community = await stage.community()
        await add_events_room(stage, community.id)
        await stage.say("@carla", EVENT_LINE)
        await stage.say("@carla", "yes")
        assert len(event_cards(stage, "#events")) == 1
        assert event_cards(stage) == []
        assert "announced in “Events”" in stage.last().text


async def test_newest_rsvp_of_member_counts(tmp_path: Path) -> None:
    """Each member has one answer, the newest one, and the bot edits the card instead of posting it again."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        number = len(stage.shown())
        await rsvp(stage, card, anna="✅", ben="🤔", cleo="❌")
        assert card.text.split("\n")[3:] == ["✅ 1 coming: anna", "🤔 1 maybe: ben", "❌ 1 can’t"]
        await rsvp(stage, card, anna="❌", ben="✅")
        assert card.text.split("\n")[3:] == ["✅ 1 coming: ben", "❌ 2 can’t"]
        await stage.unreact("@anna", card, "✅")
        await stage.unreact("@ben", card, "✅")
        await stage.forward(seconds=5)
        assert card.text.split("\n")[3:] == ["🤔 1 maybe: ben", "❌ 2 can’t"]
        assert len(stage.shown()) == number


async def test_rsvp_can_be_typed(tmp_path: Path) -> None:
    """A member can type an answer in English or French, with or without the event's number."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await stage.say("@anna", "!rsvp yes")
        assert "You’re going to “Potluck”" in stage.last().text
        await stage.say("@ben", "!rsvp 1 peut être")
        await stage.say("@cleo", "!rsvp non 1")
        await stage.say("@dora", "!rsvp")
        assert "Answer yes, maybe or no." in plain_text(stage.last())
        await stage.forward(seconds=5)
        assert card.text.split("\n")[3:] == ["✅ 1 coming: anna", "🤔 1 maybe: ben", "❌ 1 can’t"]
        await announce_event(stage, "!event Quiz saturday 8pm")
        await stage.say("@anna", "!rsvp yes")
        assert plain_text(stage.last()).split("\n") == [
            "Which one? Please type its number, or words of its title:",
            "1 Potluck · Fri, 27 Nov 2026, 19:00 · ✅ 1 🤔 1",
            "2 Quiz · Sat, 28 Nov 2026, 20:00 · ✅ 0 🤔 0",
        ]


async def test_card_names_ten_of_many_guests(tmp_path: Path) -> None:
    """A card with thirteen guests names ten, counts the others, and needs at most two edits."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        for number in range(13):
            stage.platform.react(card.id, f"@m{number:02}", "✅")
        await stage.settle()
        await stage.forward(seconds=5)
        assert card.text.split("\n")[-1] == "✅ 13 coming: " + ", ".join(f"m{n:02}" for n in range(10)) + " +3"
        assert card.edits <= 2


async def test_rsvp_after_end_is_refused(tmp_path: Path) -> None:
    """After the end the card stops asking, late answers are refused, and earlier answers stay."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage, "!event Potluck friday 7pm to 9pm")
        await rsvp(stage, card, anna="✅")
        await stage.forward(days=3)
        assert plain_text(card).startswith("Event 1: Potluck · it’s over")
        assert card.content is not None
        assert card.content.buttons == ()
        await stage.react("@ben", card, "✅")
        assert "ben: Event 1 (Potluck) is over" in stage.last().text
        await stage.say("@ben", "!rsvp 1 yes")
        assert "is over" in stage.last().text
        await stage.unreact("@anna", card, "✅")
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text


async def test_rsvp_sent_before_end_counts_when_read_late(tmp_path: Path) -> None:
    """An answer from before the end of the event counts although the bot reads it afterwards."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await stage.forward(days=2)
        stage.platform.react(card.id, "@anna", "✅")
        await stage.forward(days=2)
        assert "✅ 1 coming: anna" in card.text
