"""Newcomers accept the rules by a button, a reaction or a word, and know where the conversation is."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.stage import PLAIN, RICH, Stage, staged

QUESTION = "What brings you here?"


async def join_unreachable(stage: Stage) -> None:
    """Join as Zoe, whom the bot can't write to."""
    await stage.community(rules="Be kind.", question=QUESTION)
    stage.platform.closed_to_bot.add("@zoe")
    await join_and_be_welcomed(stage)


@pytest.mark.parametrize("word", ["yes", "Oui !", "ja", "sí", "ok", "I accept", "J’accepte, merci", "👍"])
async def test_typed_yes_accepts_the_rules(tmp_path: Path, word: str) -> None:
    """A yes in private, in any language, accepts the rules like the button."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(rules="Be kind.", question=QUESTION)
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", word, room="direct-@zoe")
        assert QUESTION in stage.last("direct-@zoe").text
        await stage.say("@zoe", word, room="direct-@zoe")
        assert f"> {word}" in stage.sees("is new here").text


async def test_other_words_get_an_answer(tmp_path: Path) -> None:
    """A question or a no is answered with what to do, and a later yes still counts."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.", locale="fr")
        await join_and_be_welcomed(stage)
        await stage.say("@zoe", "C’est quoi, la règle ?", room="direct-@zoe")
        assert "J’attends votre oui" in stage.last("direct-@zoe").text
        await stage.say("@zoe", "non", room="direct-@zoe")
        assert "rien ne se fait sans votre oui" in stage.last("direct-@zoe").text
        stage.never_saw("vient d’arriver")
        await stage.say("@zoe", "oui", room="direct-@zoe")
        stage.sees("Zoe vient d’arriver")
        assert "quelqu’un va vous dire bonjour" in stage.last("direct-@zoe").text


async def test_typed_yes_in_the_room(tmp_path: Path) -> None:
    """A yes in the room accepts the rules that were asked there; after other talk it has to be explicit."""
    async with staged(tmp_path) as stage:
        await join_unreachable(stage)
        await stage.say("@zoe", "yes")
        assert QUESTION in stage.last().text
    async with staged(tmp_path / "talk") as stage:
        await join_unreachable(stage)
        await stage.say("@zoe", "Hello! Nice garden.")
        await stage.restart()
        await stage.say("@zoe", "yes")
        stage.never_saw(QUESTION)
        await stage.say("@zoe", "I accept the rules")
        assert QUESTION in stage.last().text


@pytest.mark.parametrize("emoji", ["🤝", "✅", "👍"])
async def test_reactions_that_mean_yes(tmp_path: Path, emoji: str) -> None:
    """The bot's own reaction below the rules does not count as a tick; a tick or a thumb of the newcomer does."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(rules="Be kind.", question=QUESTION)
        await join_and_be_welcomed(stage)
        rules = stage.last("direct-@zoe")
        assert [reaction for _, reaction in rules.reactions] == ["🤝"]
        await stage.react("@zoe", rules, emoji)
        assert QUESTION in stage.last("direct-@zoe").text


async def test_thumb_of_somebody_else_accepts_nothing(tmp_path: Path) -> None:
    """A member's thumb below the rules in the room does not accept them for the newcomer."""
    async with staged(tmp_path, PLAIN) as stage:
        await join_unreachable(stage)
        await stage.react("@bob", stage.sees("Be kind."), "👍")
        stage.never_saw(QUESTION)
        await stage.react("@zoe", stage.sees("Be kind."), "👍")
        assert stage.sees(QUESTION)


async def test_welcome_says_where_the_conversation_is(tmp_path: Path) -> None:
    """The public welcome says where to look for the next step; without steps it does not."""
    async with staged(tmp_path) as stage:
        await stage.community(rules="Be kind.")
        await join_and_be_welcomed(stage)
        assert "among your direct messages and invitations" in stage.sees("Welcome").text
    async with staged(tmp_path / "link", Capabilities(private_link="https://example.org/bot?start={payload}")) as stage:
        await stage.community(rules="Be kind.")
        await join_and_be_welcomed(stage)
        welcome = stage.sees("waits in our private chat")
        assert welcome.content is not None
        assert [button.url for button in welcome.content.buttons] == ["https://example.org/bot?start=r1"]
    async with staged(tmp_path / "none") as stage:
        await stage.community()
        await join_and_be_welcomed(stage)
        assert stage.sees("Welcome").text == "Welcome Zoe! Good to have you in Lyon."
