"""Replies that name their event by its day or title, and replies that are said to the bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.testing import BOT
from tests.acceptance.event_steps import announce_event, plain_text, rsvp, set_up_event
from tests.stage import Stage, staged

CHOIR = "!event Choir saturday 6pm at the church"
QUIZ = "!event Quiz saturday 8pm at the pub"


async def _tell(stage: Stage, said: str, by: str = "@anna") -> str:
    await stage.say(by, f"@glocal {said}", mentions=(BOT,))
    await stage.forward(seconds=5)
    return plain_text(stage.last())


@pytest.mark.parametrize(
    ("locale", "words", "shown"),
    [
        ("en", "can't make friday", "You can’t make “Potluck”"), ("fr", "je peux pas vendredi", "Potluck"),
        ("de", "kann freitag nicht", "Potluck"), ("es", "no puedo el viernes", "Potluck"),
        ("en", "can't come to the potluck, sorry", "You can’t make “Potluck”"),
    ],
)  # fmt: skip
async def test_the_bot_takes_a_no_for_a_day(tmp_path: Path, locale: str, words: str, shown: str) -> None:
    """Who tells the bot that they can't come on a day is taken off the event of that day."""
    async with staged(tmp_path) as stage:
        card = await set_up_event(stage, locale=locale)
        choir = await announce_event(stage, CHOIR)
        await rsvp(stage, card, anna="✅")
        await rsvp(stage, choir, anna="✅")
        assert shown in await _tell(stage, words)
        assert "❌ 1" in card.text and "anna" not in card.text
        assert "anna" in choir.text


@pytest.mark.parametrize(
    "words", ["can't make friday", "Freitag kann ich nicht", "je suis pas dispo vendredi", "no puedo el viernes"]
)
async def test_a_reply_to_the_card_may_name_the_day(tmp_path: Path, words: str) -> None:
    """A reply to the card that names its day counts; one that names another day is asked about."""
    async with staged(tmp_path) as stage:
        card = await set_up_event(stage)
        await rsvp(stage, card, anna="✅")
        await stage.say("@anna", words, reply_to=card.id)
        await stage.forward(seconds=5)
        assert "anna" not in card.text
        await stage.say("@ben", "can't make sunday", reply_to=card.id)
        assert "Are you coming to “Potluck”?" in stage.last().text


async def test_who_said_yes_is_asked_about_that_day(tmp_path: Path) -> None:
    """Without a mention only somebody who said yes is asked, and about the event of that day."""
    async with staged(tmp_path) as stage:
        await set_up_event(stage)
        choir = await announce_event(stage, CHOIR)
        await rsvp(stage, choir, anna="✅")
        await stage.forward(hours=1)
        before = len(stage.shown())
        await stage.say("@ben", "can't make saturday")
        await stage.say("@anna", "can't make friday")
        await stage.say("@anna", "can't wait for saturday")
        assert len(stage.shown()) == before
        await stage.say("@anna", "can't make saturday, sorry")
        assert "Do you mean “Choir”" in stage.last().text
        await stage.say("@anna", "no")
        await stage.forward(seconds=5)
        assert "❌ 1 can’t" in choir.text


@pytest.mark.parametrize(("answer", "taken"), [("3", "Quiz"), ("the quiz", "Quiz"), ("all", "Choir and Quiz")])
async def test_the_bot_asks_which_one(tmp_path: Path, answer: str, taken: str) -> None:
    """Where several events are on the day, the bot asks which, and takes a number, a title or all."""
    async with staged(tmp_path) as stage:
        await set_up_event(stage)
        choir, quiz = await announce_event(stage, CHOIR), await announce_event(stage, QUIZ)
        asked = await _tell(stage, "I'm coming on saturday")
        assert "Which one do you mean?" in asked and "3 Quiz" in asked and "Potluck" not in asked
        await stage.say("@anna", answer)
        await stage.forward(seconds=5)
        assert ("anna" in choir.text, "anna" in quiz.text) == ("Choir" in taken, "Quiz" in taken)


async def test_a_day_without_an_event_is_said(tmp_path: Path) -> None:
    """Where nothing is planned on the day, the bot says so and tells what is."""
    async with staged(tmp_path) as stage:
        await set_up_event(stage)
        assert (await _tell(stage, "can't make sunday")).startswith("Nothing is planned then. What’s next:\nPotluck")


async def test_replies_in_private_count(tmp_path: Path) -> None:
    """A member may tell the bot in private that they come or not; without a day the only event is meant."""
    async with staged(tmp_path) as stage:
        card = await set_up_event(stage)
        await rsvp(stage, card, anna="✅")
        stage.platform.invite_bot("dm", "@anna", direct=True)
        await stage.settle()
        await stage.say("@anna", "can't make friday", "dm")
        assert "You can’t make “Potluck”" in stage.last("dm").text
        await stage.say("@anna", "I'm coming", "dm")
        await stage.forward(seconds=5)
        assert "✅ 1 coming: anna" in card.text
