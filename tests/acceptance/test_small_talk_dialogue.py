"""Tests for what people say to the bot without a command: help, greetings, mentions, and the rules read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.i18n import texts
from bots.testing import BOT
from tests.acceptance.event_steps import plain_text
from tests.stage import RICH, Stage, staged


async def _private(stage: Stage, locale: str) -> None:
    stage.platform.locales["@anna"] = locale
    stage.platform.invite_bot("dm", "@anna", direct=True)
    await stage.settle()


@pytest.mark.parametrize(
    ("locale", "word", "shown"),
    [
        ("en", "help", "What everyone can do here"), ("en", "Help!", "What everyone can do here"),
        ("fr", "aide", "Ce que tout le monde peut faire"), ("de", "Hilfe", "Das können hier alle"),
        ("es", "ayuda", "todo el mundo"), ("en", "hello", "Hello anna!"), ("fr", "Bonjour !", "Bonjour anna"),
        ("de", "moin", "Hallo anna!"), ("es", "¡Hola!", "¡Hola, anna!"), ("fr", "merci", "Avec plaisir"),
        ("en", "me language fr", "type !me language fr"), ("en", "what is this", "I didn’t understand"),
    ],
)  # fmt: skip
async def test_plain_words_in_private_are_answered(tmp_path: Path, locale: str, word: str, shown: str) -> None:
    """In private the bot answers a request for help, a greeting, thanks, and a command without its sign."""
    async with staged(tmp_path) as stage:
        await _private(stage, locale)
        await stage.say("@anna", word, "dm")
        assert shown in plain_text(stage.last("dm"))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("@glocal", "Hello anna!"), ("hi @glocal", "Hello anna!"), ("@glocal help", "What everyone can do here"),
        ("glocal: can you help me?", "What everyone can do here"), ("@glocal event list", "type !event list"),
        ("thanks @glocal!", "You’re welcome"), ("@glocal blub", "I didn’t understand"),
    ],
)  # fmt: skip
async def test_mention_of_the_bot_is_answered(tmp_path: Path, said: str, shown: str) -> None:
    """In a room the bot answers somebody who mentions it."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@anna", said, mentions=(BOT,))
        assert shown in plain_text(stage.last())


async def test_bot_stays_out_of_other_conversations(tmp_path: Path) -> None:
    """In a room the bot does not answer greetings and requests that are not for it, nor a talk about it."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for said in ("hello", "help", "Hi everybody!", "thanks", "event list"):
            await stage.say("@anna", said)
        about = "I think @glocal moved our potluck to saturday and that is why nobody from the garden came yesterday"
        await stage.say("@anna", about, mentions=(BOT,))
        assert stage.shown() == []


async def test_repeated_nonsense_is_answered_once_an_hour(tmp_path: Path) -> None:
    """The hint that the bot did not understand comes once an hour."""
    async with staged(tmp_path) as stage:
        await stage.community()
        for _ in range(3):
            await stage.say("@anna", "@glocal blub", mentions=(BOT,))
        assert len(stage.shown()) == 1


@pytest.mark.parametrize(
    ("locale", "line"), [("en", "!rules"), ("fr", "!règles"), ("de", "!regeln"), ("es", "!reglas")]
)
async def test_rules_can_be_read_again(tmp_path: Path, locale: str, line: str) -> None:
    """Members read the rules again in the room; without rules they learn who writes them."""
    async with staged(tmp_path) as stage:
        await stage.community(locale=locale, rules="Be kind.\nNo ads.")
        await stage.say("@anna", line)
        assert "Be kind.\nNo ads." in stage.last().text
        await stage.say("@carla", "!config rules none")
        await stage.say("@anna", line)
        assert f"{texts.words(locale, 'name-config')} {line[1:]}" in plain_text(stage.last())


async def test_help_explains_topics_and_commands(tmp_path: Path) -> None:
    """Help lists commands by topic and role, explains a topic, and a command with the number of a real event."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community()
        await stage.say("@anna", "!help")
        member = plain_text(stage.last())
        assert "!rsvp" in member and "!event move" not in member
        await stage.say("@carla", "!help")
        connector = plain_text(stage.last())
        assert "What you can also do (connector)" in connector and "!event move" in connector
        assert "[" not in connector
        await stage.say("@carla", "!help events")
        assert "!event move [NUMBER] [WHEN]" in plain_text(stage.last())
        for day in ("friday", "saturday"):
            await stage.say("@carla", f"!event Potluck {day} 7pm")
            await stage.say("@carla", "yes")
        await stage.say("@carla", "!event cancel 1")
        await stage.say("@carla", "!help event move")
        assert "For example: !event move 2 saturday 7pm" in plain_text(stage.last())
        await stage.say("@carla", "!help événements")
        assert "!event list – " in plain_text(stage.last())
        await _private(stage, "en")
        await stage.say("@anna", "!help newcomers", "dm")
        assert "can’t do anything about “Newcomers”" in plain_text(stage.last("dm"))


async def test_cancel_with_nothing_open_says_so(tmp_path: Path) -> None:
    """A bare "cancel" with nothing open says so; one that names something says how to call that off."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!cancel")
        assert stage.last().text == "Nothing is open here that I could cancel."
        await stage.say("@carla", "!cancel the potluck")
        assert "!event cancel the potluck" in stage.last().text
        await stage.say("@carla", "!event")
        await stage.say("@carla", "!cancel")
        assert stage.last().text == "OK, cancelled."
