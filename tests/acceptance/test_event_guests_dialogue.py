"""Tests for who counts as coming: people who left and came back, and reactions that mean yes."""

from pathlib import Path

import pytest

from tests.acceptance.event_steps import (
    add_events_room,
    announce_event,
    event_cards,
    reminder_messages,
    rsvp,
    set_up_event,
)
from tests.stage import PLAIN, RICH, staged


async def test_who_left_is_not_expected(tmp_path: Path) -> None:
    """Somebody who left the room is neither counted nor named nor reminded, and is again when they come back."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        stage.platform.members["#lyon"] += ["@anna", "@dave"]
        await rsvp(stage, card, anna="✅", dave="✅")
        stage.platform.leave("#lyon", "@dave")
        await stage.forward(days=1, hours=12)
        assert "✅ 1 coming: anna" in card.text
        assert "dave" not in card.text
        reminder = reminder_messages(stage)[-1]
        assert "dave" not in reminder.text
        assert reminder.content is not None
        assert reminder.content.mentions == ("@anna",)
        await stage.join("@dave")
        await stage.forward(days=1, hours=12)
        assert "✅ 2 coming: anna, dave" in card.text
        assert "For anna, dave" in reminder_messages(stage)[-1].text


async def test_new_answer_counts_after_leaving(tmp_path: Path) -> None:
    """An answer after the departure counts, although nobody reported the return; a cancellation then asks."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        stage.platform.members["#lyon"] += ["@dave"]
        await rsvp(stage, card, dave="✅")
        stage.platform.leave("#lyon", "@dave")
        await stage.settle()
        await rsvp(stage, card, dave="🤔")
        assert "🤔 1 maybe: dave" in card.text


async def test_cancelling_asks_only_for_those_who_are_here(tmp_path: Path) -> None:
    """An event whose only guest left is cancelled at once, since nobody has to be told."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        stage.platform.members["#lyon"] += ["@dave"]
        await rsvp(stage, card, dave="✅")
        stage.platform.leave("#lyon", "@dave")
        await stage.say("@carla", "!event cancel")
        assert stage.last().text.startswith("🚫 Potluck is cancelled")
        assert "dave" not in stage.last().text


async def test_leaving_one_room_of_a_community(tmp_path: Path) -> None:
    """Somebody who leaves the home room but is in the events room still comes; who leaves the events room does not."""
    async with staged(tmp_path, PLAIN) as stage:
        community = await stage.community()
        await add_events_room(stage, community.id)
        await stage.say("@carla", "!event Potluck friday 7pm")
        await stage.say("@carla", "yes")
        (card,) = event_cards(stage, "#events")
        stage.platform.members["#lyon"] += ["@anna", "@ben"]
        stage.platform.members["#events"] = ["@anna", "@ben"]
        await rsvp(stage, card, anna="✅", ben="✅")
        stage.platform.leave("#lyon", "@anna")
        stage.platform.leave("#events", "@ben")
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text


async def test_departure_does_not_change_past_events(tmp_path: Path) -> None:
    """Who came to an event that is over stays on its card after leaving."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        stage.platform.members["#lyon"] += ["@dave"]
        await rsvp(stage, card, dave="✅")
        await stage.forward(days=4)
        stage.platform.leave("#lyon", "@dave")
        await stage.say("@carla", "!event show 1")
        await stage.forward(seconds=5)
        assert "✅ 1 coming: dave" in event_cards(stage)[-1].text


@pytest.mark.parametrize("emoji", ["👍", "👍🏽"])
@pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["plain", "rich"])
async def test_thumb_means_yes(tmp_path: Path, emoji: str, capabilities: object) -> None:
    """A thumb on an event's card is a yes, whatever its skin, and its removal takes the yes back."""
    async with staged(tmp_path, PLAIN if capabilities is PLAIN else RICH) as stage:
        card = await set_up_event(stage)
        await stage.react("@anna", card, emoji)
        await stage.react("@ben", card, "🎉")
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text
        assert "ben" not in card.text
        await stage.react("@anna", card, "🤔")
        await stage.unreact("@anna", card, emoji)
        await stage.forward(seconds=5)
        assert "🤔 1 maybe: anna" in card.text
        await stage.unreact("@anna", card, "🤔")
        await stage.forward(seconds=5)
        assert "No one has answered yet" in card.text


async def test_thumb_after_the_end_is_no_answer(tmp_path: Path) -> None:
    """A thumb on the card of an event that is over, or cancelled, changes nothing and gets no answer."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await set_up_event(stage)
        await announce_event(stage, "!event Quiz monday 8pm")
        await stage.say("@carla", "!event cancel 1")
        number = len(stage.shown())
        await stage.react("@anna", card, "👍")
        await stage.forward(seconds=5)
        assert len(stage.shown()) == number
        assert "anna" not in card.text
