"""The fine print of docs/how-to/decide.md, line by line; each line without a test of its own elsewhere has one here."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bots.ports import Capabilities
from bots.testing import Shown
from storage.tables import Ballot
from tests.acceptance.test_poll_rules_dialogue import rows
from tests.stage import PLAIN, RICH, Stage, staged

BOTH = pytest.mark.parametrize("capabilities", [PLAIN, RICH], ids=["reactions", "buttons"])


async def begin(stage: Stage, line: str = '!poll "Where?" Garden, Park close=2h') -> Shown:
    """Open a poll, and return its card."""
    await stage.community()
    await stage.say("@carla", line)
    return stage.sees("Where?")


def emit(stage: Stage, card: Shown, user: str, sign: str) -> None:
    """Press or react without waiting."""
    if stage.capabilities.buttons:
        stage.platform.press(card.id, user, sign)
    else:
        stage.platform.react(card.id, user, sign)


@BOTH
async def test_two_presses_at_once(tmp_path: Path, capabilities: Capabilities) -> None:
    """The same choice twice in one moment counts once; of two different ones the later one counts."""
    async with staged(tmp_path, capabilities) as stage:
        card = await begin(stage)
        for sign in ("1️⃣", "1️⃣"):
            emit(stage, card, "@anna", sign)
        for sign in ("1️⃣", "2️⃣"):
            emit(stage, card, "@ben", sign)
        await stage.forward(seconds=5)
        assert await rows(stage, Ballot) == 2
        assert "Garden\n▓▓▓▓░░░░ 1 (50%)" in stage.sees("Where?").text


@BOTH
async def test_a_press_at_the_moment_of_closing(tmp_path: Path, capabilities: Capabilities) -> None:
    """A second before the close a vote counts, though the bot was down; in the very second of the close it doesn't."""
    async with staged(tmp_path, capabilities) as stage:
        card = await begin(stage)
        closes = stage.clock.now() + timedelta(hours=2)
        await stage.forward(hours=1, minutes=59)
        await stage.close()
        stage.clock.set(closes - timedelta(seconds=1))
        emit(stage, card, "@anna", "1️⃣")
        stage.clock.set(closes)
        emit(stage, card, "@ben", "2️⃣")
        await stage.open()
        await stage.forward(seconds=10)
        result = stage.sees("Poll 1: Where")
        assert "The answer is: Garden" in result.text
        assert "One person voted" in result.text


@pytest.mark.parametrize("removed", [False, True], ids=["leaves", "removed"])
async def test_a_voter_who_leaves(tmp_path: Path, *, removed: bool) -> None:
    """The vote of somebody who leaves or is removed stays; their ballot is taken back, and what they type is none."""
    async with staged(tmp_path, PLAIN) as stage:
        card = await begin(stage, '!poll ranked "Where?" Garden, Park')
        stage.platform.members["#lyon"].append("@anna")
        await stage.react("@anna", card, "🗳️")
        await stage.say("@anna", "2 1", room="direct-@anna")
        ballot = stage.sees("Where?", "direct-@anna")
        stage.platform.leave("#lyon", "@anna", removed=removed)
        await stage.forward(seconds=5)
        assert ballot.deleted
        await stage.say("@anna", "1 2", room="direct-@anna")
        await stage.forward(seconds=5)
        await stage.say("@carla", "!poll close")
        result = stage.sees("Poll 1: Where")
        assert "The answer is: Park" in result.text


@BOTH
async def test_a_receipt_is_sent_only_for_a_stored_vote(tmp_path: Path, capabilities: Capabilities) -> None:
    """While the database takes no row, nobody reads that their vote counts and no card moves; then both come."""
    async with staged(tmp_path, capabilities, kind="sqlite") as stage:
        card = await begin(stage)
        with sqlite3.connect(next(tmp_path.glob("*.db")), isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            emit(stage, card, "@anna", "1️⃣")
            await asyncio.sleep(0.3)
            stage.never_saw("Counted")
            assert "nobody has voted yet" in stage.sees("Where?").text
            other.execute("ROLLBACK")
        await stage.forward(seconds=10)
        assert await rows(stage, Ballot) == 1
        assert "one person has voted" in stage.sees("Where?").text
        if capabilities.buttons:
            stage.sees("Counted: Garden")
