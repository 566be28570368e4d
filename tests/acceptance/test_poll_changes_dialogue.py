"""A poll can be changed before the first vote, corrected after it, deleted and opened again."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from bots.testing import Shown
from tests.stage import PLAIN, RICH, Stage, staged

TELEGRAM = Capabilities(prefix="/", joiner="_", buttons=True, toasts=True)


async def open_poll(stage: Stage, line: str = '!poll "Tea?" Green Balck') -> Shown:
    """Create a community and open a poll in it. Return the poll's card."""
    await stage.community()
    await stage.say("@carla", line)
    return stage.last()


def vote_counts(card: Shown) -> list[str]:
    """Return the votes on a card, one text for each option."""
    return [line.split(" ", 1)[1] for line in card.text.split("\n") if line[:1] in "▓░"]


@pytest.mark.parametrize("capabilities", [RICH, TELEGRAM], ids=["private", "buttons"])
async def test_own_choice_pressed_again_is_withdrawn(tmp_path: Path, capabilities: Capabilities) -> None:
    """Pressing one's own choice again withdraws the vote, and the third press votes again."""
    async with staged(tmp_path, capabilities) as stage:
        card = await open_poll(stage)
        await stage.press("@a", card, "1️⃣")
        await stage.press("@a", card, "1️⃣")
        assert stage.last().text in {"Your vote is withdrawn.", card.text}
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["0 (0%)", "0 (0%)"]
        await stage.press("@a", card, "1️⃣")
        await stage.press("@a", card, "2️⃣")
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["0 (0%)", "1 (100%)"]


@pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
async def test_poll_is_changed_before_first_vote(tmp_path: Path, capabilities: Capabilities) -> None:
    """Before the first vote the question, the options and the deadline can be changed."""
    async with staged(tmp_path, capabilities) as stage:
        await open_poll(stage)
        await stage.say("@carla", '!poll edit 1 "Coffee?" "Black" "With milk" close=2h')
        cards = stage.matching(lambda shown: "nobody has voted" in shown.text)
        await stage.forward(seconds=5)
        assert len(cards) == 1
        assert "Coffee?\n1️⃣ Black" in cards[0].text
        assert "Open until" in cards[0].text
        stage.never_saw("Balck")
        await stage.forward(hours=2)
        stage.sees("Poll 1: Coffee\\? Nobody voted")


async def test_only_typos_are_corrected_after_vote(tmp_path: Path) -> None:
    """After a vote a typo can be corrected, which the card says, and other words are refused."""
    async with staged(tmp_path, RICH) as stage:
        card = await open_poll(stage)
        await stage.press("@a", card, "2️⃣")
        await stage.say("@carla", "!poll edit 1 Tea?\nGreen\nCoffee")
        assert "only typos can be corrected" in stage.last().text
        await stage.say("@carla", "!poll edit 1 Tea?\nGreen\nBlack")
        await stage.forward(seconds=5)
        assert "2️⃣ Black" in card.text
        assert "A typo was corrected on Wednesday" in card.text
        assert vote_counts(card) == ["0 (0%)", "1 (100%)"]


async def test_edit_without_words_asks_for_them(tmp_path: Path) -> None:
    """`poll edit` alone shows the words, takes the next message in their place, and shows that before it counts."""
    async with staged(tmp_path, TELEGRAM) as stage:
        card = await open_poll(stage)
        await stage.say("@carla", "!poll edit")
        assert "It reads now:" in stage.last().text
        assert "Balck" in stage.last().text
        await stage.say("@carla", "Tea?\nGreen\nBlack")
        await stage.press("@carla", stage.last(), "Publish")
        await stage.forward(seconds=5)
        assert "2️⃣ Black" in card.text


