"""An event from one line of text to the answers, as the room sees it."""

from pathlib import Path

import pytest

from tests.acceptance.event_steps import ASK, answers, cards, events_room, gathering, planned, said
from tests.stage import PLAIN, RICH, staged

DATE = "📅 Friday, 27 November 2026 at 19:00 (Paris time)"


async def test_one_line_is_shown_before_it_is_announced(tmp_path: Path) -> None:
    """The preview names date, zone, place and reminders; nothing is announced before a yes."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        typed = await stage.say("@carla", ASK)
        preview = stage.last()
        assert said(preview).split("\n") == [
            "Shall I announce this? Potluck",
            DATE,
            "📍 the garden",
            "⏰ Reminders: 1 day before, 1 hour before, at the start",
            "✅ or yes announces it, ❌ or no drops it. It waits for a day.",
        ]
        assert preview.reply_to == typed
        assert cards(stage) == []
        await stage.react("@carla", preview, "✅")
        assert said(preview) == "✅ Planned as event 1: Potluck"
        assert said(stage.last()).split("\n") == [
            "Event 1: Potluck", DATE, "📍 the garden", "Nobody has answered yet."
        ]  # fmt: skip
        assert len(stage.shown()) == 2


async def test_in_private_where_answers_can_be_private(tmp_path: Path) -> None:
    """With buttons the preview and what follows from it are for the connector alone; the card is for all."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", ASK)
        preview = stage.last()
        assert preview.private_to == "@carla"
        assert "or yes" not in preview.text
        await stage.press("@carla", preview, "Announce it")
        (card,) = cards(stage)
        assert card.private_to is None
        assert stage.sees("It is planned").text == "It is planned as event 1: Potluck."
        await stage.press("@anna", card, "Maybe")
        answer = stage.last()
        assert answer.private_to == "@anna"
        assert answer.text == "Noted: you may come to “Potluck”. You can change it until it is over."


@pytest.mark.parametrize("word", ["yes", "Oui !", "ok", "✅"])
async def test_yes_is_typed(tmp_path: Path, word: str) -> None:
    """In either language; the next one gets the next number."""
    async with staged(tmp_path, PLAIN) as stage:
        await gathering(stage)
        await stage.say("@carla", "!event Quiz saturday 8pm to 10:30pm")
        await stage.say("@carla", word)
        assert said(cards(stage)[-1]).startswith(
            "Event 2: Quiz\n📅 Saturday, 28 November 2026 at 20:00 (Paris time), until 22:30"
        )


@pytest.mark.parametrize("word", ["no", "Non.", "❌"])
async def test_no_drops_it(tmp_path: Path, word: str) -> None:
    """Nothing is announced, and a later yes changes nothing."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", ASK)
        preview = stage.last()
        await stage.say("@carla", word)
        await stage.say("@carla", "yes")
        assert preview.text == "Dropped; nothing was announced."
        await stage.react("@carla", preview, "✅")
        assert "That draft is gone" in stage.last().text
        assert cards(stage) == []


async def test_other_words_get_one_hint_and_then_peace(tmp_path: Path) -> None:
    """The room may talk about the draft; a yes still counts afterwards."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", ASK)
        await stage.say("@carla", "what do you all think?")
        assert "Your event still waits" in stage.last().text
        number = len(stage.shown())
        await stage.say("@anna", "yes")
        await stage.say("@carla", "great")
        await stage.say("@carla", "yes")
        assert len(stage.shown()) == number
        await stage.react("@carla", stage.sees("Shall I announce"), "✅")
        assert len(cards(stage)) == 1


async def test_only_its_maker_or_a_connector_decides(tmp_path: Path) -> None:
    """A member's reaction to the preview is refused by name; another connector's counts, once."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!connector add @dan", mentions=("@dan",))
        stage.platform.admins.add(("#lyon", "@dan"))
        await stage.say("@carla", ASK)
        preview = stage.last()
        await stage.react("@anna", preview, "✅")
        assert "anna, Only the person who typed it, or a connector" in stage.last().text
        await stage.react("@dan", preview, "✅")
        await stage.react("@carla", preview, "✅")
        await stage.say("@carla", "yes")
        assert len(cards(stage)) == 1
        await stage.react("@carla", preview, "❌")
        assert "!event cancel 1" in stage.last().text


async def test_a_draft_nobody_confirms_goes_without_noise(tmp_path: Path) -> None:
    """After a day the preview says so; nothing new is posted, a late yes is plain talk."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", ASK)
        preview = stage.last()
        await stage.restart()
        await stage.forward(days=1)
        assert preview.text == "Dropped; nothing was announced."
        await stage.say("@carla", "yes")
        assert len(stage.shown()) == 1


