"""The month is lived, and each room shows line by line what docs/month says."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.month.__main__ import DOCS
from tests.month.script import BEGIN, live
from tests.month.transcript import transcripts
from tests.month.world import World, opened_world

_PATIENCE = 800
"""Seconds. Beside other tests it takes minutes. The limit of pytest-timeout may strike the bot's task instead of the
test's, which then waits for ever."""
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


async def test_each_room_shows_what_the_docs_say(tmp_path: Path) -> None:
    """Twelve communities on three platforms live a month; their rooms read as the docs show them."""
    async with opened_world(tmp_path, BEGIN) as world:
        await live(world)
        compare(world)


@pytest.mark.parametrize(("kind", "seed"), [("sqlite", 1), ("postgres", 2)])
async def test_stops_change_nothing(tmp_path: Path, kind: str, seed: int) -> None:
    """A bot that is stopped again and again while people act leaves the same rooms behind.

    What comes in a room and in private at the same moment may then come in another order.
    """
    async with opened_world(tmp_path, BEGIN, seed=seed, kind=kind) as world:
        async with asyncio.timeout(_PATIENCE):
            await live(world)
        assert world.restarts > 20
        compare(world, order=sorted)


def compare(world: World, order: Callable[[list[str]], list[str]] = list) -> None:
    """Assert that each room has its transcript, with the lines in this order."""
    shown = transcripts(world)
    assert shown.keys() == {file.name for file in DOCS.glob("*.md")} - {"README.md"}
    for name, text in shown.items():
        there = (DOCS / name).read_text(encoding="utf-8")
        expected, found = (order(one.splitlines()) for one in (there, text))
        different = list(difflib.unified_diff(expected, found, name, "shown", lineterm="", n=1))
        assert not different, "\n".join(different[:40])