@pytest.mark.parametrize("capabilities", [PLAIN, RICH, TELEGRAM], ids=["reactions", "private", "buttons"])
async def test_deletion_asks_first(tmp_path: Path, capabilities: Capabilities) -> None:
    """`poll delete` says what will be lost; after a yes the poll, its votes and its messages are gone."""
    async with staged(tmp_path, capabilities) as stage:
        card = await open_poll(stage)
        await (stage.press if capabilities.buttons else stage.react)("@a", card, "1️⃣")
        await stage.say("@carla", "!poll delete 1")
        assert "Delete poll 1 (“Tea?”)? One vote will be lost." in stage.last().text
        assert not card.deleted
        await stage.say("@carla", "yes")
        stage.sees("Poll 1 is deleted")
        assert card.deleted
        await stage.say("@carla", "!poll results 1")
        assert "There is no poll 1 here" in stage.last().text
        await stage.say("@carla", '!poll "Next?" a b')
        stage.sees("Poll 2")


async def test_deletion_by_button_or_not_at_all(tmp_path: Path) -> None:
    """The buttons delete or keep the poll, and a member's press is refused."""
    async with staged(tmp_path, TELEGRAM) as stage:
        card = await open_poll(stage)
        await stage.say("@carla", "!poll delete")
        question = stage.last()
        await stage.press("@anna", question, "Delete")
        assert not card.deleted
        await stage.press("@carla", question, "Keep")
        stage.sees("I leave everything as it is")
        await stage.press("@carla", question, "Delete")
        assert not card.deleted
        await stage.say("@carla", "!poll delete")
        await stage.press("@carla", stage.last(), "Delete")
        assert card.deleted


async def test_other_words_keep_the_poll(tmp_path: Path) -> None:
    """Other words than yes get one hint and keep the poll, and the bot says so."""
    async with staged(tmp_path) as stage:
        card = await open_poll(stage)
        await stage.say("@carla", "!poll delete 1")
        await stage.say("@carla", "hm, wait")
        assert "I need a yes or a no" in stage.last().text
        await stage.say("@carla", "hm")
        assert "I leave everything as it is" in stage.last().text
        assert not card.deleted


@pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
async def test_closed_poll_is_reopened(tmp_path: Path, capabilities: Capabilities) -> None:
    """A reopened poll keeps its votes, takes new ones, and posts its results once more at the new end."""
    async with staged(tmp_path, capabilities) as stage:
        card = await open_poll(stage)
        act = stage.press if capabilities.buttons else stage.react
        await act("@a", card, "1️⃣")
        await stage.say("@carla", "!poll close")
        result = stage.sees("The answer is: Green")
        await stage.say("@carla", "!poll reopen 1 2h")
        again = stage.sees("one person has voted")
        assert result.deleted
        assert "Open until" in again.text
        await act("@b", again, "1️⃣")
        await stage.forward(hours=2)
        assert "Two" not in again.text
        stage.sees("2 people voted")
        await stage.say("@carla", "!poll reopen")
        await stage.say("@carla", "!poll reopen 1")
        assert "is open already" in stage.last().text


async def test_other_question_is_shown_first(tmp_path: Path) -> None:
    """Words after `poll edit` that make another question are shown first; a mended typo changes the poll at once."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Which teaa?" green black')
        await stage.say("@carla", "!poll edit blah")
        stage.sees("Which teaa?\n1️⃣ green")
        assert "blah" in stage.last().text and "green" in stage.last().text
        await stage.say("@carla", "no")
        await stage.say("@carla", "!poll results")
        assert "Which teaa?" in stage.last().text
        await stage.say("@carla", "!poll edit Which tea?")
        await stage.say("@carla", "!poll results")
        assert "Which tea?" in stage.last().text


async def test_a_named_question_is_taken_as_it_stands(tmp_path: Path) -> None:
    """`poll edit 1 question="Camp or hike?"` changes the question alone, whatever it says."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Camp?" July August')
        await stage.say("@carla", '!poll edit 1 question="Camp or hike?"')
        assert "Camp or hike?\n1️⃣ July\n2️⃣ August" in stage.last().text
