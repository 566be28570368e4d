"""No question of the bot is followed by silence: the next message is the answer, and yes takes what it suggests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.event_steps import plain_text
from tests.stage import staged


@pytest.mark.parametrize(
    ("line", "asked", "shown"),
    [
        ("!halp", "Did you mean !help?", "What everyone can do here"),
        ("!evnt Potluck friday 7pm", "Did you mean !event Potluck friday 7pm?", "Shall I announce this? Potluck"),
        ("!help digst", "Did you mean !help digest?", "What the next digest would say"),
        ("!pol", "Did you mean !poll?", "What is the question?"),
        ("!connectr add zoe", "Did you mean !connector add zoe?", "I haven’t met zoe yet"),
        ('!poll "Tea?" "Now" "Later" closse=2h', "Did you mean close=2h?", "Open until"),
        ("!config zone Pariss", "Did you mean Europe/Paris?", "The time zone is now Europe/Paris"),
    ],
)  # fmt: skip
async def test_yes_takes_the_suggestion(tmp_path: Path, line: str, asked: str, shown: str) -> None:
    """After "Did you mean …?" a yes does what was suggested."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", line)
        assert asked in plain_text(stage.last())
        await stage.say("@carla", "yes")
        assert shown in plain_text(stage.last())


async def test_yes_to_several_suggestions_asks_which(tmp_path: Path) -> None:
    """A yes to several suggestions runs none of them: the bot asks which."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!stop")
        await stage.say("@carla", "yes")
        assert "Which one? Please type it: !poll close, !ritual stop, !highlight stop" in plain_text(stage.last())
        await stage.say("@carla", "!config zone Madird")
        await stage.say("@carla", "yes")
        assert "Which one? Please type it: Europe/Madrid, Atlantic/Madeira" in plain_text(stage.last())
        await stage.say("@carla", "Madrid")
        assert "The time zone is now Europe/Madrid" in plain_text(stage.last())


async def test_results_of_the_last_poll(tmp_path: Path) -> None:
    """Without an open poll, the results are those of the most recently closed one."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="de")
        await stage.say("@carla", '!umfrage "Tee?" ja nein')
        await stage.say("@carla", "!umfrage beenden")
        await stage.say("@carla", "!umfrage ergebnisse")
        assert "Umfrage 1: Tee?" in plain_text(stage.last())
        await stage.say("@carla", "!umfrage öffnen")
        assert "Umfrage 1" in plain_text(stage.last()) and "beendet" not in plain_text(stage.last())


async def test_other_words_after_a_suggestion_are_ordinary(tmp_path: Path) -> None:
    """Any other message after a suggestion drops it, so that a later yes does nothing."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!halp")
        said = len(stage.shown())
        await stage.say("@carla", "oh well")
        await stage.say("@carla", "yes")
        assert len(stage.shown()) == said


async def test_suggestion_keeps_the_open_question_of_a_newcomer(tmp_path: Path) -> None:
    """A newcomer who mistypes a command in private can still answer the question there."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.", question="What do you like?")
        await stage.join("@zoe")
        await stage.forward(seconds=40)
        await stage.say("@zoe", "yes", "direct-@zoe")
        await stage.say("@zoe", "!halp", "direct-@zoe")
        assert "Did you mean !help?" in plain_text(stage.last("direct-@zoe"))
        await stage.say("@zoe", "Gardens", "direct-@zoe")
        assert "Thank you!" in stage.last("direct-@zoe").text


@pytest.mark.parametrize(("verb", "shown"), [("close", "Poll 1"), ("results", "Tea?"), ("delete", "Delete poll 1")])
async def test_number_answers_which_poll(tmp_path: Path, verb: str, shown: str) -> None:
    """After "Which poll?" the next message is its number."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" yes no')
        await stage.say("@carla", '!poll "Cake?" yes no')
        await stage.say("@carla", f"!poll {verb}")
        assert "Which poll?" in stage.last().text
        await stage.say("@carla", "1")
        assert shown in plain_text(stage.last())


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("zone", "Madrid", "The time zone is now Europe/Madrid"), ("locale", "de", "sprache ist jetzt: Deutsch"),
        ("reminders", "2h, 30 min", "reminders is now: 2 hours before, 30 minutes before"),
        ("quiet-hours", "22-8", "is now: 22:00-08:00"),
        ("threshold", "4", "is now: 4 people"), ("poll-style", "card", "is now: card"),
        ("listening", "on", "is now: on"),
    ],
)  # fmt: skip
async def test_refused_setting_takes_the_next_message(tmp_path: Path, key: str, value: str, shown: str) -> None:
    """After a value that no setting can have, the next message is the value."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", f"!config {key} blub?!")
        await stage.say("@carla", value)
        assert shown in plain_text(stage.last())
