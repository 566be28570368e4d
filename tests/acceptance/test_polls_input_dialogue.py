"""Tests for typing a poll: without quotes, in parts, with mistakes, in French."""

from pathlib import Path

import pytest

from bots.testing import Shown
from tests.stage import Stage, staged

POLL_LINE = '!poll "Where do we meet?" "Garden" "Library"'


async def open_poll(stage: Stage, line: str = POLL_LINE, **settings: object) -> Shown:
    """Create a community and open a poll in it. Return the poll's card."""
    await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
    await stage.say("@carla", line)
    return stage.last()


async def test_poll_can_be_typed_without_quotes(tmp_path: Path) -> None:
    """A poll can be typed without quotes, and the bot asks for the options if they are missing."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll Where shall we eat?\nPizza\nPasta and salad")
        assert "Where shall we eat?\n1️⃣ Pizza\n" in stage.last().text
        assert "2️⃣ Pasta and salad\n" in stage.last().text
        await stage.say("@carla", "!poll What do you drink?")
        stage.sees("Which options")
        await stage.say("@carla", "Tea, Coffee")
        assert "What do you drink?\n1️⃣ Tea\n" in stage.last().text


async def test_single_option_keeps_question(tmp_path: Path) -> None:
    """The bot asks for more options after a single one and keeps the question."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Where do we meet?" Garden')
        assert "A poll needs two options or more" in stage.last().text
        await stage.say("@carla", "Garden, Library")
        assert "2️⃣ Library" in stage.sees("Where do we meet").text


async def test_missing_parts_of_poll_are_requested(tmp_path: Path) -> None:
    """The bot asks for the question and the options one by one, even over a restart."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!poll")
        assert stage.last().text == "What is the question?"
        await stage.restart()
        await stage.say("@carla", "Where do we meet?")
        await stage.say("@carla", "Garden")
        assert "A poll needs two options or more" in stage.last().text
        await stage.say("@carla", "Garden, by the gate\nLibrary\nSquare")
        assert "1️⃣ Garden, by the gate\n" in stage.last().text
        assert "3️⃣ Square" in stage.last().text


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ('!poll "Q?" "only one"', "two options or more"),
        ('!poll "Q?" ' + " ".join(f"o{n}" for n in range(21)), "21 options are too many; 20"),
        (f'!poll "{"x" * 3000}" a b', "too long (3,000 characters). Please keep it to 300"),
        ('!poll "Q?" yes YES', "“YES” is there twice"),
        (f'!poll "Q?" yes {"n" * 101}', "An option is too long (101"),
        ('!poll "Q?" a b close=soonish', "I can’t read soonish as a time"),
        ('!poll "Q?" a b close="yesterday 8pm"', "That is in the past"),
        ('!poll "Q?" a b choices=5', "A number from 1 to 2"),
    ],
)
async def test_mistake_is_explained_and_opens_no_poll(tmp_path: Path, line: str, answer: str) -> None:
    """The bot explains a mistake and opens no poll."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", line)
        assert answer in stage.last().text
        await stage.say("@carla", "cancel")
        await stage.say("@carla", "!poll list")
        assert "No poll is open" in stage.last().text


async def test_member_cannot_open_poll(tmp_path: Path) -> None:
    """The bot refuses a member's poll and says who can open one."""
    async with staged(tmp_path) as stage:
        await stage.community(locale="fr")
        await stage.say("@anna", POLL_LINE)
        assert "Seul un connecteur" in stage.last().text


async def test_french_poll_with_strange_letters(tmp_path: Path) -> None:
    """A French poll shows markup and odd letters literally and notifies nobody."""
    async with staged(tmp_path) as stage:
        card = await open_poll(stage, '!poll «On y va ?» "<b>@room</b>" "Z̷̧̢̛̛͍͖̎a" close="vendredi 19h"', locale="fr")
        assert "<b>@room</b>" in card.text
        assert "Ouvert jusqu’au vendredi 27 novembre 2026 à 19:00" in card.text.replace("\xa0", " ")
        assert card.content is not None
        assert card.content.mentions == ()


@pytest.mark.parametrize(
    "line", ["hidden gems in town? A, B", "score for the game? 1-0, 2-0", "secret santa when? A, B"]
)
async def test_question_about_a_kind_keeps_its_words(tmp_path: Path, line: str) -> None:
    """A question that begins with the name of a kind or a rule, and goes on in small letters, is about that."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", f"!poll {line}")
        assert line.partition("?")[0] in stage.last().text


async def test_yes_or_no_brings_its_options(tmp_path: Path) -> None:
    """Options behind a question for yes or no are refused with what to type, and a deadline there is one."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll yes/no "Do we sing?" Yes, No')
        assert "brings its own options" in stage.last().text
        await stage.say("@carla", '!poll yes/no "Do we sing?" friday 6pm')
        stage.sees("Do we sing")
