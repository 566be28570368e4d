"""Ballots that people type in private with the options' names, and what an open poll takes over from `poll edit`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.link_steps import private
from tests.stage import Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Yield a stage with Lyon."""
    async with staged(tmp_path) as made:
        await made.community()
        yield made


@pytest.mark.parametrize(
    ("kind", "typed", "counted"),
    [
        ("score", "Music 5, Food 2", "Counted: Music 5, Food 2"),
        ("dots", "Music 3 and Food 2", "Counted: Music 3, Food 2"),
        ("ranked", "Room > Music", "Counted: 1. Room, 2. Music"),
    ],
)
async def test_private_ballot_is_typed_with_names(stage: Stage, kind: str, typed: str, counted: str) -> None:
    """Who was sent a ballot names the options in the private chat; other words there are no ballot."""
    await stage.say("@carla", f'!poll "How was it?" Music Food Room kind={kind}')
    await stage.react("@anna", stage.sees("How was it"), "🗳️")
    await stage.say("@anna", "What a lovely evening", private("@anna"))
    assert "one person has voted" not in stage.sees("How was it").text
    await stage.say("@anna", typed, private("@anna"))
    assert counted in stage.last(private("@anna")).text
    await stage.forward(seconds=3)
    assert "one person has voted" in stage.sees("How was it").text


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("start=tomorrow 9am", "start is chosen before a poll opens"),
        ('repeat="every friday 9am"', "repeat is chosen before a poll opens"),
        ("votants=connector", "votants is chosen before a poll opens"),
    ],
)
async def test_open_poll_is_not_rewritten_by_a_rule_it_cannot_get(stage: Stage, typed: str, named: str) -> None:
    """What is chosen before a poll opens is refused by name, and never becomes its question or an option."""
    await stage.say("@carla", '!poll "Where?" Garden Library')
    await stage.say("@carla", f"!poll edit 1 {typed}")
    assert named in stage.last().text and "!poll again 1" in stage.last().text
    await stage.say("@carla", "!poll results 1")
    assert "Garden" in stage.last().text and "Is this the poll you mean" not in stage.transcript()


async def test_own_emoji_come_before_the_first_vote(stage: Stage) -> None:
    """An open poll gets own emoji while nobody has voted; too few are asked for, and later they stay."""
    await stage.say("@carla", '!poll "Where?" Garden Library')
    await stage.say("@carla", '!poll edit 1 emoji="🌳"')
    assert "2 different emoji" in stage.last().text
    await stage.say("@carla", '!poll edit 1 emoji="🌳 📚"')
    await stage.forward(seconds=3)
    await stage.react("@anna", stage.sees("📚 Library"), "📚")
    await stage.forward(seconds=3)
    assert "one person has voted" in stage.sees("📚 Library").text
    await stage.say("@carla", '!poll edit 1 emoji="🌲 📚"')
    assert "People have voted" in stage.last().text and "🌳 Garden" in stage.sees("📚 Library").text
