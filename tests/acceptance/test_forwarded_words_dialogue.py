"""What somebody else wrote answers nothing for the person who passes it on."""

from __future__ import annotations

from pathlib import Path

from tests.stage import RICH, staged


async def test_forwarded_yes_confirms_nothing(tmp_path: Path) -> None:
    """A forwarded yes is no answer to the bot's question; the person's own is."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?"')
        await stage.say("@carla", "green, black", forwarded=True)
        assert "I need words here" in stage.last().text
        assert not [message for message in stage.shown() if message.content and message.content.buttons]
        await stage.say("@carla", "green, black")
        assert "Poll 1" in stage.last().text


async def test_forwarded_answer_to_an_invitation_is_none(tmp_path: Path) -> None:
    """Whoever passes on a friend's words about coming to an event has not said that they come themselves."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@carla", "!event Potluck friday 7pm at home")
        await stage.press("@carla", stage.last(), "✅")
        await stage.forward(seconds=10)
        card = stage.sees("Potluck")
        await stage.say("@mia", "I’m coming!", forwarded=True, reply_to=card.id)
        await stage.say("@mia", "I’m coming to the Potluck!", forwarded=True)
        await stage.forward(seconds=10)
        assert "mia" not in card.text
        await stage.say("@mia", "I’m coming!", reply_to=card.id)
        await stage.forward(seconds=10)
        assert "mia" in card.text
