"""Tests for the messages that count as a hello to a newcomer."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from tests.acceptance.newcomer_steps import join_and_be_welcomed
from tests.stage import PLAIN, RICH, staged


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Al", "The hall is also free on Friday"),
        ("Al", "Al2 is the name of the room"),
        ("Ann", "Hello Anna"),
        ("Zo", "Bonjour Zoe\u0301"),
        ("Лев", "Это было левее"),
        ("राम", "मेरा रामू कहाँ है"),
    ],
)
async def test_name_inside_word_is_not_a_hello(tmp_path: Path, name: str, text: str) -> None:
    """A newcomer's name inside another word does not count as a hello."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await join_and_be_welcomed(stage, name=name)
        await stage.say("@bob", text)
        stage.sees("is new here")
        await stage.say("@bob", "Hello!", mentions=("@zoe",))
        assert stage.sees("was greeted by bob")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Al", "The hall is warm, al!"),
        ("Zoé", "ZOE\u0301: bienvenue"),
        ("Anna B.", "Hi Anna B., nice to meet you"),
        ("小明", "欢迎小明来到里昂"),
        ("🌻", "Welcome 🌻🌻"),
    ],
)
async def test_name_as_whole_word_is_a_hello(tmp_path: Path, name: str, text: str) -> None:
    """A newcomer's name as a whole word counts as a hello, in any case and script."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await join_and_be_welcomed(stage, name=name)
        await stage.say("@bob", text)
        assert stage.sees("was greeted by bob")


@pytest.mark.parametrize("capabilities", [PLAIN, RICH])
async def test_hello_after_event_draft_counts(tmp_path: Path, capabilities: Capabilities) -> None:
    """A hello counts although its author has an unconfirmed event draft."""
    async with staged(tmp_path, capabilities) as stage:
        await stage.community()
        await join_and_be_welcomed(stage)
        await stage.say("@carla", "!event Picnic tomorrow 18:00")
        await stage.say("@carla", "Welcome Zoe!")
        assert stage.sees("Zoe was greeted by carla")


async def test_draft_is_confirmed_after_other_words(tmp_path: Path) -> None:
    """A typed yes confirms a draft after other words, and greets nobody called Yes."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await join_and_be_welcomed(stage, name="Yes")
        await stage.say("@carla", "!event Picnic tomorrow 18:00")
        await stage.say("@carla", "One moment")
        await stage.say("@carla", "yes")
        assert stage.sees("Picnic")
        stage.never_saw("was greeted by")


async def test_second_account_accepts_rules_but_greets_nobody(tmp_path: Path) -> None:
    """A newcomer's second account can accept the rules but cannot greet the first."""
    async with staged(tmp_path, RICH) as stage:
        await stage.community(rules="Be kind.")
        await join_and_be_welcomed(stage)
        await stage.link_accounts("@zoe", "@zoe2")
        await stage.press("@zoe2", stage.last("direct-@zoe"), "🤝")
        call = stage.sees("Zoe is new here")
        await stage.press("@zoe2", call, "👋")
        assert "Someone will say hello" in stage.last().text