async def test_a_draft_that_would_have_begun(tmp_path: Path) -> None:
    """A yes that comes after the start announces nothing and says why."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event Tea in 2 hours")
        await stage.forward(hours=3)
        await stage.say("@carla", "yes")
        assert "would have begun already: Wednesday, 25 November" in said(stage.last())
        assert cards(stage) == []


async def test_the_card_goes_to_the_room_for_events(tmp_path: Path) -> None:
    """Where the community has one; the connector reads where it went."""
    async with staged(tmp_path, PLAIN) as stage:
        community = await stage.community()
        await events_room(stage, community.id)
        await stage.say("@carla", ASK)
        await stage.say("@carla", "yes")
        assert len(cards(stage, "#events")) == 1
        assert cards(stage) == []
        assert "announced in “Events”" in stage.last().text


async def test_members_answer_and_change_their_minds(tmp_path: Path) -> None:
    """One answer each, the newest that stands; the card is edited in place and never posted again."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage)
        number = len(stage.shown())
        await answers(stage, card, anna="✅", ben="🤔", cleo="❌")
        assert card.text.split("\n")[3:] == ["✅ 1 coming: anna", "🤔 1 maybe: ben", "❌ 1 can’t"]
        await answers(stage, card, anna="❌", ben="✅")
        assert card.text.split("\n")[3:] == ["✅ 1 coming: ben", "❌ 2 can’t"]
        await stage.unreact("@anna", card, "✅")
        await stage.unreact("@ben", card, "✅")
        await stage.forward(seconds=5)
        assert card.text.split("\n")[3:] == ["🤔 1 maybe: ben", "❌ 2 can’t"]
        assert len(stage.shown()) == number


async def test_answers_can_be_typed(tmp_path: Path) -> None:
    """With or without the number, in either language."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage)
        await stage.say("@anna", "!rsvp yes")
        assert "you come to “Potluck”" in stage.last().text
        await stage.say("@ben", "!rsvp 1 peut être")
        await stage.say("@cleo", "!rsvp non 1")
        await stage.say("@dora", "!rsvp")
        assert "!rsvp 4 yes" in stage.last().text
        await stage.forward(seconds=5)
        assert card.text.split("\n")[3:] == ["✅ 1 coming: anna", "🤔 1 maybe: ben", "❌ 1 can’t"]
        await planned(stage, "!event Quiz saturday 8pm")
        await stage.say("@anna", "!rsvp yes")
        assert said(stage.last()).split("\n") == [
            "Which one? Please add its number:",
            "1 Potluck · Fri, 27 Nov 2026, 19:00 · ✅ 1 🤔 1",
            "2 Quiz · Sat, 28 Nov 2026, 20:00 · ✅ 0 🤔 0",
        ]


async def test_many_who_come_are_counted_and_ten_are_named(tmp_path: Path) -> None:
    """A flood of answers is one edit or two."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage)
        for number in range(13):
            stage.platform.react(card.id, f"@m{number:02}", "✅")
        await stage.settle()
        await stage.forward(seconds=5)
        assert card.text.split("\n")[-1] == "✅ 13 coming: " + ", ".join(f"m{n:02}" for n in range(10)) + " +3"
        assert card.edits <= 2


async def test_no_answer_after_the_end(tmp_path: Path) -> None:
    """The card stops asking; who answers nevertheless is told kindly, and what was answered stays."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage, "!event Potluck friday 7pm to 9pm")
        await answers(stage, card, anna="✅")
        await stage.forward(days=3)
        assert said(card).startswith("Event 1: Potluck · it is over")
        assert card.content is not None
        assert card.content.buttons == ()
        await stage.react("@ben", card, "✅")
        assert "ben, Event 1 (Potluck) is over" in stage.last().text
        await stage.say("@ben", "!rsvp 1 yes")
        assert "is over" in stage.last().text
        await stage.unreact("@anna", card, "✅")
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text


async def test_an_answer_given_in_time_and_heard_late_counts(tmp_path: Path) -> None:
    """The bot was away at the end of the event; the press before it still counts."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await gathering(stage)
        await stage.forward(days=2)
        stage.platform.react(card.id, "@anna", "✅")
        await stage.forward(days=2)
        assert "✅ 1 coming: anna" in card.text
