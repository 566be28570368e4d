"""Tests for a poll from the question to the result, as the room sees it."""

from pathlib import Path

import pytest

from bots.ports import Capabilities
from bots.testing import Shown
from tests.stage import PLAIN, RICH, Stage, staged

POLL_LINE = '!poll "Where do we meet?" "Garden" "Library"'


async def open_poll(stage: Stage, line: str = POLL_LINE, **settings: object) -> Shown:
    """Create a community and open a poll in it. Return the poll's card."""
    await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
    await stage.say("@carla", line)
    return stage.last()


def vote_counts(card: Shown) -> list[str]:
    """Return the votes and percentages on a card, one text for each option."""
    return [line.split(" ", 1)[1] for line in card.text.split("\n") if line[:1] in "▓░"]


async def test_card_counts_reactions_and_native_votes(tmp_path: Path) -> None:
    """One card counts reactions and native votes, follows a changed vote, and is never posted again."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await open_poll(stage)
        native = stage.shown()[-2]
        assert native.content is not None
        assert native.content.poll is not None
        assert vote_counts(card) == ["0 (0%)", "0 (0%)"]
        await stage.react("@a", card, "1️⃣")
        await stage.vote("@b", native, "Library")
        await stage.react("@c", card, "1️⃣")
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["2 (67%)", "1 (33%)"]
        await stage.vote("@a", native, "Library")
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["1 (33%)", "2 (67%)"]
        assert len(stage.shown()) == 2


async def test_reaction_to_native_poll_counts(tmp_path: Path) -> None:
    """A reaction to the native poll counts like one to the card."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await open_poll(stage)
        await stage.react("@a", stage.shown()[-2], "2️⃣")
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["0 (0%)", "1 (100%)"]


async def test_button_press_is_acknowledged_in_private(tmp_path: Path) -> None:
    """A member who votes by button gets a private confirmation."""
    async with staged(tmp_path, RICH) as stage:
        card = await open_poll(stage)
        await stage.press("@a", card, "Garden")
        answer = stage.last()
        assert answer.text == "Counted: Garden. You can change it until the poll closes."
        assert answer.private_to == "@a"


async def test_many_votes_need_few_edits(tmp_path: Path) -> None:
    """A hundred votes at once all count and need at most two edits of the card."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await open_poll(stage)
        for number in range(100):
            stage.platform.react(card.id, f"@m{number}", "1️⃣" if number % 4 else "2️⃣")
        await stage.forward(seconds=10)
        assert vote_counts(card) == ["75 (75%)", "25 (25%)"]
        assert card.edits <= 2


async def test_poll_closes_at_deadline(tmp_path: Path) -> None:
    """At the deadline the bot posts the result, ends the native poll and refuses later votes."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await open_poll(stage, POLL_LINE + " close=2h")
        native = stage.shown()[-2]
        await stage.react("@a", card, "1️⃣")
        await stage.forward(hours=2)
        assert "Poll 1: Where do we meet? The answer is: Garden." in stage.last().text
        assert "One person voted." in stage.last().text
        assert "Poll 1 is closed." in card.text
        assert not native.poll_open
        await stage.react("@b", card, "2️⃣")
        assert "Poll 1 (“Where do we meet?”) is closed" in stage.last().text
        await stage.forward(hours=1)
        assert vote_counts(card) == ["1 (100%)", "0 (0%)"]


async def test_connector_ends_native_poll_in_client(tmp_path: Path) -> None:
    """A connector who ends the native poll in a client closes the poll once, while a member cannot."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await open_poll(stage)
        native = stage.shown()[-2]
        await stage.react("@a", card, "1️⃣")
        stage.platform.end_poll(native.id, "@a")
        await stage.settle()
        assert native.poll_open
        stage.platform.end_poll(native.id, "@carla")
        stage.platform.end_poll(native.id, "@carla")
        await stage.forward(seconds=5)
        assert [shown.text for shown in stage.shown() if "The answer is: Garden" in shown.text] == [stage.last().text]
        assert "Poll 1 is closed." in card.text
        assert not native.poll_open


async def test_reply_to_card_selects_poll(tmp_path: Path) -> None:
    """A command in reply to a poll's card applies to that poll, and a reply to another message does not."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await open_poll(stage)
        await stage.say("@carla", '!poll "Tea?" yes no')
        words = await stage.say("@a", "Tea for me")
        await stage.say("@carla", "!poll close", reply_to=words)
        assert "1 (Where do we meet?), 2 (Tea?)" in stage.last().text
        await stage.say("@carla", "!poll results", reply_to=card.id)
        assert "Where do we meet?" in stage.last().text
        await stage.say("@carla", "!poll close", reply_to=card.id)
        stage.sees("Poll 1: Where do we meet\\? Nobody voted")
        await stage.say("@carla", "!poll close")
        stage.sees("Poll 2: Tea\\? Nobody voted")


async def test_connector_closes_poll_by_command(tmp_path: Path) -> None:
    """The close command asks for a number when several polls are open, and the result names a tie or missing votes."""
    async with staged(tmp_path) as stage:
        await open_poll(stage)
        await stage.say("@carla", '!poll "Tea?" yes no')
        card = stage.last()
        await stage.say("@carla", "!poll close")
        assert "1 (Where do we meet?), 2 (Tea?)" in stage.last().text
        await stage.react("@a", card, "1️⃣")
        await stage.react("@b", card, "2️⃣")
        await stage.say("@carla", "!poll close 2")
        stage.sees("Tie: yes, no")
        await stage.say("@carla", "!poll close")
        stage.sees("Poll 1: Where do we meet\\? Nobody voted")
        await stage.say("@carla", "!poll close 1")
        assert "is closed" in stage.last().text
        await stage.say("@carla", "!poll close 9")
        assert "There is no poll 9 here" in stage.last().text
        await stage.say("@carla", "!poll close")
        assert "No poll is open" in stage.last().text


async def test_removed_reaction_withdraws_ballot(tmp_path: Path) -> None:
    """Removing the reaction of the current choice withdraws the ballot, and removing an older one does not."""
    async with staged(tmp_path) as stage:
        card = await open_poll(stage)
        first = await stage.react("@a", card, "1️⃣")
        second = await stage.react("@a", card, "2️⃣")
        stage.platform.redact("#lyon", first)
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["0 (0%)", "1 (100%)"]
        stage.platform.redact("#lyon", second)
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["0 (0%)", "0 (0%)"]
        both = stage.platform.react(card.id, "@b", "1️⃣")
        stage.platform.redact("#lyon", both)
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["0 (0%)", "0 (0%)"]


async def test_empty_native_vote_withdraws_ballot(tmp_path: Path) -> None:
    """A native vote without known answers withdraws the ballot (MSC3381)."""
    async with staged(tmp_path) as stage:
        card = await open_poll(stage)
        native = stage.shown()[-2]
        await stage.vote("@a", native, "Garden")
        await stage.vote("@a", native)
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["0 (0%)", "0 (0%)"]


@pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])
async def test_choices_are_limited(tmp_path: Path, capabilities: Capabilities) -> None:
    """The bot refuses a choice beyond the poll's limit and says what to do."""
    async with staged(tmp_path, capabilities) as stage:
        card = await open_poll(stage, '!poll "Which days?" "Mon" "Tue" "Wed" choices=2')
        for sign in ("1️⃣", "3️⃣", "2️⃣"):
            await (stage.press if capabilities.buttons else stage.react)("@a", card, sign)
        assert "You can choose up to 2" in stage.last().text
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["1 (100%)", "0 (0%)", "1 (100%)"]
        await (stage.press if capabilities.buttons else stage.unreact)("@a", card, "1️⃣")
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["0 (0%)", "0 (0%)", "1 (100%)"]


async def test_person_with_two_accounts_votes_once(tmp_path: Path) -> None:
    """The newest vote of a member counts, from whichever account."""
    async with staged(tmp_path) as stage:
        card = await open_poll(stage)
        await stage.react("@a", card, "1️⃣")
        await stage.link_accounts("@a", "@a-phone")
        await stage.react("@a-phone", card, "2️⃣")
        await stage.forward(seconds=5)
        assert vote_counts(card) == ["0 (0%)", "1 (100%)"]


async def test_list_and_repeated_card(tmp_path: Path) -> None:
    """The list names open polls with their deadlines, and a card shown again takes the place of the one above."""
    async with staged(tmp_path) as stage:
        first = await open_poll(stage, POLL_LINE + " close=2h")
        await stage.say("@anna", "!poll list")
        assert "1: Where do we meet? – until Wednesday, 25 November 2026 at 12:00" in stage.last().text
        await stage.say("@anna", "!poll results 1")
        again = stage.last()
        await stage.react("@a", again, "1️⃣")
        await stage.forward(seconds=5)
        assert vote_counts(again) == ["1 (100%)", "0 (0%)"]
        assert first.text == "The current card is further down."


async def test_withdrawn_native_vote_keeps_newer_press(tmp_path: Path) -> None:
    """Withdrawing an old native vote keeps the newer vote by button."""
    async with staged(tmp_path, Capabilities(buttons=True, private_answers=True, native_polls=True)) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" yes no native=yes')
        native, card = stage.shown()[-2:]
        await stage.vote("@anna", native, "yes")
        await stage.press("@anna", card, "no")
        await stage.vote("@anna", native)
        await stage.forward(seconds=10)
        assert vote_counts(card) == ["0 (0%)", "1 (100%)"]


async def test_removed_reaction_leaves_earlier_one(tmp_path: Path) -> None:
    """A member who reacts with 1 and 2 and then removes 2 votes for 1."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", '!poll "Tea?" Green Black')
        card = stage.sees("Tea?")
        await stage.react("@anna", card, "1️⃣")
        await stage.react("@anna", card, "2️⃣")
        await stage.unreact("@anna", card, "2️⃣")
        await stage.forward(seconds=5)
        assert "Green\n▓▓▓▓▓▓▓▓ 1 (100%)" in card.text
